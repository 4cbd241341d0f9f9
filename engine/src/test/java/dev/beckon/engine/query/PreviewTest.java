package dev.beckon.engine.query;

import static dev.beckon.engine.testing.Docs.document;
import static dev.beckon.engine.testing.Docs.fields;
import static dev.beckon.engine.testing.Docs.items;
import static dev.beckon.engine.testing.World.WORKSPACE;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.catalog.Catalog;
import dev.beckon.core.catalog.DefinitionException;
import dev.beckon.core.catalog.Epochs;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.person.Person;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.Segment;
import dev.beckon.core.value.Value;
import dev.beckon.engine.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A preview says before a publication who will be in the segment after it.
final class PreviewTest {
  private static final int PEOPLE = 150;

  private static final List<Value.Fields> CONDITIONS =
      List.of(
          fields("attribute", "plan", "is", "pro"),
          fields("not", fields("attribute", "age", "gt", 40)),
          fields("attribute", "email", "exists", true),
          fields("performed", "paid", "at_least", 2),
          fields("performed", "paid", "within", "10h"),
          fields(
              "performed",
              "paid",
              "where",
              items(fields("property", "total", "gte", 50)),
              "at_least",
              2,
              "within",
              "20h"),
          fields("not_performed", "login", "within", "5h"),
          fields(
              "any",
              items(
                  fields("attribute", "plan", "is", "trial"),
                  fields("performed", "login", "at_least", 3))));

  private static World world() {
    World world = World.of(3);
    Random random = new Random(17);
    for (int i = 0; i < PEOPLE; i++) {
      Identifier id = Identifier.id("p" + i);
      world.identify(id, "plan", random.nextBoolean() ? "pro" : "trial", "age", i % 80);
      if (i % 3 == 0) {
        world.identify(id, "email", i + "@x");
      }
    }
    for (int i = 0; i < 900; i++) {
      world.passes(ofHours(1).dividedBy(20));
      String event = random.nextBoolean() ? "paid" : "login";
      world.track(Identifier.id("p" + random.nextInt(PEOPLE)), event, "total", random.nextInt(100));
    }
    return world;
  }

  private static Value.Fields segments(List<Value.Fields> conditions) {
    List<Object> segments = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      segments.add(fields("id", i + 1, "name", "S" + i, "when", conditions.get(i)));
    }
    return document(items(segments.toArray()), items());
  }

  private static Condition condition(int segment) {
    try {
      Catalog catalog = Catalog.compile(WORKSPACE, 1, segments(CONDITIONS), Epochs.NONE);
      Segment found = Objects.requireNonNull(catalog.segment(segment));
      return found.when();
    } catch (DefinitionException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<Long> members(World world, int segment) {
    Set<Long> members = new TreeSet<>();
    for (Person person : new Members(world.queries()).page(WORKSPACE, segment, null, 999).items()) {
      members.add(person.key().cioId());
    }
    return members;
  }

  private static Set<Long> preview(World world, int segment) {
    Set<Long> found = new TreeSet<>();
    String cursor = null;
    do {
      Page<Person> page =
          new Preview(world.queries())
              .page(
                  WORKSPACE, condition(segment), world.host().now(), cursor, 20, Budget.UNLIMITED);
      page.items().forEach(person -> found.add(person.key().cioId()));
      cursor = page.next();
    } while (cursor != null);
    return found;
  }

  @Test
  void aPreviewIsWhatThePublicationMakesOfIt() {
    World world = world();
    List<Set<Long>> before = new ArrayList<>();
    for (int segment = 1; segment <= CONDITIONS.size(); segment++) {
      before.add(preview(world, segment));
      assertThat(before.getLast()).isNotEmpty().hasSizeLessThan(PEOPLE);
    }
    world.publish(segments(CONDITIONS));
    world.host().tick();
    for (int segment = 1; segment <= CONDITIONS.size(); segment++) {
      assertThat(members(world, segment))
          .as("segment %s", segment)
          .isEqualTo(before.get(segment - 1));
      assertThat(preview(world, segment))
          .as("segment %s", segment)
          .isEqualTo(before.get(segment - 1));
    }
  }

  @Test
  void countsAreOfEverybodyUnlessTheBudgetIsSpent() {
    World world = world();
    Preview preview = new Preview(world.queries());
    long now = world.host().now();
    Preview.Result whole = preview.count(WORKSPACE, condition(1), now, 10, Budget.UNLIMITED);
    assertThat(whole.complete()).isTrue();
    assertThat(whole.scanned()).isEqualTo(PEOPLE);
    assertThat(whole.sample()).hasSize(10);
    assertThat(whole.matched()).isEqualTo(preview(world, 1).size());
    for (int i = 0; i < 300; i++) {
      world.identify(Identifier.id("more" + i), "plan", "pro");
    }
    Preview.Result part = preview.count(WORKSPACE, condition(1), now, 10, () -> true);
    assertThat(part.complete()).isFalse();
    assertThat(part.scanned()).isEqualTo(PeopleScan.LOOKS_PER_QUESTION);
  }
}
