package dev.beckon.bench;

import dev.beckon.bench.Finding.Quantity;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// START: how long `./beckon serve` takes on a folder that is there, from the call until requests
/// are answered, with and without the archive of loaded classes.
final class ServerStart implements Measurement {
  private static final int ROUNDS = 5;
  private static final double PROMISED_SECONDS = 3;
  private static final String UP = "Stop with";
  private static final String WITHOUT_ARCHIVE = "-XX:AOTMode=off";

  private final String door;
  private final List<Double> usual = new ArrayList<>();
  private final List<Double> without = new ArrayList<>();

  /// @param door path of `./beckon`
  ServerStart(String door) {
    this.door = door;
  }

  @Override
  public List<String> answers() {
    return List.of("START");
  }

  @Override
  public List<Finding> run(Path scratch) throws IOException, InterruptedException {
    start(scratch, ""); // builds what is stale, and makes the folder
    for (int i = 0; i < ROUNDS; i++) {
      usual.add(start(scratch, ""));
      without.add(start(scratch, WITHOUT_ARCHIVE));
    }
    Spread figure = Spread.of(usual);
    return List.of(
        new Finding(
            "START",
            "A second start of ./beckon serve, until requests are answered",
            new Quantity("door to first answer", "s", figure),
            new Quantity("what is promised", "s", Spread.of(PROMISED_SECONDS)),
            figure.median() / PROMISED_SECONDS,
            1,
            false,
            String.format(
                Locale.ROOT,
                "without the archive of loaded classes: %.2f s",
                Spread.of(without).median())));
  }

  /// @return seconds
  private double start(Path data, String flags) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(door, "serve", "--data", data.toString(), "--port", "0")
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("BECKON_"));
    builder.environment().put("BECKON_JAVA_OPTS", flags);
    long began = System.nanoTime();
    Process process = builder.start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(UP)) {
          return (System.nanoTime() - began) / 1e9;
        }
      }
      throw new IOException("Expected a server, but it did not start: " + door + " serve");
    } finally {
      process.destroy();
      process.waitFor();
    }
  }
}
