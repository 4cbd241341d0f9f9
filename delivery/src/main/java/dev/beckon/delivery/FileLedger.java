package dev.beckon.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.beckon.core.delivery.DeliveryId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A ledger in a file that only grows, until it is written anew with what still matters.
///
/// One thread writes; whatever came in while it was waiting for the disk goes out with the next
/// fsync, so that many messages share one.
public final class FileLedger implements AttemptLedger {
  /// The size above which the file is written anew, if most of it no longer matters (bytes).
  public static final long COMPACT_BYTES = 8L * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(FileLedger.class);

  private record Entry(@Nullable LedgerLine line, @Nullable CompletableFuture<Void> durable) {}

  /// Wakes the writer up for the last time.
  private static final Entry END = new Entry(null, null);

  private final Path file;
  private final long compactBytes;

  /// What callers have been told, and what is in the file.
  private final MemoryLedger memory = new MemoryLedger();

  private final MemoryLedger written = new MemoryLedger();
  private final LinkedBlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final Thread writer;
  private FileChannel channel;
  private long size;

  /// Opens the ledger and reads what an earlier process has left in it.
  public static FileLedger open(Path file) {
    return open(file, COMPACT_BYTES);
  }

  static FileLedger open(Path file, long compactBytes) {
    try {
      return new FileLedger(file, compactBytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Expected to open the ledger " + file + ", but could not.", e);
    }
  }

  private FileLedger(Path file, long compactBytes) throws IOException {
    this.file = file;
    this.compactBytes = compactBytes;
    this.channel = FileChannel.open(file, CREATE, READ, WRITE);
    this.size = load();
    channel.truncate(size);
    this.writer = Thread.ofPlatform().name("attempt-ledger").start(this::write);
  }

  /// Reads all whole lines and gives their length; whatever follows was cut short by a crash.
  private long load() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes, bytes.position());
    }
    String text = new String(bytes.array(), 0, bytes.position(), UTF_8);
    long good = 0;
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      String line = text.substring(start, end);
      Optional<LedgerLine> parsed = LedgerLine.parse(line);
      if (parsed.isEmpty()) {
        break;
      }
      parsed.get().applyTo(memory);
      parsed.get().applyTo(written);
      good += line.getBytes(UTF_8).length + 1L;
      start = end + 1;
    }
    if (good < channel.size()) {
      LOG.warn("The ledger ended in a damaged line, as after a crash; it was cut off.");
    }
    return good;
  }

  @Override
  public Optional<Outcome> outcome(DeliveryId delivery) {
    return memory.outcome(delivery);
  }

  @Override
  public boolean inDoubt(DeliveryId delivery) {
    return memory.inDoubt(delivery);
  }

  @Override
  public void started(DeliveryId delivery) {
    durably(LedgerLine.of(LedgerLine.STARTED, delivery));
    memory.started(delivery);
  }

  @Override
  public void withdrawn(DeliveryId delivery) {
    soon(LedgerLine.of(LedgerLine.WITHDRAWN, delivery));
    memory.withdrawn(delivery);
  }

  @Override
  public void ended(DeliveryId delivery, Outcome outcome) {
    memory.ended(delivery, outcome);
    durably(LedgerLine.ended(delivery, outcome));
  }

  @Override
  public void reported(DeliveryId delivery) {
    if (memory.inDoubt(delivery) || memory.outcome(delivery).isPresent()) {
      soon(LedgerLine.of(LedgerLine.REPORTED, delivery));
      memory.reported(delivery);
    }
  }

  private void soon(LedgerLine line) {
    queue.add(new Entry(line, null));
  }

  private void durably(LedgerLine line) {
    CompletableFuture<Void> durable = new CompletableFuture<>();
    queue.add(new Entry(line, durable));
    durable.join();
  }

  private void write() {
    List<Entry> batch = new ArrayList<>();
    boolean open = true;
    while (open) {
      batch.clear();
      batch.add(take());
      queue.drainTo(batch);
      open = !batch.contains(END);
      writeBatch(batch);
    }
  }

  private Entry take() {
    try {
      return queue.take();
    } catch (InterruptedException _) {
      return END;
    }
  }

  private void writeBatch(List<Entry> batch) {
    try {
      append(batch);
      batch.forEach(entry -> complete(entry.durable(), null));
      if (size > compactBytes && size > 4 * liveBytes()) {
        compact();
      }
    } catch (IOException e) {
      LOG.error("Expected to write to the ledger {}, but could not.", file, e);
      batch.forEach(entry -> complete(entry.durable(), e));
    }
  }

  private static void complete(
      @Nullable CompletableFuture<Void> durable, @Nullable IOException problem) {
    if (durable == null) {
      return;
    }
    if (problem == null) {
      durable.complete(null);
    } else {
      durable.completeExceptionally(problem);
    }
  }

  private void append(List<Entry> batch) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    boolean force = false;
    for (Entry entry : batch) {
      if (entry.line() != null) {
        lines.writeBytes(entry.line().bytes());
        force |= entry.durable() != null;
      }
    }
    writeAt(channel, size, lines.toByteArray());
    if (force) {
      channel.force(false);
    }
    size += lines.size();
    for (Entry entry : batch) {
      if (entry.line() != null) {
        entry.line().applyTo(written);
      }
    }
  }

  /// Always at the end of the last good line, so that a write that failed half-way is written over.
  private static void writeAt(FileChannel channel, long position, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer, position + buffer.position());
    }
  }

  private long liveBytes() {
    return written.size() * 400L;
  }

  private void compact() throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    FileChannel target = FileChannel.open(fresh, CREATE, WRITE, READ, TRUNCATE_EXISTING);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    written.entries().entrySet().forEach(e -> lines.writeBytes(LedgerLine.of(e).bytes()));
    writeAt(target, 0, lines.toByteArray());
    target.force(true);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    channel.close();
    channel = target;
    size = lines.size();
  }

  /// Writes what is waiting and closes the file.
  @Override
  public void close() {
    queue.add(END);
    try {
      writer.join();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
