# Starts a built module in the foreground. Sourced by ../beckon.

# Native access: RocksDB, SQLite, DuckDB and zstd bring their own libraries.
readonly JAVA_FLAGS=(--enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders -Xlog:cds=off -Xlog:aot=off)

# The module's jar and its libraries in a fixed order, as the archive of loaded classes demands.
classpath_of() {
  local dir=$BECKON_ROOT/$1/target
  printf '%s' "$dir/$1.jar"
  find "$dir/lib" -name '*.jar' | LC_ALL=C sort | while IFS= read -r jar; do printf ':%s' "$jar"; done
}

# Where the classes of the present build are kept, loaded and linked, for the present JDK.
archive_of() { printf '%s' "$BECKON_ROOT/$1/target/$1.aot"; }

archive_stamp() { { cat "$BECKON_ROOT/target/stamps/$1" "$JAVA_HOME/release"; classpath_of "$1"; } | "${HASH[@]}" | cut -d ' ' -f 1; }

# Starts and stops the server once on a folder of its own, and keeps the classes that it took: this halves the time
# of every start to come. A JVM passes over an archive that does not fit it, so a failure here costs only that.
archive_server() {
  local archive log work pid tenths=0
  archive=$(archive_of server)
  log=$BECKON_ROOT/target/archive.log
  if is_stamped archive "$(archive_stamp server)"; then return; fi
  step "preparing quick starts (once per build)"
  rm -f "$archive"
  : >"$log"
  work=$(mktemp -d)
  start_for_archive "$archive" "$work" >"$log" 2>&1 </dev/null &
  pid=$!
  # shellcheck disable=SC2064  # both are known now
  trap "kill -KILL $pid 2>/dev/null; rm -rf '$work'" EXIT
  while kill -0 "$pid" 2>/dev/null && ! grep -q 'Stop with' "$log" && [ "$tenths" -lt 600 ]; do
    sleep 0.1
    tenths=$((tenths + 1))
  done
  kill -TERM "$pid" 2>/dev/null || true
  wait "$pid" || true
  trap - EXIT
  rm -rf "$work"
  stamp archive "$(archive_stamp server)"
}

# With defaults only: what is set for the real start is none of its business.
start_for_archive() {
  local java=$JAVA_HOME/bin/java classpath name
  classpath=$(classpath_of server)
  for name in "${!BECKON_@}"; do unset "$name"; done
  exec "$java" "${JAVA_FLAGS[@]}" "-XX:AOTCacheOutput=$1" -cp "$classpath" dev.beckon.server.Main serve --data "$2" --port 0
}

run_module() {
  local module=$1 main=$2 flags=("${JAVA_FLAGS[@]}")
  shift 2
  build_module "$module"
  if [ "$main" = dev.beckon.server.Main ]; then archive_server; fi
  if [ -f "$(archive_of "$module")" ]; then flags+=("-XX:AOTCache=$(archive_of "$module")"); fi
  cd "$BECKON_CALLED_FROM"
  # shellcheck disable=SC2086  # BECKON_JAVA_OPTS holds several flags
  exec "$JAVA_HOME/bin/java" "${flags[@]}" ${BECKON_JAVA_OPTS:-} -cp "$(classpath_of "$module")" "$main" "$@"
}

run_server() { run_module server dev.beckon.server.Main "$@"; }
