package dev.beckon.host.rocksdb;

import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.query.Queries;
import dev.beckon.simulator.Harness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/// The host as the behaviour suite drives it: with the suite's clock, and with a disk that can be
/// taken away.
final class RocksHarness implements Harness {
  private final Path folder;
  private final RocksSettings settings;
  private final InstantSource clock = () -> Instant.ofEpochMilli(now());
  private final BlockingQueue<Outputs.Pending> handed = new LinkedBlockingQueue<>();
  private volatile long now;
  private volatile boolean diskGone;
  private RocksHost host;

  RocksHarness(Path folder, int partitions, long now) {
    this.folder = folder;
    this.settings = TestSettings.small().withPartitions(partitions);
    this.now = now;
    this.host = open();
  }

  private RocksHost open() {
    try {
      RocksHost opened = RocksHost.open(folder, settings, clock, this::commit);
      opened.start(handed::add);
      return opened;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void commit(Database database, WriteBatch batch) throws RocksDBException {
    if (diskGone) {
      throw new RocksDBException("The process has been killed.");
    }
    database.commit(batch);
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public Receipt accept(Message message) {
    Receipt receipt = Bed.await(host.intake().accept(message));
    settle();
    return receipt;
  }

  @Override
  public void acceptAll(List<Message> messages) {
    messages.stream().map(host.intake()::accept).toList().forEach(Bed::await);
    settle();
  }

  @Override
  public void advanceTo(long at) {
    settle();
    for (long due = host.nextDue(); due <= at; due = host.nextDue()) {
      now = due;
      settle();
    }
    now = at;
    settle();
  }

  /// Has every partition look at its timers until nothing more is due.
  private void settle() {
    do {
      Bed.await(host.intake().accept(new Message.Tick(now)));
    } while (host.nextDue() <= now);
  }

  @Override
  public List<Outputs.Pending> takeDeliveries() {
    List<Outputs.Pending> taken = new ArrayList<>();
    handed.drainTo(taken);
    return taken;
  }

  @Override
  public Queries queries() {
    return host.queries();
  }

  @Override
  public void restart() {
    host.close();
    handed.clear();
    host = open();
    settle();
  }

  @Override
  public void kill() {
    diskGone = true;
    host.close();
    diskGone = false;
    handed.clear();
    host = open();
    settle();
  }

  @Override
  public void close() {
    host.close();
  }
}
