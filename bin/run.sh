# Starts a built module in the foreground. Sourced by ../beckon.

# Native access: RocksDB, SQLite, DuckDB and zstd bring their own libraries.
readonly JAVA_FLAGS=(--enable-native-access=ALL-UNNAMED -XX:+UseCompactObjectHeaders -Xlog:cds=off -Xlog:aot=off)

# The module's jar and its libraries in a fixed order, as the archive of loaded classes demands.
classpath_of() {
  local dir=$BECKON_ROOT/$1/target
  printf '%s' "$dir/$1.jar"
  find "$dir/lib" -name '*.jar' | LC_ALL=C sort | while IFS= read -r jar; do printf ':%s' "$jar"; done
}

run_module() {
  local module=$1 main=$2
  shift 2
  build_module "$module"
  cd "$BECKON_CALLED_FROM"
  # shellcheck disable=SC2086  # BECKON_JAVA_OPTS holds several flags
  exec "$JAVA_HOME/bin/java" "${JAVA_FLAGS[@]}" ${BECKON_JAVA_OPTS:-} -cp "$(classpath_of "$module")" "$main" "$@"
}

run_server() { run_module server dev.beckon.server.Main "$@"; }
