package dev.beckon.engine.codec;

import dev.beckon.core.delivery.Channel;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.DeliveryMark;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.journey.Ending;
import dev.beckon.core.journey.Entry;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.journey.TraceStep;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Attribute;
import dev.beckon.core.person.Course;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.core.person.Profile;
import dev.beckon.core.person.Standing;
import dev.beckon.core.segment.LeafState;
import dev.beckon.core.segment.Membership;
import dev.beckon.core.segment.Verdict;
import dev.beckon.core.value.LongMap;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Made-up things of every kind that is stored, out of a seed.
///
/// The golden files were made of these: what is made of a seed never changes.
final class Samples {
  private static final String[] TEXTS = {
    "", "a", "plan", "pro", "Ğüşİ", "😀😀", "x".repeat(127), "y".repeat(128), "z".repeat(300), "\0"
  };

  private final Random random;

  Samples(long seed) {
    random = new Random(seed * 0x9e3779b97f4a7c15L);
  }

  String text() {
    return TEXTS[random.nextInt(TEXTS.length)] + (random.nextBoolean() ? random.nextInt(50) : "");
  }

  long number() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(100);
      case 1 -> random.nextLong() >>> 1;
      default -> random.nextInt(1_000_000);
    };
  }

  long time() {
    return 1_700_000_000_000L + random.nextLong(100_000_000_000L);
  }

  int id() {
    return 1 + random.nextInt(5_000);
  }

  Value value(int depth) {
    return switch (random.nextInt(depth > 3 ? 6 : 8)) {
      case 0 -> Value.nothing();
      case 1 -> Value.of(random.nextBoolean());
      case 2 -> Value.of(random.nextLong());
      case 3 -> Value.of(random.nextInt(200) - 100L);
      case 4 -> Value.of(random.nextLong() / 1024.0);
      case 5 -> Value.of(text());
      case 6 -> {
        List<Value> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value(depth + 1));
        }
        yield new Value.Items(items);
      }
      default -> fields(depth + 1);
    };
  }

  Value.Fields fields(int depth) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.put(text(), value(depth));
    }
    return new Value.Fields(fields);
  }

  PersonKey key() {
    return PersonKey.at(id(), random.nextInt(32), random.nextInt(1 << 20));
  }

  DeliveryId deliveryId() {
    return new DeliveryId(key(), number());
  }

  Identifier identifier() {
    IdentifierKind[] kinds = IdentifierKind.values();
    return new Identifier(kinds[random.nextInt(kinds.length)], text());
  }

  @Nullable Identifier maybeIdentifier() {
    return random.nextInt(4) == 0 ? null : identifier();
  }

  Event event() {
    EventType[] types = EventType.values();
    return new Event(
        types[random.nextInt(types.length)],
        text(),
        fields(0),
        time(),
        random.nextBoolean() ? text() : null);
  }

  Journey journey(long number) {
    Journey.State[] states = Journey.State.values();
    return new Journey(
        number,
        id(),
        states[random.nextInt(states.length)],
        text(),
        time(),
        time(),
        time(),
        random.nextBoolean() ? event() : null);
  }

  Person person() {
    return person(random.nextInt(35), random.nextInt(25), random.nextInt(4));
  }

  Person person(int attributeCount, int segmentCount, int journeyCount) {
    long createdAt = time();
    SequencedMap<String, Attribute> attributes = new LinkedHashMap<>();
    for (int i = 0; i < attributeCount; i++) {
      long setAt = random.nextInt(3) == 0 ? time() : createdAt;
      attributes.put("attribute_" + i + text(), new Attribute(value(2), setAt));
    }
    LongMap<LeafState> leaves = LongMap.empty();
    LongMap<Membership> memberships = LongMap.empty();
    for (int i = 0; i < segmentCount; i++) {
      long[] times = new long[random.nextInt(4)];
      for (int n = 0; n < times.length; n++) {
        times[n] = createdAt + random.nextInt(1_000_000);
      }
      Arrays.sort(times);
      leaves = leaves.with(random.nextLong(), new LeafState(number(), times));
      memberships =
          memberships.with(
              id(),
              new Membership(
                  random.nextBoolean(), time(), random.nextBoolean() ? time() : Verdict.NEVER));
    }
    LongMap<Journey> journeys = LongMap.empty();
    LongMap<Entry> entries = LongMap.empty();
    LongMap<DeliveryMark> marks = LongMap.empty();
    for (int i = 0; i < journeyCount; i++) {
      long number = 1L + random.nextInt(10_000);
      journeys = journeys.with(number, journey(number));
      entries = entries.with(id(), new Entry(random.nextInt(9), time(), random.nextInt(3)));
      marks = marks.with(1 + random.nextInt(10_000), mark());
    }
    return new Person(
        key(),
        true,
        new Profile(identifiers(), attributes, createdAt, time()),
        new Standing(leaves, memberships),
        new Course(journeys, entries, marks),
        number(),
        number(),
        random.nextBoolean() ? time() : Verdict.NEVER);
  }

  private Identifiers identifiers() {
    Identifiers identifiers = Identifiers.NONE;
    for (IdentifierKind kind : IdentifierKind.values()) {
      if (random.nextBoolean()) {
        identifiers = identifiers.with(kind, new Identifiers.Held(text(), random.nextBoolean()));
      }
    }
    return identifiers;
  }

  private DeliveryMark mark() {
    return new DeliveryMark(
        id(),
        text(),
        number(),
        time(),
        random.nextInt(1 << 15),
        new DeliveryMark.Anchors(
            time(), random.nextBoolean() ? time() : 0, random.nextBoolean() ? time() : 0));
  }

  Metric metric() {
    Metric[] metrics = Metric.values();
    return metrics[random.nextInt(metrics.length)];
  }

  Input.Track track() {
    return new Input.Track(time(), maybeIdentifier(), event());
  }

  Input input() {
    return switch (random.nextInt(8)) {
      case 0 ->
          new Input.Identify(
              time(),
              maybeIdentifier(),
              List.of(identifier(), identifier()),
              fields(0).fields(),
              random.nextBoolean() ? time() : null,
              random.nextBoolean());
      case 1 -> track();
      case 2 -> new Input.Delete(time());
      case 3 -> new Input.Report(time(), deliveryId(), metric(), fields(0));
      case 4 ->
          new Input.ClaimAnswered(
              time(), identifier(), random.nextBoolean(), random.nextBoolean() ? text() : null);
      case 5 -> new Input.Wake(time());
      case 6 -> new Input.EndJourney(time(), number());
      default -> new Input.ResumeJourney(time(), number());
    };
  }

  Message message() {
    return switch (random.nextInt(8)) {
      case 0 -> new Message.ToIdentifier(id(), identifier(), input());
      case 1 -> new Message.ToPerson(key(), input());
      case 2 -> new Message.Anonymous(id(), text(), track());
      case 3 -> new Message.Publish(id(), number(), time(), fields(0));
      case 4 -> new Message.Claim(key(), identifier(), time());
      case 5 -> new Message.Release(key(), identifier(), time());
      case 6 -> new Message.Tick(time());
      default -> new Message.Relayed(id(), number(), new Message.ToPerson(key(), input()));
    };
  }

  ActivityRow activity(long number) {
    return new ActivityRow(
        new Fact.Activity(number, time(), text(), text(), time(), fields(0), number()),
        time(),
        number(),
        random.nextBoolean() ? text() : null);
  }

  JourneyRow journeyRow() {
    Journey journey = journey(number());
    Journey bare =
        new Journey(
            journey.number(),
            journey.campaign(),
            journey.state(),
            journey.step(),
            journey.startedAt(),
            journey.entryAt(),
            journey.arrivedAt(),
            EventCodec.bare(journey.trigger()));
    Ending[] endings = Ending.values();
    return random.nextBoolean()
        ? new JourneyRow(bare, 0, null, 0)
        : new JourneyRow(bare, time(), endings[random.nextInt(endings.length)], time());
  }

  TraceRow trace() {
    List<TraceStep> steps = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      steps.add(step());
    }
    return new TraceRow(steps);
  }

  private TraceStep step() {
    return new TraceStep(
        number(),
        time(),
        text(),
        text(),
        text(),
        List.of(new TraceStep.Look(text(), text(), random.nextBoolean())),
        text());
  }

  DeliveryRow delivery() {
    return new DeliveryRow(
        time(),
        time(),
        number(),
        Channel.EMAIL,
        new DeliveryRow.Origin(id(), text(), number(), text()),
        text());
  }

  OutboxRow outbox() {
    return new OutboxRow(
        number(),
        new Effect.Deliver(
            deliveryId(),
            time(),
            Channel.EMAIL,
            id(),
            text(),
            number(),
            text(),
            new Effect.Rendering(text(), fields(0))));
  }

  OutcomeRow outcome() {
    return new OutcomeRow(time(), metric(), fields(0));
  }

  TimelineRow lines() {
    List<TimelineRow.Line> lines = new ArrayList<>();
    for (int i = random.nextInt(TimelineRow.LINES_MAX); i >= 0; i--) {
      TimelineRow.Hint hint =
          new TimelineRow.Hint(random.nextInt(), random.nextInt(), random.nextBoolean());
      lines.add(new TimelineRow.Line(time(), number(), key().cioId(), number(), hint));
    }
    return new TimelineRow(lines);
  }

  TallyRow tallies() {
    TreeMap<TallyRow.Name, Long> counts = new TreeMap<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      counts.put(new TallyRow.Name(text(), text()), number());
    }
    return new TallyRow(counts);
  }

  SweepRow sweep() {
    return new SweepRow(number(), number(), number(), number(), random.nextBoolean());
  }

  CatalogRow catalog() {
    return new CatalogRow(number(), fields(0), fields(0));
  }
}
