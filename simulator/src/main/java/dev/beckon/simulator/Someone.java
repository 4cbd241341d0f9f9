package dev.beckon.simulator;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.identity.Whom;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Device;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.LongMap;
import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Somebody by one of their identifiers; who that is may change while the identifier stays.
public final class Someone {
  private final World world;
  private final Identifier identifier;

  Someone(World world, Identifier identifier) {
    this.world = world;
    this.identifier = identifier;
  }

  /// Sets an attribute, or a further identifier with the name `id` or `email`.
  public Someone is(String attribute, @Nullable Object value) {
    return identify(attribute, value, null);
  }

  /// Sets an attribute as of an earlier moment.
  public Someone was(String attribute, @Nullable Object value, Duration ago) {
    return identify(attribute, value, world.millis() - ago.toMillis());
  }

  private Someone identify(String attribute, @Nullable Object value, @Nullable Long setAt) {
    return switch (attribute) {
      case "id" -> say(naming(Identifier.id(String.valueOf(value))));
      case "email" -> say(naming(Identifier.email(String.valueOf(value))));
      default ->
          say(new Input.Identify(0, identifier, List.of(), single(attribute, value), setAt, false));
    };
  }

  private Input naming(Identifier further) {
    return new Input.Identify(0, identifier, List.of(further), Maps.empty(), null, false);
  }

  private static SequencedMap<String, Value> single(String name, @Nullable Object value) {
    return Maps.with(Maps.empty(), name, Yaml.value(value));
  }

  /// Takes another identifier for one that they have, as a call by `cio_id` may.
  public Someone changesTo(String further) {
    List<Identifier> sets = List.of(World.identifier(further));
    return sayToPerson(new Input.Identify(0, null, sets, Maps.empty(), null, false));
  }

  /// Is said to have another identifier besides, with an attribute.
  public Someone identifies(
      Identifier further, String attribute, @Nullable Object value, boolean updateOnly) {
    return say(
        new Input.Identify(
            0, identifier, List.of(further), single(attribute, value), null, updateOnly));
  }

  /// The same in a call by `cio_id`.
  public Someone isByCioId(Identifier further, String attribute, @Nullable Object value) {
    return sayToPerson(
        new Input.Identify(0, null, List.of(further), single(attribute, value), null, false));
  }

  /// Is told of without being created.
  public Someone isIfKnown(String attribute, Object value) {
    return say(new Input.Identify(0, identifier, List.of(), single(attribute, value), null, true));
  }

  public Someone does(String event) {
    return does(event, Map.of());
  }

  /// @param data of the event, plain values
  public Someone does(String event, Map<String, ?> data) {
    return track(EventType.EVENT, event, data, Duration.ZERO, null);
  }

  /// Did something that is only told now.
  public Someone did(String event, Duration ago) {
    return track(EventType.EVENT, event, Map.of(), ago, null);
  }

  /// Does something under a key against doubles.
  public Someone doesOnce(String event, String key) {
    return track(EventType.EVENT, event, Map.of(), Duration.ZERO, key);
  }

  public Someone views(String page) {
    return track(EventType.PAGE, page, Map.of(), Duration.ZERO, null);
  }

  private Someone track(
      EventType type, String name, Map<String, ?> data, Duration ago, @Nullable String key) {
    long timestamp = world.millis() - ago.toMillis();
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    data.keySet().stream()
        .sorted()
        .forEach(field -> fields.put(field, Yaml.value(data.get(field))));
    Event event = new Event(type, name, new Value.Fields(fields), timestamp, key);
    return say(new Input.Track(0, identifier, event));
  }

  /// Does something while nobody knows who it is.
  ///
  /// @param ago how long before now it happened
  public Someone doesUnnamed(String visitor, String event, Duration ago) {
    long now = world.millis();
    Event done = new Event(EventType.EVENT, event, Value.Fields.EMPTY, now - ago.toMillis(), null);
    Input.Track track = new Input.Track(now, Identifier.id(visitor), done);
    world.accept(new Message.Anonymous(Stored.WORKSPACE, visitor, track));
    return this;
  }

  public Someone isDeleted() {
    return say(new Input.Delete(0, identifier));
  }

  /// Becomes one with another person, who is gone then.
  public Someone takesIn(String other) {
    return say(new Input.Merge(0, identifier, new Whom.ByIdentifier(World.identifier(other))));
  }

  public Someone isSuppressed() {
    return say(new Input.Suppress(0, identifier));
  }

