package dev.beckon.core.catalog;

import java.util.Collection;

/// What the author probably meant.
public final class Suggestion {
  private static final int DISTANCE_MAX = 3;

  private Suggestion() {}

  /// Says which keys there are and which one is closest.
  public static String unknownKey(String key, Collection<String> known) {
    return "Expected one of "
        + String.join(", ", known)
        + ", but got \""
        + key
        + "\"."
        + didYouMean(key, known);
  }

  static String unknownWord(String word, Collection<String> known) {
    return unknownKey(word, known);
  }

  static String didYouMean(String word, Collection<String> known) {
    String best = null;
    int bestDistance = DISTANCE_MAX + 1;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best == null ? "" : " Did you mean \"" + best + "\"?";
  }

  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > DISTANCE_MAX) {
      return DISTANCE_MAX + 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, Math.min(row[j - 1], above) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
