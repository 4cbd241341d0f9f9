package dev.beckon.api.manage.people;

import dev.beckon.api.http.Flaw;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.intake.Desk;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.ActivityFilter;
import dev.beckon.engine.query.ActivityView;
import dev.beckon.engine.query.People;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes people through the engine's intake, and says what it declined.
public final class PersonChanges {
  private static final int DECLINED_MAX = 50;

  private final Desk desk;
  private final People people;
  private final Activities activities;
  private final InstantSource clock;

  public PersonChanges(Desk desk, People people, Activities activities, InstantSource clock) {
    this.desk = desk;
    this.people = people;
    this.activities = activities;
    this.clock = clock;
  }

  PersonKey create(
      int workspace,
      @Nullable String id,
      @Nullable String email,
      @Nullable SequencedMap<String, Value> attributes) {
    List<Identifier> names = new ArrayList<>();
    name(IdentifierKind.ID, id, names);
    name(IdentifierKind.EMAIL, email, names);
    if (names.isEmpty()) {
      throw Refusal.invalid("/email", "Expected an id or an e-mail address, but got neither.");
    }
    for (Identifier name : names) {
      if (people.keyOf(workspace, name).isPresent()) {
        throw Refusal.of(
            Refusal.Kind.CONFLICT,
            "Expected a new " + name.kind().word() + ", but somebody has " + name.value() + ".",
            List.of(new Flaw("/" + name.kind().word(), "Somebody has this one already.")));
      }
    }
    SequencedMap<String, Value> given = attributes == null ? Maps.empty() : attributes;
    Input.Identify identify =
        new Input.Identify(clock.millis(), names.getFirst(), names, Maps.copy(given), null, false);
    desk.take(new Message.ToIdentifier(workspace, names.getFirst(), identify));
    return people.keyOf(workspace, names.getFirst()).orElseThrow();
  }

  private static void name(IdentifierKind kind, @Nullable String value, List<Identifier> into) {
    if (value == null || value.isBlank()) {
      return;
    }
    if (value.getBytes(StandardCharsets.UTF_8).length > Limits.IDENTIFIER_BYTES_MAX) {
      throw Refusal.invalid(
          "/" + kind.word(),
          "Expected at most " + Limits.IDENTIFIER_BYTES_MAX + " bytes, but it is longer.");
    }
    into.add(new Identifier(kind, value));
  }

  void change(Person before, SequencedMap<String, Value> attributes) {
    List<Identifier> names = new ArrayList<>();
    LinkedHashMap<String, Value> rest = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : attributes.entrySet()) {
      switch (entry.getKey()) {
        case "id" -> name(IdentifierKind.ID, entry.getValue().asText(), names);
        case "email" -> name(IdentifierKind.EMAIL, entry.getValue().asText(), names);
        default -> rest.put(entry.getKey(), entry.getValue());
      }
    }
    Input.Identify identify =
        new Input.Identify(clock.millis(), null, names, Maps.copy(rest), null, true);
    desk.take(new Message.ToPerson(before.key(), identify));
    List<Flaw> declined = declined(before);
    if (!declined.isEmpty()) {
      throw Refusal.invalid(declined);
    }
  }

  /// What the engine has refused since the person was read.
  private List<Flaw> declined(Person before) {
    List<Flaw> flaws = new ArrayList<>();
    for (Fact.Activity activity : since(before, "failed_attribute_change", "skipped_update")) {
      for (Map.Entry<String, Value> entry : activity.data().fields().entrySet()) {
        String reason =
            entry.getValue() instanceof Value.Fields why && why.get("reason") != null
                ? why.fields().getOrDefault("reason", Value.nothing()).asText()
                : "It was refused.";
        flaws.add(new Flaw("/attributes/" + entry.getKey(), reason));
      }
    }
    return flaws;
  }

  void delete(PersonKey key) {
    desk.take(new Message.ToPerson(key, new Input.Delete(clock.millis())));
  }

  /// @return the id of the activity, empty where it is not there yet
  String track(Person before, String name, @Nullable SequencedMap<String, Value> data) {
    String trimmed = name.strip();
    int bytes = trimmed.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > Limits.EVENT_NAME_BYTES_MAX) {
      throw Refusal.invalid(
          "/name",
          "Expected a name of 1 to "
              + Limits.EVENT_NAME_BYTES_MAX
              + " bytes, but got "
              + bytes
              + ".");
    }
    long now = clock.millis();
    Value.Fields fields = data == null ? Value.Fields.EMPTY : new Value.Fields(data);
    Event event = new Event(EventType.EVENT, trimmed, fields, now, null);
    desk.take(new Message.ToPerson(before.key(), new Input.Track(now, null, event)));
    return views(before, EventType.EVENT.word()).stream()
        .filter(view -> view.activity().name().equals(trimmed))
        .map(view -> view.id().text())
        .findFirst()
        .orElse("");
  }

  private List<Fact.Activity> since(Person before, String... types) {
    return views(before, types).stream().map(ActivityView::activity).toList();
  }

  private List<ActivityView> views(Person before, String... types) {
    ActivityFilter filter = new ActivityFilter(Set.of(types), Set.of(), before.key(), false);
    return activities.ofPerson(before.key(), filter, null, DECLINED_MAX).items().stream()
        .filter(view -> view.activity().number() >= before.nextNumber())
        .toList();
  }
}
