package dev.beckon.host.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.value.Value;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.ActivityFilter;
import dev.beckon.engine.query.ActivityView;
import dev.beckon.engine.query.Deliveries;
import dev.beckon.engine.query.DeliveryFilter;
import dev.beckon.engine.query.DeliveryView;
import dev.beckon.engine.query.Page;
import dev.beckon.engine.query.People;
import dev.beckon.engine.query.Queries;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A host under test, in the words of the tests.
final class Bed implements AutoCloseable {
  /// How long anything is waited for: far longer than it takes, even on a busy machine.
  static final int PATIENCE_SECONDS = 30;

  /// From where an event comes in, to a desk, to a home, and back.
  private static final int MOVES_MAX = 4;

  private static final int PAGE = 100;

  private final RocksHost host;
  private final BlockingQueue<Outputs.Pending> deliveries = new LinkedBlockingQueue<>();

  private Bed(RocksHost host) {
    this.host = host;
  }

  static Bed started(Path folder) throws IOException {
    return started(folder, InstantSource.system(), Database::commit);
  }

  static Bed started(Path folder, InstantSource clock) throws IOException {
    return started(folder, clock, Database::commit);
  }

  static Bed started(Path folder, InstantSource clock, Disk disk) throws IOException {
    Bed bed = new Bed(RocksHost.open(folder, TestSettings.small(), clock, disk));
    bed.host.start(bed.deliveries::add);
    return bed;
  }

  RocksHost host() {
    return host;
  }

  CompletableFuture<Receipt> publish(long version, Value.Fields definitions) {
    return host.intake().accept(new Message.Publish(Docs.WORKSPACE, version, 0, definitions));
  }

  CompletableFuture<Receipt> identify(String id) {
    return host.intake().accept(Says.identify(id));
  }

  CompletableFuture<Receipt> track(Identifier by, String name) {
    return host.intake().accept(Says.track(by, name, Value.Fields.EMPTY, null));
  }

  CompletableFuture<Receipt> reportSent(DeliveryId delivery) {
    return host.intake().accept(Says.sent(delivery));
  }

  static Receipt await(CompletableFuture<Receipt> receipt) {
    try {
      return receipt.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      throw new AssertionError("Expected an acknowledgement, but: " + failed, failed);
    }
  }

  Outputs.Pending nextDelivery() {
    try {
      Outputs.Pending next = deliveries.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("Expected a delivery, but none came.");
      }
      return next;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /// Waits until nothing is on its way between partitions any more. What is kept for another
  /// partition is forgotten only after it has arrived there, so whatever slips through a look at
  /// one partition after the other has moved on meanwhile, and nothing moves on so many times.
  void awaitRest() {
    int quietLooks = 0;
    while (quietLooks <= MOVES_MAX) {
      await(host.intake().accept(new Message.Tick(0)));
      quietLooks = relaysUnderWay() == 0 ? quietLooks + 1 : 0;
    }
  }

  private int relaysUnderWay() {
    Queries queries = host.queries();
    return IntStream.range(0, queries.partitions())
        .map(partition -> queries.read(partition, Bed::relays))
        .sum();
  }

  private static int relays(Rows rows) {
    AtomicInteger count = new AtomicInteger();
    rows.scan(Table.RELAY, new byte[0], null, (_, _) -> count.incrementAndGet() > 0);
    return count.get();
  }

  /// Waits until the first so many people have been sent so many messages in all.
  void awaitDeliveries(int people, int count) {
    while (countOfDeliveries(people) < count) {
      nextDelivery();
    }
  }

  private int countOfDeliveries(int people) {
    return IntStream.range(0, people).map(i -> deliveries("p" + i).size()).sum();
  }

  void expectNoDelivery() {
    assertThat(deliveries).isEmpty();
  }

  /// The names of the events of a person, oldest first.
  List<String> events(String id) {
    List<String> names = new ArrayList<>();
    activities(id).forEach(activity -> names.addFirst(activity.name()));
    return names;
  }

  /// The events of a person, newest first.
  List<Fact.Activity> activities(String id) {
    ActivityFilter events = new ActivityFilter(Set.of("event"), Set.of(), null, false);
    return key(id)
        .map(key -> all(next -> new Activities(host.queries()).ofPerson(key, events, next, PAGE)))
        .orElse(List.of())
        .stream()
        .map(ActivityView::activity)
        .toList();
  }

  List<DeliveryView> deliveries(String id) {
    Deliveries all = new Deliveries(host.queries());
    return key(id)
        .map(key -> all(next -> all.ofPerson(key, DeliveryFilter.ALL, next, PAGE)))
        .orElse(List.of());
  }

  private Optional<PersonKey> key(String id) {
    return new People(host.queries()).keyOf(Docs.WORKSPACE, Identifier.id(id));
  }

  private static <T> List<T> all(Function<@Nullable String, Page<T>> pages) {
    Page<T> page = pages.apply(null);
    List<T> items = new ArrayList<>(page.items());
    while (page.next() != null) {
      page = pages.apply(page.next());
      items.addAll(page.items());
    }
    return items;
  }

  static int homeOf(Receipt receipt) {
    assertThat(receipt.person()).isNotNull();
    return receipt.person().partition();
  }

  int countOfEvents(String id) {
    return events(id).size();
  }

  @Override
  public void close() {
    host.close();
  }
}
