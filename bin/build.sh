# Builds the console and the Java modules when their sources have changed. Sourced by ../beckon.
# A build leaves a stamp, the hash of all sources it was made from, under target/stamps.

if command -v sha256sum >/dev/null; then HASH=(sha256sum); else HASH=(shasum -a 256); fi

# The hash of names and contents of all source files below the given paths; what Git ignores is left out.
sources_hash() (
  cd "$BECKON_ROOT"
  if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    git ls-files -z --cached --others --exclude-standard -- "$@" ':(exclude)*/src/test/*'
  else
    find "$@" \( -name target -o -name node_modules -o -name dist \) -prune -o -type f -print0
  fi | while IFS= read -r -d '' file; do
    if [ -f "$file" ]; then printf '%s\0' "$file"; fi
  done | xargs -0 "${HASH[@]}" | "${HASH[@]}" | cut -d ' ' -f 1
)

is_stamped() { [ "$(cat "$BECKON_ROOT/target/stamps/$1" 2>/dev/null)" = "$2" ]; }

stamp() {
  mkdir -p "$BECKON_ROOT/target/stamps"
  printf '%s\n' "$2" >"$BECKON_ROOT/target/stamps/$1"
}

# Runs Maven in the root and shows which module it is at; the whole log is kept in target/build.log.
maven_quietly() {
  find_maven
  mkdir -p "$BECKON_ROOT/target"
  local log=$BECKON_ROOT/target/build.log
  if ! (cd "$BECKON_ROOT" && "$MAVEN" -B -Dstyle.color=never "$@" 2>&1) | tee "$log" | maven_progress; then
    grep -E '^\[(ERROR|FATAL)\]' "$log" | head -n 40 >&2 || tail -n 40 "$log" >&2
    fail "" "The build failed. The whole log: $log"
  fi
}

# Turns Maven's log into one line per module, and one per hundred files fetched.
maven_progress() {
  local line files=0
  while IFS= read -r line; do
    case $line in
      *'Downloaded from '*)
        files=$((files + 1))
        if [ $((files % 100)) -eq 0 ]; then printf '  fetched %d files\n' "$files"; fi
        ;;
      '[INFO] Building '*'['*']')
        line=${line#"[INFO] Building "}
        printf '  %s %s\n' "[${line##*[}" "${line%% *}"
        ;;
    esac
  done >&2
}

build_console() {
  [ -f "$BECKON_ROOT/console/package.json" ] || return 0
  local hash
  hash=$(sources_hash console)
  if is_stamped console "$hash" && [ -d "$BECKON_ROOT/console/dist" ]; then return; fi
  install_console_packages
  step "building the console"
  (cd "$BECKON_ROOT/console" && npm run --silent build >&2) || fail "The console's build failed; see above."
  # Names of built files carry their hash: what an earlier build left in the jar's folder has to go.
  rm -rf "$BECKON_ROOT/server/target/classes/console"
  stamp console "$hash"
}

install_console_packages() {
  local hash
  find_node
  hash=$(sources_hash console/package-lock.json)
  if is_stamped console-packages "$hash" && [ -d "$BECKON_ROOT/console/node_modules" ]; then return; fi
  step "installing the console's packages"
  (cd "$BECKON_ROOT/console" && npm ci --no-audit --no-fund >&2) || fail "npm ci failed; see above."
  stamp console-packages "$hash"
}

# What a module is made from: the poms, the console and all rooms, apart from those that only look on.
java_hash() {
  case $1 in
    server) sources_hash pom.xml .mvn console '*/pom.xml' '*/src/main/*' ':(exclude)bench' ':(exclude)simulator' ;;
    *) sources_hash pom.xml .mvn console '*/pom.xml' '*/src/main/*' ;;
  esac
}

# Builds one Java module with all that it needs into MODULE/target/MODULE.jar and MODULE/target/lib.
build_module() {
  local module=$1 hash
  find_java
  if [ "$module" != simulator ]; then build_console; fi
  hash=$(java_hash "$module")
  if is_stamped "$module" "$hash" && [ -f "$BECKON_ROOT/$module/target/$module.jar" ]; then return; fi
  step "building $module (the first time takes a few minutes)"
  rm -rf "$BECKON_ROOT/$module/target/lib"
  maven_quietly package -Dmaven.test.skip=true -Plaunch -pl "$module" -am
  stamp "$module" "$hash"
}
