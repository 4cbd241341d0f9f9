package dev.beckon.server.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known word that resembles a mistyped one most.
public final class Nearest {

  private static final int EDITS_MAX = 4;

  private Nearest() {}

  /// The nearest of the known words, unless it is further away than half of the word's length.
  public static Optional<String> to(String word, Collection<String> known) {
    int editsMax = Math.min(EDITS_MAX, Math.max(1, word.length() / 2));
    return known.stream()
        .filter(candidate -> edits(word, candidate) <= editsMax)
        .min(Comparator.comparingInt(candidate -> edits(word, candidate)));
  }

  /// `; did you mean "port"?`, or nothing.
  public static String hint(String word, Collection<String> known) {
    return to(word, known).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }

  /// How many letters have to be put in, taken out or exchanged.
  static int edits(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int exchanged = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(exchanged, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[to.length()];
  }
}
