package dev.beckon.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the command line asks for.
///
/// @param seed the first one
/// @param seeds how many, counting up
record Arguments(long seed, int seeds, int people, int days) {
  private static final int SEEDS_IF_NONE_IS_NAMED = 100;
  private static final long MANY = 1_000_000;

  static Arguments of(String[] args) {
    Map<String, Long> given = new LinkedHashMap<>();
    for (String known : new String[] {"--seed", "--seeds", "--people", "--days"}) {
      given.put(known, 0L);
    }
    for (int i = 0; i < args.length; i += 2) {
      String key = args[i];
      if (!given.containsKey(key)) {
        throw new IllegalArgumentException(
            "Expected --seed N, --seeds N, --people N or --days N, but got " + key + ".");
      }
      given.put(key, number(key, i + 1 < args.length ? args[i + 1] : ""));
    }
    boolean one = given.getOrDefault("--seed", 0L) > 0;
    return new Arguments(
        or(given, "--seed", 1),
        (int) or(given, "--seeds", one ? 1 : SEEDS_IF_NONE_IS_NAMED),
        (int) or(given, "--people", 12),
        (int) or(given, "--days", 14));
  }

  private static long or(Map<String, Long> given, String key, long ifAbsent) {
    long number = given.getOrDefault(key, 0L);
    return number == 0 ? ifAbsent : number;
  }

  private static long number(String key, String text) {
    try {
      long number = Long.parseLong(text);
      if (number > 0 && (number <= MANY || key.equals("--seed"))) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw new IllegalArgumentException(
        "Expected a whole number above 0 after " + key + ", but got \"" + text + "\".");
  }
}
