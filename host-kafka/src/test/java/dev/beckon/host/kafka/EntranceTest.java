package dev.beckon.host.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.host.Overloaded;
import dev.beckon.engine.host.Unavailable;
import dev.beckon.engine.message.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/// The intake acknowledges what the brokers have, and refuses what would have to wait too long.
final class EntranceTest {
  private static final int PARTITIONS = 4;
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private final MockProducer<byte[], byte[]> brokers =
      new MockProducer<>(
          false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
  private final Entrance entrance =
      new Entrance(
          KafkaSettings.of("127.0.0.1:1", "shop", "localhost", Path.of("."), PARTITIONS, 1, 2),
          CLOCK,
          brokers);

  @Test
  void refusesMoreThanMayWait() {
    var first = entrance.accept(Shop.meets("ann"));
    assertThat(entrance.accept(Shop.meets("bob"))).isNotDone();
    assertThatThrownBy(() -> entrance.accept(Shop.meets("eve"))).isInstanceOf(Overloaded.class);
    brokers.completeNext();
    assertThat(first).isCompleted();
    assertThat(entrance.accept(Shop.meets("eve"))).isNotDone();
  }

  @Test
  void tellsEveryPartitionTheTime() {
    var told = entrance.accept(new Message.Tick(0));
    for (int partition = 0; partition < PARTITIONS; partition++) {
      assertThat(told).isNotDone();
      brokers.completeNext();
    }
    assertThat(told).isCompleted();
    assertThat(brokers.history()).extracting(each -> each.partition()).containsExactly(0, 1, 2, 3);
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
    entrance.close();
    assertThatThrownBy(() -> entrance.accept(Shop.meets("ann"))).isInstanceOf(Unavailable.class);
  }
}
