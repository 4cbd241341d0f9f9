# `./beckon test` and `./beckon check`. Sourced by ../beckon.

# Shows all of Maven's log but the lines on files that it fetches, and keeps the whole in target/test.log.
maven_loudly() {
  find_maven
  mkdir -p "$BECKON_ROOT/target"
  (cd "$BECKON_ROOT" && "$MAVEN" -B -Dstyle.color=never "$@" 2>&1) | tee "$BECKON_ROOT/target/test.log" | without_downloads
}

without_downloads() {
  local line files=0
  while IFS= read -r line; do
    case $line in
      *'Downloading from '*) ;;
      *'Downloaded from '*)
        files=$((files + 1))
        if [ $((files % 100)) -eq 0 ]; then printf '  fetched %d files\n' "$files"; fi
        ;;
      *) printf '%s\n' "$line" ;;
    esac
  done
}

has_console() { [ -f "$BECKON_ROOT/console/package.json" ]; }

console_script() { (cd "$BECKON_ROOT/console" && npm run --silent "$@"); }

# Runs one of the console's test scripts and leaves its JUnit report where reports() finds it.
console_tests() {
  console_script "$1" -- --reporter=default --reporter=junit \
    "--outputFile.junit=$BECKON_ROOT/console/target/TEST-${1//:/-}.xml"
}

# Prints "passed failed skipped", summed over the JUnit reports given as arguments.
count_results() {
  if [ $# -eq 0 ]; then echo "0 0 0"; return; fi
  # A suite's first line has no closing bracket when its attributes go over several lines, hence the record separator.
  cat "$@" | awk '
    function number(name,    m) {
      if (!match($0, "[ \t\n]" name "=\"[0-9]+\"")) return 0
      m = substr($0, RSTART, RLENGTH); gsub(/[^0-9]/, "", m); return m + 0
    }
    BEGIN { RS = "<" }
    /^testsuite[ \t\n]/ { all += number("tests"); bad += number("failures") + number("errors"); skipped += number("skipped") }
    END { printf "%d %d %d\n", all - bad - skipped, bad, skipped }'
}

reports() {
  find "$BECKON_ROOT" -path '*/node_modules' -prune -o -path '*/target/surefire-reports/TEST-*.xml' -print \
    -o -path "$BECKON_ROOT/console/target/TEST-*.xml" -print
}

# A line a minute, so that a long silence is not taken for a standstill. Ends with the door.
keep_in_touch() {
  (
    minutes=0
    # The sleeper holds no stream open: whoever reads our output shall see its end at once.
    while sleep 60 </dev/null >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
      minutes=$((minutes + 1))
      printf '  … %d min\n' "$minutes"
    done
  ) &
  trap 'kill '"$!"' 2>/dev/null || true' EXIT
}

run_tests() {
  local broken=() files=() file passed failed skipped
  keep_in_touch
  find_java
  find_browser
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  while IFS= read -r file; do rm -f "$file"; done < <(reports)

  if has_console; then
    install_console_packages
    step "console: types and lint"
    console_script check || broken+=("console check")
    step "console: tests"
    console_tests test || broken+=("console tests")
    build_console
    step "console: pages in a browser"
    console_tests test:pages || broken+=("console pages")
  fi

  step "rooms: checks and tests"
  maven_loudly -Pcheck verify --fail-at-end "$@" || broken+=("mvn verify")

  if has_console; then
    # Building and archiving set traps of their own: in a shell of their own.
    if (build_module server && archive_server); then
      step "console: pages in a browser, on real servers"
      console_tests test:real || broken+=("console pages on real servers")
    else
      broken+=("the server could not be built")
    fi
  fi

  while IFS= read -r file; do files+=("$file"); done < <(reports)
  read -r passed failed skipped < <(count_results ${files[@]+"${files[@]}"})
  if [ "$skipped" -gt 0 ]; then broken+=("$skipped skipped, and a skipped test proves nothing"); fi
  if [ "$passed" -eq 0 ]; then broken+=("no test ran"); fi
  if [ ${#broken[@]} -gt 0 ]; then printf 'Failed: %s\n' "${broken[@]}"; fi
  printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
  [ ${#broken[@]} -eq 0 ] && [ "$failed" -eq 0 ]
}

run_checks() {
  local warnings
  if has_console; then
    install_console_packages
    step "console: types and lint"
    console_script check || fail "The console's types or lint are not clean; see above."
  fi
  step "rooms: formatting, compiler, dependencies, architecture"
  maven_loudly -q -Pcheck test '-Dtest=dev.beckon.server.architecture.*Test' "$@" \
    || fail "A check failed; see above. Formatting is put right by: mvn spotless:apply"
  warnings=$(grep -c '^\[WARNING\]' "$BECKON_ROOT/target/test.log" || true)
  printf '%s warnings\n' "$warnings"
  [ "$warnings" -eq 0 ]
}
