package dev.beckon.host.rocksdb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder an engine lives in: a marker that says what it is, a lock, and the rows.
final class DataFolder implements AutoCloseable {
  private static final int FORMAT = 1;
  private static final String MARKER = "engine.format";
  private static final String LOCK = "engine.lock";
  private static final Pattern MARK =
      Pattern.compile("beckon engine, format (\\d{1,6})\npartitions (\\d{1,6})\n");

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /// Opens the folder, or makes it where there is none or an empty one.
  static DataFolder open(Path path, int partitions) throws IOException {
    Files.createDirectories(path);
    FileChannel lock = lock(path);
    try {
      if (Files.exists(path.resolve(MARKER))) {
        check(path, partitions);
      } else {
        expectEmpty(path);
        mark(path, partitions);
      }
      return new DataFolder(path, lock);
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  Path rows() {
    return rowsOf(path);
  }

  static Path rowsOf(Path folder) {
    return folder.resolve("rows");
  }

  /// Says of a folder that it holds an engine; the last step in making one.
  static void mark(Path folder, int partitions) throws IOException {
    String text = "beckon engine, format %d\npartitions %d\n".formatted(FORMAT, partitions);
    Path draft = folder.resolve(MARKER + ".new");
    Files.writeString(
        draft,
        text,
        StandardCharsets.US_ASCII,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(draft, folder.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(folder)) {
      directory.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private static void check(Path path, int partitions) throws IOException {
    String text = Files.readString(path.resolve(MARKER), StandardCharsets.US_ASCII);
    Matcher mark = MARK.matcher(text);
    if (!mark.matches()) {
      throw new IOException(
          "Expected "
              + path.resolve(MARKER)
              + " to name a format and a number of partitions, but it does not; restore the folder"
              + " from a backup.");
    }
    int format = Integer.parseInt(mark.group(1));
    if (format != FORMAT) {
      throw new IOException(
          "Expected data of format %d in %s, but found format %d; open it with the version of Beckon that wrote it."
              .formatted(FORMAT, path, format));
    }
    int found = Integer.parseInt(mark.group(2));
    if (found != partitions) {
      throw new IOException(
          "Expected %d partitions in %s, but it was created with %d; the number is fixed, so configure %d."
              .formatted(partitions, path, found, found));
    }
  }

  private static void expectEmpty(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      List<String> others =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> !name.equals(LOCK) && !name.equals(MARKER + ".new"))
              .sorted()
              .toList();
      if (!others.isEmpty()) {
        throw new IOException(
            "Expected an empty folder or one with an engine in it, but %s holds %s; choose another folder."
                .formatted(path, others));
      }
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel;
      }
    } catch (OverlappingFileLockException _) {
      // The same process has it open already: refused below, like any other second opener.
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
    channel.close();
    throw new IOException(
        "Expected to be the only one to use %s, but another Beckon has it open; stop it first or choose another folder."
            .formatted(path));
  }
}
