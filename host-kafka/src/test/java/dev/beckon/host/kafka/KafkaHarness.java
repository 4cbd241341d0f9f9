package dev.beckon.host.kafka;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.engine.Partition;
import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.host.Unavailable;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.query.Queries;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.MetaKind;
import dev.beckon.engine.store.Table;
import dev.beckon.simulator.Harness;
import dev.beckon.simulator.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The Kafka host under test, on the shared broker with topics of its own.
///
/// A message has had all its consequences when its receipt is there, and every delivery that waits
/// for its end has been handed in.
final class KafkaHarness implements Harness {
  private static final AtomicInteger INSTALLATIONS = new AtomicInteger();
  private static final long WAIT_NS_MAX = TimeUnit.SECONDS.toNanos(90);
  private static final long LOOK_NS = 500_000;

  /// Longer than any test: it tells the time itself.
  private static final int NEVER_MS = 86_400_000;

  private final Path folder;
  private final KafkaSettings settings;
  private final List<Outputs.Pending> handed = new ArrayList<>();
  private final Set<DeliveryId> everHanded = ConcurrentHashMap.newKeySet();
  private volatile long now;
  private KafkaHost host;

  KafkaHarness(int partitions, long now) {
    this.now = now;
    try {
      folder = Files.createTempDirectory("beckon-kafka");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    settings = settings(folder, partitions, NEVER_MS);
    host = open();
  }

  /// Of an installation that was not there before.
  static KafkaSettings settings(Path folder, int partitions, int tickEveryMs) {
    String name = "test-" + INSTALLATIONS.incrementAndGet();
    return new KafkaSettings(
        Broker.address(), name, "localhost", folder, partitions, 1, 1_000, 5, tickEveryMs);
  }

  private KafkaHost open() {
    try {
      KafkaHost opened = KafkaHost.open(settings, () -> Instant.ofEpochMilli(now));
      opened.start(this::hand);
      return opened;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void hand(Outputs.Pending pending) {
    synchronized (handed) {
      handed.add(pending);
    }
    everHanded.add(pending.deliver().id());
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public Receipt accept(Message message) {
    Receipt receipt = host.intake().accept(message).join();
    settle();
    return receipt;
  }

  @Override
  public void acceptAll(List<Message> messages) {
    messages.stream().map(host.intake()::accept).toList().forEach(CompletableFuture::join);
    settle();
  }

  @Override
  public void advanceTo(long at) {
    for (long due = nextDue(); due <= at; due = nextDue()) {
      now = Math.max(now, due);
      accept(new Message.Tick(now));
    }
    now = at;
    accept(new Message.Tick(now));
  }

  private long nextDue() {
    Stored stored = new Stored(host.queries());
    return stored.isQuiet() ? stored.nextDue() : 0;
  }

  @Override
  public List<Outputs.Pending> takeDeliveries() {
    synchronized (handed) {
      List<Outputs.Pending> taken = List.copyOf(handed);
      handed.clear();
      return taken;
    }
  }

  @Override
  public Queries queries() {
    return host.queries();
  }

  @Override
  public void restart() {
    host.close();
    reopen();
  }

  /// The machine is lost with its rows, which come back from the cluster.
  @Override
  public void kill() {
    host.close();
    Broker.delete(folder.resolve(settings.applicationId()));
    reopen();
  }

  private void reopen() {
    takeDeliveries();
    everHanded.clear();
    host = open();
    settle();
  }

  @Override
  public void close() {
    host.close();
    Broker.delete(folder);
  }

  private void settle() {
    await(host, this::isSettled);
  }

  /// Waits, but not for ever.
  static void await(KafkaHost host, Condition condition) {
    long end = System.nanoTime() + WAIT_NS_MAX;
    while (!holds(condition)) {
      host.failure()
          .ifPresent(
              failure -> {
                throw new AssertionError(failure);
              });
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Expected the host to come to rest, but it did not.");
      }
      LockSupport.parkNanos(LOOK_NS);
    }
  }

  /// Something that comes true sooner or later.
  @FunctionalInterface
  interface Condition {
    boolean holds();
  }

  private static boolean holds(Condition condition) {
    try {
      return condition.holds();
    } catch (Unavailable _) {
      return false;
    }
  }

  private boolean isSettled() {
    return pending(host).stream().allMatch(everHanded::contains);
  }

  /// Nothing is on its way into a partition. Of the relays, those received are counted first: if as
  /// many were sent when that is asked afterwards, none was on its way in between.
  static boolean isAtRest(KafkaHost host) {
    for (int partition = 0; partition < host.partitions(); partition++) {
      if (host.standing(partition).next() < host.appended(partition)) {
        return false;
      }
    }
    Map<String, Long> received = relays(host, MetaKind.RECEIVED);
    return received.equals(relays(host, MetaKind.SENT));
  }

  /// By `source>destination`.
  private static Map<String, Long> relays(KafkaHost host, MetaKind kind) {
    Map<String, Long> relays = new TreeMap<>();
    byte[] from = Keys.metas(kind);
    for (int here = 0; here < host.partitions(); here++) {
      int partition = here;
      host.queries()
          .read(
              partition,
              rows -> {
                rows.scan(
                    Table.META,
                    from,
                    Keys.after(from),
                    (key, row) -> {
                      int there = Keys.metaOf(key);
                      relays.put(
                          kind == MetaKind.SENT ? partition + ">" + there : there + ">" + partition,
                          NumberRow.read(row));
                      return true;
                    });
                return relays;
              });
    }
    return relays;
  }

  private static List<DeliveryId> pending(KafkaHost host) {
    List<DeliveryId> pending = new ArrayList<>();
    for (int here = 0; here < host.partitions(); here++) {
      int partition = here;
      host.queries().read(partition, rows -> Partition.pendingDeliveries(rows, partition)).stream()
          .map(each -> each.deliver().id())
          .forEach(pending::add);
    }
    return pending;
  }
}
