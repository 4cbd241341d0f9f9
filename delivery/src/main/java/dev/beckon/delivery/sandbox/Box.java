package dev.beckon.delivery.sandbox;

import dev.beckon.delivery.email.Mail;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sandbox inbox of one workspace: a folder of files, and what they are about in memory.
final class Box {
  private static final Logger LOG = LoggerFactory.getLogger(Box.class);

  private final Path folder;
  private final int messagesMax;
  private final ReentrantLock lock = new ReentrantLock();
  private final TreeMap<Long, SandboxRow> rows = new TreeMap<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private long last;

  Box(Path folder, int messagesMax) throws IOException {
    this.messagesMax = messagesMax;
    this.folder = Files.createDirectories(folder);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SandboxFile.SUFFIX)) {
      for (Path file : files) {
        load(file);
      }
    }
    this.last = rows.isEmpty() ? 0 : rows.lastKey();
  }

  private void load(Path file) {
    try {
      SandboxRow row = SandboxFile.row(file);
      rows.put(row.sequence(), row);
      sequences.put(row.id(), row.sequence());
    } catch (IOException e) {
      LOG.warn("A file of the sandbox cannot be read; it is passed over.", e);
    }
  }

  /// Keeps the message; one that is here already is replaced in its place.
  void add(Mail mail) throws IOException {
    lock.lock();
    try {
      Long known = sequences.get(mail.id());
      long sequence = known == null ? ++last : known;
      SandboxFile.write(SandboxFile.path(folder, sequence), mail);
      rows.put(sequence, new SandboxRow(sequence, mail.id(), mail.note()));
      sequences.put(mail.id(), sequence);
      while (rows.size() > messagesMax) {
        remove(rows.firstEntry().getValue());
      }
    } finally {
      lock.unlock();
    }
  }

  private void remove(SandboxRow row) throws IOException {
    Files.deleteIfExists(SandboxFile.path(folder, row.sequence()));
    rows.remove(row.sequence());
    sequences.remove(row.id());
  }

  /// Removes what is older.
  void expire(long before) throws IOException {
    lock.lock();
    try {
      while (!rows.isEmpty() && rows.firstEntry().getValue().note().at() < before) {
        remove(rows.firstEntry().getValue());
      }
    } finally {
      lock.unlock();
    }
  }

  void clear() throws IOException {
    lock.lock();
    try {
      for (SandboxRow row : List.copyOf(rows.values())) {
        remove(row);
      }
    } finally {
      lock.unlock();
    }
  }

  List<SandboxRow> list(String words, long before, int limit) {
    String sought = words.strip().toLowerCase(Locale.ROOT);
    List<SandboxRow> found = new ArrayList<>();
    lock.lock();
    try {
      for (SandboxRow row : rows.headMap(before, false).descendingMap().values()) {
        if (found.size() == limit) {
          break;
        }
        if (has(row.note().to(), sought) || has(row.note().subject(), sought)) {
          found.add(row);
        }
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  private static boolean has(String text, String sought) {
    return text.toLowerCase(Locale.ROOT).contains(sought);
  }

  Optional<SandboxRow> row(String id) {
    lock.lock();
    try {
      Long sequence = sequences.get(id);
      return sequence == null ? Optional.empty() : Optional.ofNullable(rows.get(sequence));
    } finally {
      lock.unlock();
    }
  }

  /// The message; empty if it has been removed meanwhile.
  Optional<byte[]> message(SandboxRow row) throws IOException {
    try {
      return Optional.of(SandboxFile.message(SandboxFile.path(folder, row.sequence())));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
