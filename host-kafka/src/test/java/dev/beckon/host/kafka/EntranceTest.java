package dev.beckon.host.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.host.Overloaded;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.host.Unavailable;
import dev.beckon.engine.message.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The intake acknowledges what has been answered for, and refuses what would have to wait too
/// long.
final class EntranceTest {
  private static final int PARTITIONS = 4;
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private final MockProducer<byte[], byte[]> brokers =
      new MockProducer<>(
          false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
  private final AtomicLong nanoTime = new AtomicLong();
  private final KafkaSettings settings =
      KafkaSettings.of("127.0.0.1:1", "shop", "localhost", Path.of("."), PARTITIONS, 1, 2);
  private final Promises promises = new Promises(settings, nanoTime::get);
  private final Entrance entrance = new Entrance(settings, CLOCK, promises, brokers);

  @Test
  void refusesMoreThanMayWait() {
    var first = entrance.accept(Shop.meets("ann"));
    assertThat(entrance.accept(Shop.meets("bob"))).isNotDone();
    assertThatThrownBy(() -> entrance.accept(Shop.meets("eve"))).isInstanceOf(Overloaded.class);
    brokers.completeNext();
    assertThat(first).isNotDone();
    answer(0, 0, null);
    assertThat(first).isCompleted();
    assertThat(entrance.accept(Shop.meets("eve"))).isNotDone();
  }

  @Test
  void tellsEveryPartitionTheTimeHoweverManyWait() {
    var _ = entrance.accept(Shop.meets("ann"));
    var _ = entrance.accept(Shop.meets("bob"));
    var told = entrance.accept(new Message.Tick(0));
    for (int partition = 0; partition < PARTITIONS; partition++) {
      assertThat(told).isNotDone();
      answer(2, 0, null);
    }
    assertThat(told).isCompleted();
    assertThat(brokers.history().subList(2, 2 + PARTITIONS))
        .extracting(each -> each.partition())
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void waitsForWhatFollowsAndNamesTheFirstWhomItConcerned() {
    PersonKey ann = PersonKey.at(1, 2, 1);
    var receipt = entrance.accept(Shop.meets("ann"));
    answer(0, 2, null);
    answer(0, 1, ann);
    answer(0, 0, PersonKey.at(1, 3, 1));
    assertThat(receipt).isNotDone();
    answer(0, 0, null);
    assertThat(receipt).isCompletedWithValue(new Receipt(ann));
  }

  @Test
  void passesOverAnswersToOthers() {
    var receipt = entrance.accept(Shop.meets("ann"));
    promises.take(new Answer(UUID.randomUUID(), 1, 0, null));
    assertThat(receipt).isNotDone();
  }

  @Test
  void doesNotWaitForEver() {
    var receipt = entrance.accept(Shop.meets("ann"));
    nanoTime.set(Promises.WAIT_MAX.toNanos());
    promises.expire();
    assertThat(receipt).isNotDone();
    nanoTime.incrementAndGet();
    promises.expire();
    assertThat(receipt)
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(Unavailable.class)
        .withMessageContaining("it is durable");
    answer(0, 0, null);
  }

  @Test
  void answersAreReadAsTheyWereWritten() {
    UUID process = UUID.randomUUID();
    for (Answer answer :
        List.of(
            new Answer(process, 1, 0, null),
            new Answer(process, Long.MAX_VALUE, 7, PersonKey.at(3, 2, 1)))) {
      assertThat(Answer.read(answer.toBytes())).isEqualTo(answer);
    }
    ReturnAddress address = new ReturnAddress(process, 31, 300);
    assertThat(ReturnAddress.in(address.headers())).isEqualTo(address);
  }

  /// Answers for a message that was appended, by its place among all that were.
  private void answer(int appended, int relays, @Nullable PersonKey person) {
    ReturnAddress address = ReturnAddress.in(brokers.history().get(appended).headers());
    assertThat(address).isNotNull();
    promises.take(new Answer(address.process(), address.number(), relays, person));
  }

  @Test
  void saysWhenTheBrokersDoNotTakeAMessage() {
    var refused = entrance.accept(Shop.meets("ann"));
    brokers.errorNext(new NotEnoughReplicasException("one broker is left"));
    assertThat(refused)
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(Unavailable.class)
        .withMessageContaining("one broker is left");
  }

  @Test
  void answersForSomebodyWhoCannotBe() {
    PersonKey nobody = PersonKey.at(1, PARTITIONS, 1);
    assertThat(entrance.accept(Shop.sent(new DeliveryId(nobody, 1)))).isCompleted();
    assertThat(brokers.history()).isEmpty();
  }

  @Test
  void refusesWhenClosed() {
    entrance.shut(new Unavailable("It is late."));
    assertThat(entrance.accept(Shop.meets("ann")))
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(Unavailable.class);
  }
}
