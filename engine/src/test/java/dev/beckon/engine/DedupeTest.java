package dev.beckon.engine;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.machine.Input;
import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.query.Numbers;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Table;
import dev.beckon.engine.testing.Audit;
import dev.beckon.engine.testing.TombstoneStore;
import dev.beckon.engine.testing.World;
import org.junit.jupiter.api.Test;

/// A repeated call does nothing but leave a word.
final class DedupeTest {
  private static final Identifier ANN = Identifier.id("ann");

  private static int events(World world) {
    return new Audit(world.queries()).activities("event").size();
  }

  @Test
  void anEventWithAKnownIdIsSkippedAndCounted() {
    World world = World.of(4);
    world.tell(World.tracking(ANN, "paid", "e1"));
    world.tell(World.tracking(ANN, "paid", "e1"));
    world.tell(World.tracking(ANN, "paid", "e2"));
    world.tell(World.tracking(ANN, "paid", null));
    world.tell(World.tracking(ANN, "paid", null));
    assertThat(events(world)).isEqualTo(4);
    assertThat(new Audit(world.queries()).activities("skipped_event")).hasSize(1);
    assertThat(new Numbers(world.queries()).life(World.WORKSPACE, Fact.Subject.WORKSPACE, 0))
        .contains(new Numbers.Count("", "skipped_event", 1));
  }

  @Test
  void anonymousEventsToo() {
    World world = World.of(4);
    Input.Track track = new Input.Track(0, null, World.event("looked", "e1"));
    world.tell(new Message.Anonymous(World.WORKSPACE, "anon", track));
    world.tell(new Message.Anonymous(World.WORKSPACE, "anon", track));
    assertThat(events(world)).isEqualTo(1);
  }

  @Test
  void anIdIsKnownForThirtyDays() {
    World world = World.of(1);
    world.tell(World.tracking(ANN, "paid", "e1"));
    world.passes(ofDays(30).minusMillis(1));
    world.tell(World.tracking(ANN, "paid", "e1"));
    assertThat(events(world)).isEqualTo(1);
    world.passes(ofMillis(1));
    world.tell(World.tracking(ANN, "paid", "e1"));
    assertThat(events(world)).isEqualTo(2);
  }

  @Test
  void expiredIdsAreForgottenAsTimeGoesBy() {
    World world = World.of(1);
    for (int i = 0; i < 100; i++) {
      world.tell(World.tracking(ANN, "paid", "e" + i));
      world.passes(ofMinutes(1));
    }
    assertThat(new Audit(world.queries()).rows(Table.DEDUPE)).isEqualTo(100);
    world.passes(ofDays(30).minusMinutes(50));
    assertThat(new Audit(world.queries()).rows(Table.DEDUPE)).isEqualTo(49);
    world.passes(ofDays(1));
    assertThat(new Audit(world.queries()).rows(Table.DEDUPE)).isZero();
  }

  @Test
  void theWalkLooksAtABoundedNumberOfRows() {
    TombstoneStore store = new TombstoneStore();
    int rows = 3 * Dedupe.EXPIRY_ROWS_PER_MINUTE;
    for (int i = 0; i < rows; i++) {
      store.put(Table.DEDUPE, Keys.dedupe(1, "e" + i), NumberRow.write(0));
    }
    Dedupe dedupe = new Dedupe(store);
    long at = Dedupe.WINDOW_MS;
    store.walked();
    dedupe.expire(store, at, at + 1);
    assertThat(store.walked()).isZero();
    for (int minute = 1; minute <= 3; minute++) {
      dedupe.expire(store, at, at + 60_000L * minute);
      assertThat(store.walked()).isEqualTo(Dedupe.EXPIRY_ROWS_PER_MINUTE);
      dedupe = new Dedupe(store);
    }
    for (int i = 0; i < rows; i++) {
      assertThat(store.get(Table.DEDUPE, Keys.dedupe(1, "e" + i))).isNull();
    }
  }
}
