package dev.beckon.bench;

import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// People with 30 attributes, and the events they do, from a seed.
final class Crowd {
  private static final int ID_BASE = 10_000_000;
  private static final int DATA_VARIETY = 1_000;

  private final int people;
  private final SplittableRandom random;
  private final List<Value.Fields> data;
  private long events;

  Crowd(int people, long seed) {
    this.people = people;
    this.random = new SplittableRandom(seed);
    this.data = IntStream.range(0, DATA_VARIETY).mapToObj(this::eventData).toList();
  }

  int people() {
    return people;
  }

  Message person(int number) {
    SequencedMap<String, Value> attributes = new LinkedHashMap<>();
    for (int i = 0; i < Shop.ATTRIBUTES; i++) {
      attributes.put(Shop.attribute(i), attribute(i));
    }
    Identifier id = id(number);
    List<Identifier> email = List.of(Identifier.email("customer-" + number + "@example.test"));
    return new Message.ToIdentifier(
        Shop.WORKSPACE, id, new Input.Identify(0, id, email, attributes, null, false));
  }

  private Value attribute(int i) {
    return i % 3 == 2
        ? Value.of("value of some length " + random.nextInt(Shop.ATTRIBUTE_VALUES))
        : Value.of(random.nextInt(Shop.ATTRIBUTE_VALUES));
  }

  /// An event of somebody, with a key against doubles as the Segment libraries send it.
  Message event() {
    Identifier id = id(random.nextInt(people));
    String name = Shop.event(random.nextInt(Shop.EVENT_NAMES));
    Event event =
        new Event(
            EventType.EVENT,
            name,
            data.get(random.nextInt(DATA_VARIETY)),
            System.currentTimeMillis(),
            "key-" + random.nextLong() + '-' + events++);
    return new Message.ToIdentifier(Shop.WORKSPACE, id, new Input.Track(0, id, event));
  }

  /// The event that leads to a message at once.
  Message instant(int number) {
    Identifier id = id(random.nextInt(people));
    Event event =
        new Event(
            EventType.EVENT,
            Shop.INSTANT,
            Docs.object("n", number),
            System.currentTimeMillis(),
            "instant-" + number);
    return new Message.ToIdentifier(Shop.WORKSPACE, id, new Input.Track(0, id, event));
  }

  private Value.Fields eventData(int number) {
    return Docs.object(
        "category",
        "category " + random.nextInt(Shop.CATEGORIES),
        "product",
        "product with a name " + number,
        "price",
        random.nextInt(10_000),
        "quantity",
        1 + random.nextInt(5),
        "page",
        "https://shop.example.test/products/" + number);
  }

  /// The id of one of the people, always of the same length.
  static String idOf(int number) {
    return "customer-" + String.valueOf(ID_BASE + number).substring(1);
  }

  private static Identifier id(int number) {
    return Identifier.id(idOf(number));
  }
}
