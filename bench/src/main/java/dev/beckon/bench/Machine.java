package dev.beckon.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the figures were taken on.
final class Machine {
  private static final int SYNCS = 400;
  private static final int SYNC_BYTES = 4_096;

  /// Facts by name, in the order in which they are shown.
  static Map<String, String> facts(Path scratch) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("processor", lineOf("/proc/cpuinfo", "model name"));
    facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put("memory", lineOf("/proc/meminfo", "MemTotal"));
    facts.put("load before", firstLine("/proc/loadavg"));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put(
        "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    facts.put("file system", Files.getFileStore(scratch).type());
    Spread syncs = syncMillis(scratch);
    facts.put(
        "fsync of 4 KiB",
        String.format(
            Locale.ROOT, "%.2f ms (%.2f to %.2f)", syncs.median(), syncs.least(), syncs.most()));
    return facts;
  }

  /// How long the disk takes to make an append of 4 KiB durable (ms).
  static Spread syncMillis(Path scratch) throws IOException {
    Path file = Files.createTempFile(scratch, "sync", ".bin");
    List<Double> millis = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer block = ByteBuffer.allocateDirect(SYNC_BYTES);
      for (int i = 0; i < SYNCS; i++) {
        long began = System.nanoTime();
        channel.write(block.rewind());
        channel.force(false);
        millis.add((System.nanoTime() - began) / 1e6);
      }
    } finally {
      Files.delete(file);
    }
    return Spread.of(millis);
  }

  private static String lineOf(String file, String name) throws IOException {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      return "unknown";
    }
    return Files.readAllLines(path).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String firstLine(String file) throws IOException {
    Path path = Path.of(file);
    return Files.isReadable(path) ? Files.readAllLines(path).getFirst() : "unknown";
  }

  private Machine() {}
}
