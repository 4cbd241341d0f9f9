package dev.beckon.api.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The Node project of `src/test/node`, copied to `target/node` with its pinned packages installed.
///
/// They are fetched when the lock file is not the one they were installed from.
final class NodeProject {
  private static final Path SOURCE = Path.of("src", "test", "node");
  private static final Path FOLDER = Path.of("target", "node");
  private static final Path INSTALLED = FOLDER.resolve("installed-from.json");
  private static final long INSTALL_SECONDS = 180;
  private static final long RUN_SECONDS = 60;

  private NodeProject() {}

  static void install() throws IOException {
    Files.createDirectories(FOLDER);
    try (Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path lock = FOLDER.resolve("package-lock.json");
    if (Files.exists(INSTALLED) && Files.mismatch(INSTALLED, lock) < 0) {
      return;
    }
    run(
        List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
        Map.of(),
        INSTALL_SECONDS);
    Files.copy(lock, INSTALLED, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Runs a script and returns what it printed.
  static String run(String script, Map<String, String> environment) throws IOException {
    return run(List.of("node", script), environment, RUN_SECONDS);
  }

  private static String run(List<String> command, Map<String, String> environment, long seconds)
      throws IOException {
    Path out = FOLDER.resolve(command.getFirst() + ".out");
    Path log = FOLDER.resolve(command.getFirst() + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectOutput(out.toFile())
            .redirectError(log.toFile());
    builder.environment().putAll(environment);
    Process process = start(builder);
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failed(command, "it took longer than " + seconds + " s", log);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (process.exitValue() != 0) {
      throw failed(command, "it ended with " + process.exitValue(), log);
    }
    return Files.readString(out);
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Expected " + builder.command().getFirst() + " on the PATH; install Node with npm.", e);
    }
  }

  private static AssertionError failed(List<String> command, String why, Path log)
      throws IOException {
    return new AssertionError(
        "Expected "
            + String.join(" ", command)
            + " to work, but "
            + why
            + ":\n"
            + Files.readString(log));
  }
}