  public Someone isUnsuppressed() {
    return say(new Input.Unsuppress(0, identifier));
  }

  /// Is seen with a telephone.
  public Someone uses(String token) {
    return uses(token, Map.of());
  }

  /// @param attributes of the device, plain values
  public Someone uses(String token, Map<String, ?> attributes) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    attributes.keySet().stream()
        .sorted()
        .forEach(name -> fields.put(name, Yaml.value(attributes.get(name))));
    long now = world.millis();
    Device device = new Device(token, "ios", now, now, new Value.Fields(fields));
    return say(new Input.DeviceSeen(0, identifier, device));
  }

  public Someone usesNoMore(String token) {
    return say(new Input.DeviceLost(0, identifier, token));
  }

  /// The tokens of the person's devices, in the order in which they came.
  public List<String> devices() {
    return List.copyOf(state().profile().devices().keySet());
  }

  /// Opens the latest message of that name.
  public Someone opens(String message) {
    return reports(message, Metric.OPENED);
  }

  /// Clicks in the latest message of that name.
  public Someone clicks(String message) {
    return reports(message, Metric.CLICKED);
  }

  /// Unsubscribes by the latest message of that name.
  public Someone unsubscribes(String message) {
    return reports(message, Metric.UNSUBSCRIBED);
  }

  /// Calls the latest message of that name spam.
  public Someone complains(String message) {
    return reports(message, Metric.SPAMMED);
  }

  private Someone reports(String message, Metric metric) {
    DeliveryId id =
        world.mail(identifier.value()).stream()
            .filter(mail -> mail.message().equals(message))
            .toList()
            .getLast()
            .id();
    world.accept(PostOffice.report(id, metric));
    return this;
  }

  /// A member of the workspace ends the one journey that is under way.
  public Someone isTakenOut() {
    return sayToPerson(new Input.EndJourney(0, journeys().getFirst().number()));
  }

  /// A member of the workspace lets the one journey that is under way go on.
  public Someone isLetOn() {
    return sayToPerson(new Input.ResumeJourney(0, journeys().getFirst().number()));
  }

  private Someone say(Input input) {
    world.accept(new Message.ToIdentifier(Stored.WORKSPACE, identifier, input));
    return this;
  }

  private Someone sayToPerson(Input input) {
    world.accept(new Message.ToPerson(key(), input));
    return this;
  }

  /// The identifier by which this is about somebody.
  public String name() {
    return identifier.value();
  }

  public boolean exists() {
    return world.stored().holder(identifier).flatMap(world.stored()::person).isPresent();
  }

  /// @throws java.util.NoSuchElementException if the desk of the identifier knows nobody
  public PersonKey key() {
    return world.stored().holder(identifier).orElseThrow();
  }

  public Person state() {
    return world.stored().person(key()).orElseThrow();
  }

  public boolean isIn(String segment) {
    return state().standing().isMember(world.definitions().segment(segment));
  }

  /// The value as text; empty where there is none.
  public String attribute(String name) {
    Value value = state().profile().attribute(name);
    return value == null ? "" : value.asText();
  }

  /// The id or e-mail address in its slot; empty where there is none.
  public String email() {
    String email = state().profile().identifiers().emailValue();
    return email == null ? "" : email;
  }

  public String id() {
    String id = state().profile().identifiers().idValue();
    return id == null ? "" : id;
  }

  /// Journeys under way, oldest first.
  public List<Journey> journeys() {
    LongMap<Journey> journeys = state().course().journeys();
    List<Journey> listed = new ArrayList<>();
    for (int i = 0; i < journeys.size(); i++) {
      listed.add(journeys.valueAt(i));
    }
    return listed;
  }

  /// The step on which the one journey that is under way stands.
  public String step() {
    return journeys().getFirst().step();
  }

  /// What the journeys did, as `step:action:verdict`, oldest first.
  public List<String> trace() {
    return world.stored().traces(key()).stream()
        .map(step -> step.step() + ":" + step.action() + ":" + step.verdict())
        .toList();
  }

  /// Oldest first.
  public List<Fact.Activity> activities(String type) {
    return world.stored().activities(key()).stream()
        .filter(activity -> activity.type().equals(type))
        .toList();
  }

  /// How often the person did something, as the activity log has it.
  public int times(String event) {
    return (int)
        activities("event").stream().filter(activity -> activity.name().equals(event)).count();
  }
}
