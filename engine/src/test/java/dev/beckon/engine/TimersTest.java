package dev.beckon.engine;

import static dev.beckon.engine.testing.Docs.document;
import static dev.beckon.engine.testing.Docs.followUp;
import static dev.beckon.engine.testing.Docs.items;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.segment.Verdict;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.MetaKind;
import dev.beckon.engine.store.Table;
import dev.beckon.engine.testing.Audit;
import dev.beckon.engine.testing.TombstoneStore;
import dev.beckon.engine.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Timers ring in due order, to the millisecond, without walking over those that have rung.
final class TimersTest {
  private final TombstoneStore store = new TombstoneStore();

  private static PersonKey person(long number) {
    return PersonKey.at(1, 0, number);
  }

  @Test
  void whatIsDueIsTakenInOrderAndInChunks() {
    Timers timers = new Timers(store);
    Random random = new Random(3);
    for (int i = 1; i <= 1_000; i++) {
      timers.arm(store, person(i), 1 + random.nextInt(5_000));
    }
    List<Timers.Due> taken = new ArrayList<>();
    for (long at = 0; at <= 5_000; at += 100) {
      List<Timers.Due> due = timers.take(store, at, 7);
      while (!due.isEmpty()) {
        assertThat(due).hasSizeLessThanOrEqualTo(7);
        taken.addAll(due);
        due = timers.take(store, at, 7);
      }
      assertThat(taken.isEmpty() || taken.getLast().at() <= at).isTrue();
      assertThat(timers.earliest()).isGreaterThan(at);
    }
    assertThat(taken).hasSize(1_000).isSortedAccordingTo((a, b) -> Long.compare(a.at(), b.at()));
    assertThat(timers.earliest()).isEqualTo(Verdict.NEVER);
  }

  @Test
  void aLookDoesNotWalkOverThePast() {
    Timers timers = new Timers(store);
    for (int i = 1; i <= 10_000; i++) {
      timers.arm(store, person(i), i);
    }
    timers.arm(store, person(1), 1_000_000);
    for (int at = 1; at <= 10_000; at++) {
      store.walked();
      assertThat(timers.take(store, at, 500)).hasSize(1);
      assertThat(store.walked()).as("rows walked over at %s", at).isLessThanOrEqualTo(3);
    }
    timers.take(store, 20_000, 500);
    assertThat(store.walked()).isLessThanOrEqualTo(3);
  }

  @Test
  void cancelledTimersAreWalkedOverOnce() {
    Timers timers = new Timers(store);
    for (int i = 1; i <= 1_000; i++) {
      timers.arm(store, person(i), i);
      timers.move(store, person(i), i, 5_000 + i);
    }
    store.walked();
    assertThat(timers.take(store, 2_000, 500)).isEmpty();
    assertThat(store.walked()).isLessThanOrEqualTo(1_003);
    timers.arm(store, person(0), 2_500);
    assertThat(timers.take(store, 3_000, 500)).hasSize(1);
    assertThat(store.walked()).isLessThanOrEqualTo(3);
  }

  @Test
  void anIdleLookReadsNothing() {
    Timers timers = new Timers(store);
    timers.arm(store, person(1), 1_000);
    store.walked();
    assertThat(timers.take(store, 999, 500)).isEmpty();
    assertThat(store.walked()).isZero();
  }

  @Test
  void theBoundIsRememberedAndGoesDownForAnEarlierTimer() {
    Timers timers = new Timers(store);
    for (int i = 1; i <= 1_000; i++) {
      timers.arm(store, person(i), i);
    }
    assertThat(timers.take(store, 1_000, 5_000)).hasSize(1_000);
    timers.finish(store);
    store.walked();
    Timers reopened = new Timers(store);
    assertThat(store.walked()).isZero();
    reopened.arm(store, person(5), 10);
    reopened.finish(store);
    assertThat(new Timers(store).earliest()).isEqualTo(10);
    assertThat(reopened.take(store, 1_000, 5_000)).containsExactly(new Timers.Due(10, person(5)));
  }

