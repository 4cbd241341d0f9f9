package dev.beckon.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Person;
import dev.beckon.engine.codec.ActivityRow;
import dev.beckon.engine.codec.PersonCodec;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Table;
import dev.beckon.engine.testing.TombstoneStore;
import dev.beckon.engine.testing.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What partitions tell each other arrives once and in order, however often it is sent.
final class RelaysTest {
  private static final int PARTITIONS = 2;
  private static final Identifier ANN = at(0, "ann");
  private static final Identifier MAIL = mailAt(1);

  private final TombstoneStore left = new TombstoneStore();
  private final TombstoneStore right = new TombstoneStore();
  private Partition one = new Partition(0, PARTITIONS, left);
  private Partition two = new Partition(1, PARTITIONS, right);

  private static Identifier at(int desk, String start) {
    for (int i = 0; ; i++) {
      Identifier id = Identifier.id(start + i);
      if (Routing.deskOf(World.WORKSPACE, id, PARTITIONS) == desk) {
        return id;
      }
    }
  }

  private static Identifier mailAt(int desk) {
    for (int i = 0; ; i++) {
      Identifier mail = Identifier.email("m" + i + "@example.com");
      if (Routing.deskOf(World.WORKSPACE, mail, PARTITIONS) == desk) {
        return mail;
      }
    }
  }

  private static List<Message.Relayed> relayed(int source, List<Outputs.Relay> relays) {
    List<Message.Relayed> messages = new ArrayList<>();
    for (Outputs.Relay relay : relays) {
      messages.add(new Message.Relayed(source, relay.sequence(), relay.message()));
    }
    return messages;
  }

  /// Ann lives in the first partition; the desk of her address is in the second.
  private PersonKey annWithMail() {
    PersonKey ann = null;
    Outputs asking = one.process(left, World.identifying(ANN, "email", MAIL.value()));
    for (Message.Relayed relay : relayed(0, asking.relays())) {
      for (Message.Relayed answer : relayed(1, two.process(right, relay).relays())) {
        ann = one.process(left, answer).person();
      }
    }
    one.finish(left);
    two.finish(right);
    return ann == null ? PersonKey.at(0, 0, 0) : ann;
  }

  private Person person(PersonKey key) {
    byte[] row = left.get(Table.PERSON, Keys.person(key));
    return new PersonCodec().decode(key, row == null ? new byte[0] : row);
  }

  private long events(PersonKey key) {
    long[] count = {0};
    left.scan(
        Table.ACTIVITY,
        Keys.person(key),
        Keys.after(Keys.person(key)),
        (_, row) -> {
          count[0] += ActivityRow.typeOf(row).equals("event") ? 1 : 0;
          return true;
        });
    return count[0];
  }

  @Test
  void aCallAtAnotherDeskIsSentHomeAndProcessedOnce() {
    PersonKey ann = annWithMail();
    Outputs sent = two.process(right, World.tracking(MAIL, "paid", null));
    assertThat(sent.person()).isEqualTo(ann);
    assertThat(sent.relays()).hasSize(1);
    Message.Relayed relay = relayed(1, sent.relays()).getFirst();
    one.process(left, relay);
    one.process(left, relay);
    assertThat(events(ann)).isEqualTo(1);
    one.finish(left);
    one = new Partition(0, PARTITIONS, left);
    assertThat(one.process(left, relay)).isEqualTo(Outputs.NONE);
    assertThat(events(ann)).isEqualTo(1);
  }

  @Test
  void whatMayNotHaveArrivedIsKeptInOrderUntilItHas() {
    annWithMail();
    for (int i = 0; i < 5; i++) {
      two.process(right, World.tracking(MAIL, "paid", null, "n", i));
    }
    two.finish(right);
    two = new Partition(1, PARTITIONS, right);
    List<Outputs.Relay> unsent = Partition.unsentRelays(right, 1);
    assertThat(unsent).extracting(Outputs.Relay::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    two.relayArrived(right, 0, 4);
    assertThat(Partition.unsentRelays(right, 1))
        .extracting(Outputs.Relay::sequence)
        .containsExactly(5L, 6L);
    two.relayArrived(right, 0, 6);
    two.relayArrived(right, 0, 5);
    assertThat(Partition.unsentRelays(right, 1)).isEmpty();
  }

  @Test
  void aGapStopsThePartition() {
    Message claim = new Message.Claim(PersonKey.at(1, 0, 1), MAIL, 5);
    two.process(right, new Message.Relayed(0, 1, claim));
    assertThatThrownBy(() -> two.process(right, new Message.Relayed(0, 3, claim)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Expected relay 2 of partition 0, but got 3");
  }

  @Test
  void aClaimIsAnsweredWithItsHolder() {
    PersonKey ann = annWithMail();
    PersonKey bob = PersonKey.at(World.WORKSPACE, 0, 99);
    Outputs refused = two.process(right, new Message.Claim(bob, MAIL, 7));
    assertThat(refused.relays().getFirst().message())
        .isEqualTo(
            new Message.ToPerson(bob, new Input.ClaimAnswered(7, MAIL, false, ann.cioIdText())));
    Outputs again = two.process(right, new Message.Claim(ann, MAIL, 8));
    assertThat(again.relays().getFirst().message())
        .isEqualTo(new Message.ToPerson(ann, new Input.ClaimAnswered(8, MAIL, true, null)));
    assertThat(person(ann).profile().identifiers().emailValue()).isEqualTo(MAIL.value());
  }

  @Test
  void onlyTheHolderCanRelease() {
    PersonKey ann = annWithMail();
    two.process(right, new Message.Release(PersonKey.at(World.WORKSPACE, 0, 99), MAIL, 7));
    assertThat(Desk.holder(right, World.WORKSPACE, MAIL)).isEqualTo(ann);
    two.process(right, new Message.Release(ann, MAIL, 7));
    assertThat(Desk.holder(right, World.WORKSPACE, MAIL)).isNull();
  }
}
