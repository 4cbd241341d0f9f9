# Finds a JDK, Maven and Node, or says exactly what to install. Sourced by ../beckon.

readonly JAVA_WANTED=25 MAVEN_WANTED=3.8 NODE_WANTED=20.19

# How to get something here: the arguments are for Debian, Fedora, macOS, and anywhere else.
how_to_get() {
  if [ "$(uname -s)" = Darwin ]; then
    printf '%s\n' "$3"
  elif command -v apt-get >/dev/null; then
    printf '%s\n' "$1"
  elif command -v dnf >/dev/null; then
    printf '%s\n' "$2"
  else
    printf '%s\n' "$4"
  fi
}

# A JDK's major version from its release file, without starting it; 0 when there is no compiler.
java_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
}

java_candidates() {
  local on_path
  printf '%s\n' "${BECKON_JAVA_HOME:-}" "${JAVA_HOME:-}"
  if on_path=$(command -v javac); then
    on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
    printf '%s\n' "${on_path%/bin/javac}"
  fi
  printf '%s\n' /usr/lib/jvm/* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/*
  printf '%s\n' /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
  printf '%s\n' /Library/Java/JavaVirtualMachines/*/Contents/Home
  if [ -x /usr/libexec/java_home ]; then /usr/libexec/java_home -v "$JAVA_WANTED" 2>/dev/null || true; fi
}

# Sets JAVA_HOME to the first JDK that is new enough.
find_java() {
  local home
  if [ -n "${BECKON_JAVA_HOME:-}" ] && [ "$(java_major "$BECKON_JAVA_HOME")" -lt "$JAVA_WANTED" ]; then
    fail "Expected BECKON_JAVA_HOME to be a JDK $JAVA_WANTED or newer, but $BECKON_JAVA_HOME is not." \
      "Point it to one, or unset it to let ./beckon look around."
  fi
  while IFS= read -r home; do
    [ -n "$home" ] || continue
    if [ "$(java_major "$home")" -ge "$JAVA_WANTED" ]; then
      export JAVA_HOME=$home
      return
    fi
  done < <(java_candidates)
  fail "Expected a JDK $JAVA_WANTED or newer, but found none (looked at BECKON_JAVA_HOME, JAVA_HOME, PATH," \
    "/usr/lib/jvm, SDKMAN, Homebrew and the JDKs of macOS)." \
    "Get one: $(how_to_get \
      "apt-get install openjdk-$JAVA_WANTED-jdk-headless (or Temurin from https://adoptium.net)" \
      "dnf install java-$JAVA_WANTED-openjdk-devel" \
      "brew install openjdk@$JAVA_WANTED" \
      "https://adoptium.net, or: sdk install java $JAVA_WANTED-tem")" \
    "It need not be the default: set BECKON_JAVA_HOME=/path/to/jdk if it is somewhere else."
}

# True when version $1 is at least version $2, compared number by number.
at_least() {
  awk -v a="$1" -v b="$2" 'BEGIN {
    n = split(b, y, "."); split(a, x, ".")
    for (i = 1; i <= n; i++) if (x[i] + 0 != y[i] + 0) exit !(x[i] + 0 > y[i] + 0)
    exit 0 }'
}

# Sets MAVEN to the installed Maven, or to the wrapper, which fetches one.
find_maven() {
  local version
  find_java
  MAVEN=$BECKON_ROOT/mvnw
  if command -v mvn >/dev/null; then
    version=$(cd "$BECKON_ROOT" && mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
    if at_least "${version:-0}" "$MAVEN_WANTED"; then MAVEN=mvn; fi
  fi
  if [ "$MAVEN" != mvn ] && ! command -v curl >/dev/null && ! command -v wget >/dev/null; then
    fail "Expected Maven $MAVEN_WANTED or newer, or curl or wget to fetch it with, but found neither." \
      "Get it: $(how_to_get "apt-get install maven" "dnf install maven" "brew install maven" "https://maven.apache.org/download.cgi")"
  fi
}

# Checks that Node is there; only the console needs it.
find_node() {
  local version=none
  if command -v node >/dev/null && command -v npm >/dev/null; then
    version=$(node --version)
    if at_least "${version#v}" "$NODE_WANTED"; then return; fi
  fi
  fail "Expected Node $NODE_WANTED or newer with npm, to build the console, but found $version." \
    "Get it: $(how_to_get \
      "apt-get install nodejs npm (when that is older than $NODE_WANTED: https://nodejs.org/en/download)" \
      "dnf install nodejs npm" "brew install node" "https://nodejs.org/en/download")"
}

# The browser that the console's tests drive; installed through apt-get where that is possible.
find_browser() {
  local name
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then
      BECKON_CHROMIUM=${BECKON_CHROMIUM:-$(command -v "$name")}
      export BECKON_CHROMIUM
      return
    fi
  done
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    step "installing Chromium for the console's tests"
    apt-get update -q >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium chromium-driver >&2
    BECKON_CHROMIUM=$(command -v chromium)
    export BECKON_CHROMIUM
    return
  fi
  fail "Expected Chromium, for the console's tests, but found none." \
    "Get it: $(how_to_get "sudo apt-get install chromium chromium-driver" "sudo dnf install chromium chromedriver" \
      "brew install --cask chromium" "https://www.chromium.org/getting-involved/download-chromium")"
}
