package dev.beckon.engine;

import static dev.beckon.engine.testing.Docs.document;
import static dev.beckon.engine.testing.Docs.fields;
import static dev.beckon.engine.testing.Docs.followUp;
import static dev.beckon.engine.testing.Docs.items;
import static dev.beckon.engine.testing.World.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.person.Person;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.ActivityFilter;
import dev.beckon.engine.query.Members;
import dev.beckon.engine.query.People;
import dev.beckon.engine.store.Table;
import dev.beckon.engine.testing.Audit;
import dev.beckon.engine.testing.World;
import org.junit.jupiter.api.Test;

/// Of a deleted person nothing stays but the word that they were deleted.
final class DeleteTest {
  private static final Identifier ANN = Identifier.id("ann");
  private static final Identifier BOB = Identifier.id("bob");

  private static World world() {
    World world =
        World.of(4)
            .publish(
                document(
                    items(
                        fields(
                            "id",
                            1,
                            "name",
                            "All",
                            "when",
                            fields("attribute", "plan", "is", "pro"))),
                    items(followUp())));
    for (Identifier id : new Identifier[] {ANN, BOB}) {
      world.identify(id, "email", id.value() + "@example.com", "plan", "pro");
      world.track(id, "signed_up");
    }
    return world;
  }

  @Test
  void everyRowGoes() {
    World alone = world();
    alone.delete(BOB);
    World both = world();
    Audit before = new Audit(both.queries());
    int[] rows = new int[Table.values().length];
    for (Table table : Table.values()) {
      rows[table.code() - 1] = before.rows(table);
    }
    both.delete(ANN).delete(BOB);
    Audit after = new Audit(both.queries());
    for (Table table :
        new Table[] {
          Table.PERSON,
          Table.DESK,
          Table.TIMER,
          Table.JOURNEY,
          Table.TRACE,
          Table.DELIVERY,
          Table.MEMBER,
          Table.CAMPAIGN_JOURNEY,
          Table.DELIVERY_TIMELINE
        }) {
      assertThat(rows[table.code() - 1]).as("before, %s", table).isPositive();
      assertThat(after.rows(table)).as("after, %s", table).isZero();
    }
    assertThat(after.rows(Table.ACTIVITY)).isEqualTo(2);
    assertThat(
            new Activities(both.queries())
                .ofWorkspace(WORKSPACE, ActivityFilter.ALL, null, 100)
                .items())
        .hasSize(2);
    assertThat(after.activities("profile_delete")).hasSize(2);
    assertThat(new People(both.queries()).count(WORKSPACE)).isZero();
    assertThat(new Members(both.queries()).count(WORKSPACE, 1)).isZero();
  }

  @Test
  void othersAreNotTouched() {
    World world = world();
    Person bob = world.person(BOB).orElseThrow();
    world.delete(ANN);
    assertThat(world.person(BOB)).hasValue(bob);
    assertThat(
            new Activities(world.queries())
                .ofPerson(bob.key(), ActivityFilter.ALL, null, 50)
                .items())
        .isNotEmpty();
    assertThat(new Members(world.queries()).count(WORKSPACE, 1)).isEqualTo(1);
    assertThat(new People(world.queries()).count(WORKSPACE)).isEqualTo(1);
    assertThat(new Audit(world.queries()).contradictions()).isEmpty();
  }

  @Test
  void theIdentifiersAreFreeForSomebodyNew() {
    World world = world();
    Person before = world.person(ANN).orElseThrow();
    world.delete(ANN);
    assertThat(world.person(ANN)).isEmpty();
    world.identify(ANN, "email", "ann@example.com");
    assertThat(world.person(ANN)).map(Person::key).get().isNotEqualTo(before.key());
    assertThat(new Audit(world.queries()).contradictions()).isEmpty();
  }

  @Test
  void aReportOfAMessageToTheDeletedClearsTheOutbox() {
    World world = world();
    assertThat(new Audit(world.queries()).rows(Table.OUTBOX)).isEqualTo(2);
    world.delete(ANN).delete(BOB);
    assertThat(new Audit(world.queries()).rows(Table.OUTBOX)).isEqualTo(2);
    for (Outputs.Pending mail : world.mails) {
      world.report(mail, Metric.ATTEMPTED);
    }
    assertThat(new Audit(world.queries()).rows(Table.OUTBOX)).isEqualTo(2);
    for (Outputs.Pending mail : world.mails) {
      world.report(mail, Metric.SENT);
    }
    assertThat(new Audit(world.queries()).rows(Table.OUTBOX)).isZero();
    assertThat(new Audit(world.queries()).rows(Table.DELIVERY)).isZero();
  }

  @Test
  void deletingNobodyDoesNothing() {
    World world = World.of(4);
    world.delete(ANN);
    for (Table table : Table.values()) {
      if (table != Table.META) {
        assertThat(new Audit(world.queries()).rows(table)).as("%s", table).isZero();
      }
    }
  }
}
