package dev.beckon.host.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Fact;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.host.Unavailable;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.store.Table;
import dev.beckon.simulator.Stored;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two processes share the work; one comes while events come in, and goes while they do. All that
/// was acknowledged, by whichever, counts once.
@Execution(ExecutionMode.CONCURRENT)
final class TwoProcessesTest {
  private static final int PARTITIONS = 6;
  private static final int PEOPLE = 12;
  private static final int EVENTS_OF_A_PHASE = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final byte[] NONE = new byte[0];

  @TempDir private Path folder;

  private final List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
  private final Set<DeliveryId> sent = ConcurrentHashMap.newKeySet();
  private final List<KafkaHost> hosts = new ArrayList<>();
  private int events;

  @AfterEach
  void closeAll() {
    hosts.forEach(KafkaHost::close);
  }

  @Test
  void acknowledgedEventsCountOnceWhoeverComesAndGoes() throws IOException {
    String installation =
        KafkaHarness.settings(folder.resolve("name"), PARTITIONS, 20).applicationId();
    KafkaHost first = opened(installation, "a");
    start(first);
    meetEverybody(first);

    KafkaHost second = opened(installation, "b");
    CompletableFuture<Void> coming = CompletableFuture.runAsync(() -> start(second));
    feed(first);
    assertThat(coming).succeedsWithin(PATIENCE);
    KafkaHarness.await(
        second, () -> owned(second) > 0 && owned(first) + owned(second) == PARTITIONS);
    assertSaysWhere(first);

    feed(first, second);
    CompletableFuture<Void> going = CompletableFuture.runAsync(second::close);
    feed(first);
    assertThat(going).succeedsWithin(PATIENCE);

    assertThat(receipts)
        .allSatisfy(receipt -> assertThat(receipt).succeedsWithin(PATIENCE))
        .allSatisfy(receipt -> assertThat(receipt.join().person()).isNotNull());
    assertOnce(first);
  }

  private static void assertSaysWhere(KafkaHost first) {
    int elsewhere =
        IntStream.range(0, PARTITIONS)
            .filter(partition -> !owns(first, partition))
            .findFirst()
            .orElseThrow();
    assertThatThrownBy(() -> first.standing(elsewhere))
        .isInstanceOf(Unavailable.class)
        .hasMessage("Expected partition %d on a, but it is on b; ask there.".formatted(elsewhere));
  }

  private void assertOnce(KafkaHost host) {
    Stored stored = new Stored(host.queries());
    KafkaHarness.await(host, () -> counted(stored, "thanks", "sent") >= events);
    assertThat(counted(stored, "thanks", "sent")).isEqualTo(events);
    assertThat(counted(stored, "", "started")).isEqualTo(events);
    assertThat(stored.activities().stream().filter(each -> each.name().equals("ordered")))
        .hasSize(events);
    assertThat(sent).hasSize(events);
    assertThat(stored.people()).hasSize(PEOPLE);
  }

  private KafkaHost opened(String installation, String machine) throws IOException {
    KafkaSettings settings =
        new KafkaSettings(
            Broker.address(),
            installation,
            machine,
            folder.resolve(machine),
            PARTITIONS,
            1,
            1_000,
            20,
            20);
    KafkaHost opened = KafkaHost.open(settings, InstantSource.system());
    hosts.add(opened);
    return opened;
  }

  private void start(KafkaHost host) {
    host.start(
        pending -> {
          sent.add(pending.deliver().id());
          var _ = host.intake().accept(Shop.sent(pending.deliver().id()));
        });
  }

  private static void meetEverybody(KafkaHost host) {
    host.intake().accept(Shop.opens()).join();
    CompletableFuture.allOf(
            IntStream.range(0, PEOPLE)
                .mapToObj(person -> host.intake().accept(Shop.meets("p" + person)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  /// Sends events to the processes in turn, without waiting; by id
  /// and by address, so that many are relayed.
  private void feed(KafkaHost... to) {
    int end = events + EVENTS_OF_A_PHASE;
    while (events < end) {
      String id = "p" + events % PEOPLE;
      Identifier by = events % 2 == 0 ? Identifier.id(id) : Shop.address(id);
      Message event = Shop.sees(by, "ordered");
      receipts.add(to[events % to.length].intake().accept(event));
      events++;
    }
  }

  /// How many partitions a process answers for.
  private static long owned(KafkaHost host) {
    return IntStream.range(0, PARTITIONS).filter(partition -> owns(host, partition)).count();
  }

  private static boolean owns(KafkaHost host, int partition) {
    try {
      return host.queries().read(partition, rows -> rows.get(Table.META, NONE) == null);
    } catch (Unavailable elsewhere) {
      assertThat(elsewhere).hasMessageContaining("Expected partition " + partition);
      return false;
    }
  }

  private static long counted(Stored stored, String step, String metric) {
    return stored.counted(Fact.Subject.CAMPAIGN, 1, step, metric);
  }
}
