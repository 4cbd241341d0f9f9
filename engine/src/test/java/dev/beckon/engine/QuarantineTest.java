package dev.beckon.engine;

import static dev.beckon.engine.testing.Docs.document;
import static dev.beckon.engine.testing.Docs.fields;
import static dev.beckon.engine.testing.Docs.inactive;
import static dev.beckon.engine.testing.Docs.items;
import static dev.beckon.engine.testing.World.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.value.Value;
import dev.beckon.engine.codec.ActivityRow;
import dev.beckon.engine.codec.TallyRow;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Table;
import dev.beckon.engine.store.TallyGroup;
import dev.beckon.engine.testing.TombstoneStore;
import dev.beckon.engine.testing.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What cannot be decided on is passed over loudly, and everything else goes on.
final class QuarantineTest {
  private static final Identifier ANN = Identifier.id("ann");
  private static final Identifier BOB = Identifier.id("bob");
  private static final byte[] DAMAGED = {1, 2, 3};

  private final TombstoneStore store = new TombstoneStore();
  private final Partition partition = new Partition(0, 1, store);

  private List<Fact.Activity> quarantined() {
    List<Fact.Activity> found = new ArrayList<>();
    byte[] from = Keys.person(PersonKey.at(WORKSPACE, 0, 0));
    store.scan(
        Table.ACTIVITY,
        from,
        Keys.after(from),
        (key, row) -> {
          Fact.Activity activity = ActivityRow.read(Keys.numberIn(key), row).activity();
          return !activity.type().equals("quarantined") || found.add(activity);
        });
    return found;
  }

  private long counted(byte subject, int id, String metric) {
    TallyGroup life = new TallyGroup(WORKSPACE, subject, id, TallyGroup.LIFE);
    byte[] row = store.get(Table.TALLY, Keys.tallies(life));
    return row == null
        ? 0
        : TallyRow.read(row).counts().getOrDefault(new TallyRow.Name("", metric), 0L);
  }

  private byte @Nullable [] damage(Identifier id) {
    PersonKey key = partition.process(store, World.identifying(id)).person();
    byte[] rowKey = Keys.person(key == null ? PersonKey.at(0, 0, 0) : key);
    store.put(Table.PERSON, rowKey, DAMAGED);
    return rowKey;
  }

  @Test
  void somebodyWhoseRowIsDamagedIsSkipped() {
    byte[] ann = damage(ANN);
    partition.process(store, World.tracking(ANN, "paid", "e1"));
    partition.process(store, World.tracking(BOB, "paid", "e2"));
    assertThat(quarantined())
        .singleElement()
        .satisfies(
            activity -> {
              assertThat(activity.name()).isEqualTo("paid");
              assertThat(activity.data().get("problem")).isEqualTo(Value.of("CodecException"));
              assertThat(activity.data().get("cio_id")).isEqualTo(Value.of("0000000000000001"));
            });
    assertThat(store.get(Table.PERSON, ann == null ? DAMAGED : ann)).isEqualTo(DAMAGED);
    assertThat(Desk.holder(store, WORKSPACE, BOB)).isNotNull();
    partition.finish(store);
    assertThat(counted((byte) 3, 0, "quarantined")).isEqualTo(1);
  }

  @Test
  void theEventMayBeToldAgainWhenItIsRepaired() {
    byte[] ann = damage(ANN);
    partition.process(store, World.tracking(ANN, "paid", "e1"));
    assertThat(store.get(Table.DEDUPE, Keys.dedupe(WORKSPACE, "e1"))).isNull();
    store.delete(Table.PERSON, ann == null ? DAMAGED : ann);
    store.delete(Table.DESK, Keys.desk(WORKSPACE, ANN));
    partition.process(store, World.tracking(ANN, "paid", "e1"));
    assertThat(store.get(Table.DEDUPE, Keys.dedupe(WORKSPACE, "e1"))).isNotNull();
  }

  @Test
  void aSweepAndATickGoOnWithTheOthers() {
    partition.process(store, new Message.Publish(WORKSPACE, 1, 0, document(items(), items())));
    damage(ANN);
    partition.process(store, World.identifying(BOB, "plan", "trial"));
    partition.process(
        store, new Message.Publish(WORKSPACE, 2, 0, document(items(inactive()), items())));
    assertThat(partition.process(store, new Message.Tick(1)).more()).isFalse();
    assertThat(quarantined()).hasSize(1);
    assertThat(partition.process(store, new Message.Tick(8L * 86_400_000)).more()).isFalse();
    partition.finish(store);
    assertThat(counted((byte) 2, 1, "entered")).isEqualTo(1);
  }

  @Test
  void definitionsThatAreWrongLeaveThoseInForce() {
    partition.process(
        store, new Message.Publish(WORKSPACE, 1, 0, document(items(inactive()), items())));
    byte[] before = store.get(Table.CATALOG, Keys.workspace(WORKSPACE));
    partition.process(
        store,
        new Message.Publish(
            WORKSPACE, 2, 0, document(items(fields("id", 1, "nonsense", true)), items())));
    assertThat(store.get(Table.CATALOG, Keys.workspace(WORKSPACE))).isEqualTo(before);
    assertThat(quarantined()).singleElement().extracting(Fact.Activity::name).isEqualTo("publish");
  }
}
