package dev.beckon.server.crash;

import dev.beckon.server.Main;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// `serve` in a process of its own, made to be killed.
final class ServerProcess implements AutoCloseable {
  static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /// Starts one and waits until it answers.
  ///
  /// @param folder where its data, `bootstrap.json` and its log are
  static ServerProcess start(Path folder, URI url) throws IOException {
    Path log = folder.resolve("server.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "serve",
                    "--data",
                    folder.resolve("data").toString(),
                    "--port",
                    Integer.toString(url.getPort()),
                    "--bootstrap",
                    folder.resolve("bootstrap.json").toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("BECKON_"));
    ServerProcess started = new ServerProcess(builder.start(), log);
    await("the server to be ready", () -> started.isReady(url));
    return started;
  }

  private boolean isReady(URI url) {
    if (!process.isAlive()) {
      throw new AssertionError("Expected the server to live, but it said:\n" + said());
    }
    return Caller.isReady(url);
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      return String.valueOf(unreadable.getMessage());
    }
  }

  /// Waits, but not for ever.
  static void await(String what, Condition condition) {
    long end = System.nanoTime() + PATIENCE_NS;
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Expected " + what + ", but it did not come to be.");
      }
      LockSupport.parkNanos(LOOK_NS);
    }
  }

  /// Something that comes true sooner or later.
  @FunctionalInterface
  interface Condition {
    boolean holds();
  }

  /// SIGKILL.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// SIGTERM, and whatever the server does about it.
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_NS, TimeUnit.NANOSECONDS)) {
      throw new AssertionError("Expected the server to stop, but it did not.");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
