# What the door says to the person in front of it. Sourced by ../beckon.

# Progress goes to stderr, so that the output of a command can be piped.
step() { printf '%s\n' "▸ $*" >&2; }

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

tree_version() {
  sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$BECKON_ROOT/pom.xml" | head -n 1
}

# The command that resembles the given word most: the least number of edits, at most three.
nearest_command() {
  awk -v word="$1" -v commands="$COMMANDS" '
    function least(a, b, c) { return a < b ? (a < c ? a : c) : (b < c ? b : c) }
    function edits(a, b,    i, j, row) {
      for (j = 0; j <= length(b); j++) row[0, j] = j
      for (i = 1; i <= length(a); i++) {
        row[i, 0] = i
        for (j = 1; j <= length(b); j++)
          row[i, j] = least(row[i-1, j] + 1, row[i, j-1] + 1,
                            row[i-1, j-1] + (substr(a, i, 1) != substr(b, j, 1)))
      }
      return row[length(a), length(b)]
    }
    BEGIN {
      best = 4
      n = split(commands, all, " ")
      for (k = 1; k <= n; k++) { d = edits(word, all[k]); if (d < best) { best = d; name = all[k] } }
      print name
    }'
}

unknown_command() {
  local near
  near=$(nearest_command "$1")
  printf '%s\n' "Expected one of: $COMMANDS; but got \"$1\".${near:+ Did you mean \"./beckon $near\"?}" >&2
  exit 2
}
