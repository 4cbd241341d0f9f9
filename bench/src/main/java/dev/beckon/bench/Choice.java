package dev.beckon.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the command line asks for.
record Choice(List<Measurement> measurements, Path scratch, Path results) {

  /// @throws IllegalArgumentException with what was expected instead
  static Choice of(String... args) {
    List<Measurement> measurements =
        new ArrayList<>(
            List.of(new HttpThroughput(), new EventThroughput(), new DeliveryLatency()));
    String only = null;
    Path scratch = Path.of("");
    Path results = Path.of("bench", "results");
    for (int i = 0; i < args.length; i += 2) {
      String value = valueOf(args, i);
      switch (args[i]) {
        case "--only" -> only = value.toUpperCase(Locale.ROOT);
        case "--door" -> measurements.addFirst(new ServerStart(value));
        case "--scratch" -> scratch = Path.of(value);
        case "--results" -> results = Path.of(value);
        default ->
            throw new IllegalArgumentException(
                "Expected --only, --scratch, --results or --door, but got " + args[i] + ".");
      }
    }
    return new Choice(
        only == null ? measurements : only(measurements, only), scratch.toAbsolutePath(), results);
  }

  private static String valueOf(String[] args, int option) {
    if (option + 1 == args.length) {
      throw new IllegalArgumentException(
          "Expected a value after " + args[option] + ", but there is none.");
    }
    return args[option + 1];
  }

  private static List<Measurement> only(List<Measurement> all, String id) {
    List<Measurement> chosen = new ArrayList<>(all);
    chosen.removeIf(measurement -> !measurement.answers().contains(id));
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected one of %s after --only, but got %s."
              .formatted(all.stream().flatMap(one -> one.answers().stream()).toList(), id));
    }
    return chosen;
  }
}
