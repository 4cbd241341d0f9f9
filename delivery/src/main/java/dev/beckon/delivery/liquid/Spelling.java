package dev.beckon.delivery.liquid;

import java.util.Collection;
import java.util.Comparator;

/// Guesses which known name was meant by an unknown one.
final class Spelling {

  private static final int DISTANCE_MAX = 2;
  private static final int LENGTH_MAX = 40;

  private Spelling() {}

  /// A sentence with the closest name, or nothing when none is close.
  static String suggestion(String name, Collection<String> known) {
    if (name.length() > LENGTH_MAX) {
      return "";
    }
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= DISTANCE_MAX)
        .min(
            Comparator.comparingInt((String candidate) -> distance(name, candidate))
                .thenComparing(c -> c))
        .map(closest -> " Did you mean “" + closest + "”?")
        .orElse("");
  }

  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (var j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (var i = 1; i <= a.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j < row.length; j++) {
        var changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
