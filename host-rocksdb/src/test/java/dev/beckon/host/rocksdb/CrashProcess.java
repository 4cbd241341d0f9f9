package dev.beckon.host.rocksdb;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The parent's end of a [CrashChild].
final class CrashProcess implements AutoCloseable {
  /// How many events may be on their way; fewer than the child refuses.
  private static final int WINDOW = 400;

  private static final int FAILURES_SHOWN = 5;

  private final Process process;
  private final BufferedWriter in;
  private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Semaphore room = new Semaphore(WINDOW);
  private final Semaphore answers = new Semaphore(0);
  private final Thread reader;

  private CrashProcess(Process process) {
    this.process = process;
    this.in = process.outputWriter(StandardCharsets.US_ASCII);
    this.reader = Thread.ofPlatform().name("crash-reader").start(this::read);
  }

  static CrashProcess start(Path folder) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    CrashProcess started =
        new CrashProcess(
            new ProcessBuilder(
                    java.toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    CrashChild.class.getName(),
                    folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    if (!started.ready.await(Bed.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      started.close();
      throw new AssertionError("Expected the child to be ready, but it is not.");
    }
    return started;
  }

  /// Says a line; what is on its way fits into the pipe, so this does not block.
  void say(String line) throws IOException {
    in.write(line);
    in.newLine();
    in.flush();
  }

  /// Waits while as much is on its way as may be.
  void awaitRoom() throws InterruptedException {
    if (!room.tryAcquire(Bed.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("Expected the child to acknowledge, but it does not: " + failures);
    }
  }

  void awaitAcknowledged(int count) throws InterruptedException {
    if (!answers.tryAcquire(count, Bed.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("Expected the child to acknowledge, but it does not: " + failures);
    }
  }

  Set<Integer> acknowledged() {
    return acknowledged;
  }

  List<String> failures() {
    return failures;
  }

  /// Kills the child as it stands, and reads what it still managed to say.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
    reader.join();
  }

  private void read() {
    try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        hear(line);
      }
    } catch (IOException _) {
      // The child has been killed.
    }
  }

  private void hear(String line) {
    if (line.equals("READY")) {
      ready.countDown();
    } else if (line.matches("ACK -?\\d+")) {
      acknowledged.add(Integer.valueOf(line.substring("ACK ".length())));
      room.release();
      answers.release();
    } else if (failures.size() < FAILURES_SHOWN && process.isAlive()) {
      failures.add(line);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