  @Test
  void theBoundIsTheSameWhateverIsRemembered() {
    Timers timers = new Timers(store);
    timers.arm(store, person(1), 100);
    timers.move(store, person(1), 100, 500);
    timers.finish(store);
    Timers reopened = new Timers(store);
    assertThat(reopened.earliest()).isEqualTo(500).isNotEqualTo(timers.earliest());
    assertThat(bound(reopened)).isNotNull().isEqualTo(bound(timers));
  }

  private byte @Nullable [] bound(Timers timers) {
    assertThat(timers.take(store, 200, 500)).isEmpty();
    timers.finish(store);
    return store.get(Table.META, Keys.meta(MetaKind.TIMERS, 0));
  }

  @Test
  void aMovedTimerRingsOnce() {
    Timers timers = new Timers(store);
    timers.arm(store, person(1), 100);
    timers.move(store, person(1), 100, 50);
    timers.move(store, person(1), 50, 200);
    assertThat(timers.take(store, 150, 500)).isEmpty();
    assertThat(timers.take(store, 200, 500)).hasSize(1);
    timers.move(store, person(1), Verdict.NEVER, 300);
    timers.move(store, person(1), 300, Verdict.NEVER);
    assertThat(timers.take(store, 1_000, 500)).isEmpty();
  }

  @Test
  void peopleAreWokenAtTheirOwnInstantHoweverLateTheTickComes() {
    for (boolean late : new boolean[] {false, true}) {
      World world = World.of(3).publish(document(items(), items(followUp())));
      for (int i = 0; i < 20; i++) {
        Identifier id = Identifier.id("p" + i);
        world.identify(id, "email", "p" + i + "@example.com");
        world.track(id, "signed_up");
        world.passes(ofMillis(137));
      }
      if (late) {
        world.host().setNow(world.host().now() + ofDays(9).toMillis());
        world.host().tick();
      } else {
        world.passes(ofDays(9));
      }
      assertThat(world.mails).hasSize(40);
      for (int i = 0; i < 20; i++) {
        assertThat(world.mails.get(20 + i).deliver().at())
            .isIn(at(world.mails.subList(0, 20), ofDays(3).toMillis()));
      }
    }
  }

  private static List<Long> at(List<Outputs.Pending> mails, long later) {
    return mails.stream().map(mail -> mail.deliver().at() + later).toList();
  }

  @Test
  void oneTickWakesABoundedNumberOfPeopleAndAsksForMore() {
    Partition partition = new Partition(0, 1, store);
    partition.process(store, new Message.Publish(1, 1, 0, document(items(), items(followUp()))));
    int people = Partition.WAKES_PER_TICK_MAX + 1;
    for (int i = 0; i < people; i++) {
      Identifier id = Identifier.id("p" + i);
      partition.process(store, World.identifying(id, "email", "p" + i + "@x"));
      partition.process(store, World.tracking(id, "signed_up", null));
    }
    long due = ofDays(3).toMillis();
    assertThat(partition.nextDue()).isEqualTo(due);
    Outputs first = partition.process(store, new Message.Tick(due));
    assertThat(first.deliveries()).hasSize(Partition.WAKES_PER_TICK_MAX);
    assertThat(first.more()).isTrue();
    Outputs second = partition.process(store, new Message.Tick(due));
    assertThat(second.deliveries()).hasSize(1);
    assertThat(second.more()).isFalse();
    assertThat(partition.nextDue()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void nobodyHasMoreThanOneTimer() {
    World world = World.of(2).publish(document(items(), items(followUp())));
    for (int i = 0; i < 10; i++) {
      world.track(Identifier.id("p" + i), "signed_up");
    }
    assertThat(new Audit(world.queries()).rows(Table.TIMER)).isEqualTo(10);
    world.passes(ofDays(4));
    assertThat(new Audit(world.queries()).rows(Table.TIMER)).isZero();
  }
}
