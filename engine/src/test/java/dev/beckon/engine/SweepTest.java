package dev.beckon.engine;

import static dev.beckon.engine.testing.Docs.document;
import static dev.beckon.engine.testing.Docs.fields;
import static dev.beckon.engine.testing.Docs.inactive;
import static dev.beckon.engine.testing.Docs.items;
import static dev.beckon.engine.testing.Docs.payers;
import static dev.beckon.engine.testing.World.WORKSPACE;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.query.Members;
import dev.beckon.engine.query.Sweeps;
import dev.beckon.engine.testing.Audit;
import dev.beckon.engine.testing.TombstoneStore;
import dev.beckon.engine.testing.World;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// After a publication everybody is brought up to date, whatever happens meanwhile.
final class SweepTest {
  private static final int PEOPLE = 200;

  private static Value.Fields definitions() {
    return document(
        items(
            inactive(),
            payers(),
            fields("id", 3, "name", "Pro", "when", fields("attribute", "plan", "is", "pro"))),
        items());
  }

  private static World people() {
    World world = World.stepByStep(3);
    for (int i = 0; i < PEOPLE; i++) {
      Identifier id = Identifier.id("p" + i);
      world.tell(World.identifying(id, "plan", i % 3 == 0 ? "pro" : "trial"));
      for (int n = 0; n < i % 4; n++) {
        world.tell(World.tracking(id, "paid", null));
      }
    }
    world.host().settle();
    return world;
  }

  /// Calls that change what segments are about, some before, some during, some after the sweep.
  private static void call(World world, Random random) {
    Identifier id = Identifier.id("p" + random.nextInt(PEOPLE + 20));
    world.tell(
        random.nextBoolean()
            ? World.identifying(id, "plan", random.nextBoolean() ? "pro" : "trial")
            : World.tracking(id, "paid", null));
  }

  private static SortedMap<String, String> membership(World world) {
    SortedMap<String, String> membership = new TreeMap<>();
    for (Person person : new Audit(world.queries()).people()) {
      membership.put(
          String.valueOf(person.profile().identifiers().idValue()),
          person.standing().isMember(1)
              + " "
              + person.standing().isMember(2)
              + " "
              + person.standing().isMember(3)
              + " "
              + person.standing().leaves());
    }
    return membership;
  }

  @Test
  void interleavedWithCallsItComesToTheSameAsWithout() {
    World before = people();
    Random calls = new Random(5);
    before.publish(definitions());
    before.host().settle();
    before.host().tick();
    before.host().settle();
    for (int i = 0; i < 300; i++) {
      call(before, calls);
    }
    before.host().settle();
    for (int seed = 0; seed < 20; seed++) {
      World world = people();
      Random order = new Random(seed);
      calls = new Random(5);
      world.publish(definitions());
      world.host().tick();
      for (int i = 0; i < 300; i++) {
        call(world, calls);
        for (int n = order.nextInt(4); n > 0; n--) {
          world.host().step(order::nextInt);
        }
        if (order.nextInt(20) == 0) {
          world.host().tick();
        }
      }
      world.host().settle();
      world.host().tick();
      world.host().settle();
      assertThat(membership(world)).as("seed %s", seed).isEqualTo(membership(before));
      assertThat(new Sweeps(world.queries()).progress(WORKSPACE).complete()).isTrue();
      for (int segment = 1; segment <= 3; segment++) {
        assertThat(new Members(world.queries()).count(WORKSPACE, segment))
            .as("segment %s of seed %s", segment, seed)
            .isEqualTo(new Members(before.queries()).count(WORKSPACE, segment));
      }
    }
  }

  @Test
  void countsMembersAndPeopleAgree() {
    World world = people();
    world.publish(definitions());
    world.host().tick();
    world.host().settle();
    world.passes(ofDays(8));
    for (int segment = 1; segment <= 3; segment++) {
      int wanted = segment;
      long members =
          new Audit(world.queries())
              .people().stream().filter(person -> person.standing().isMember(wanted)).count();
      assertThat(members).isPositive();
      assertThat(new Members(world.queries()).count(WORKSPACE, segment)).isEqualTo(members);
      assertThat(new Members(world.queries()).page(WORKSPACE, segment, null, 1_000).items())
          .hasSize((int) members);
    }
  }

  @Test
  void aChunkIsBoundedAndProgressIsVisible() {
    TombstoneStore store = new TombstoneStore();
    Partition partition = new Partition(0, 1, store);
    int people = Sweep.WAKES_MAX + 1;
    for (int i = 0; i < people; i++) {
      partition.process(store, World.identifying(Identifier.id("p" + i), "plan", "pro"));
    }
    partition.process(store, new Message.Publish(WORKSPACE, 1, 5, definitions()));
    assertThat(partition.nextDue()).isZero();
    Outputs first = partition.process(store, new Message.Tick(6));
    assertThat(first.more()).isTrue();
    partition.finish(store);
    partition = new Partition(0, 1, store);
    assertThat(partition.nextDue()).isZero();
    assertThat(partition.process(store, new Message.Tick(7)).more()).isFalse();
    assertThat(partition.nextDue()).isGreaterThan(0);
  }

  @Test
  void aPublicationDuringASweepBeginsAgain() {
    World world = people();
    world.publish(definitions());
    world.publish(document(items(payers()), items()));
    world.host().tick();
    world.host().settle();
    assertThat(new Sweeps(world.queries()).progress(WORKSPACE))
        .satisfies(
            progress -> {
              assertThat(progress.version()).isEqualTo(2);
              assertThat(progress.complete()).isTrue();
              assertThat(progress.scanned()).isEqualTo(PEOPLE);
              assertThat(progress.share()).isEqualTo(1);
            });
    for (Person person : new Audit(world.queries()).people()) {
      assertThat(person.catalogVersion()).isEqualTo(2);
      assertThat(person.standing().isMember(3)).isFalse();
    }
  }

  @Test
  void anOlderPublicationChangesNothing() {
    World world = people();
    world.publish(definitions());
    world.host().tick();
    world.host().settle();
    long members = new Members(world.queries()).count(WORKSPACE, 3);
    world.tell(new Message.Publish(WORKSPACE, 1, 0, document(items(), items())));
    world.host().settle();
    assertThat(new Members(world.queries()).count(WORKSPACE, 3)).isEqualTo(members);
    assertThat(new Sweeps(world.queries()).progress(WORKSPACE).version()).isEqualTo(1);
  }
}
