package dev.beckon.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The measurements of docs/performance.md, from the command line.
public final class Bench {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private static final String USAGE =
      """
      Usage: ./beckon bench [--only B2] [--scratch DIR] [--results DIR]

        --only NAME     one measurement: START, B1, B2 (with B3), B4
        --scratch DIR   where the data is kept meanwhile; the disk under it is what is measured
                        (default: a new folder in the present one)
        --door FILE     path of ./beckon, whose start is then measured too; ./beckon gives its own
        --results DIR   where the findings go as JSON (default bench/results)
      """;

  private Bench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Choice choice;
    try {
      choice = Choice.of(args);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.err.print(USAGE);
      System.exit(2);
      return;
    }
    run(choice);
  }

  private static void run(Choice choice) throws IOException, InterruptedException {
    Files.createDirectories(choice.scratch());
    Path scratch = Files.createTempDirectory(choice.scratch(), "bench-");
    try {
      Map<String, String> facts = Machine.facts(scratch);
      List<Finding> findings = new ArrayList<>();
      for (Measurement measurement : choice.measurements()) {
        OUT.println("Measuring " + String.join(", ", measurement.answers()) + " …");
        Path own = Files.createDirectory(scratch.resolve(measurement.answers().getFirst()));
        findings.addAll(measurement.run(own));
        delete(own);
      }
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      Report report = new Report(now.toString(), facts, findings);
      OUT.println();
      report.print(OUT);
      Path file = choice.results().resolve(now.toString().replace(":", "") + ".json");
      report.write(file);
      OUT.println();
      OUT.println("Written to " + file);
    } finally {
      delete(scratch);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
