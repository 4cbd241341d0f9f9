package dev.beckon.api.manage.people;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Attribute;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.core.person.Profile;
import dev.beckon.core.value.LongMap;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.People;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Shows people as references, as lines of tables, and in full.
public final class PersonViews {
  private static final int ROW_ATTRIBUTES_MAX = 20;
  private static final String SUPPRESSED = "_suppressed_email";

  private final People people;
  private final Activities activities;

  public PersonViews(People people, Activities activities) {
    this.people = people;
    this.activities = activities;
  }

  /// Somebody who has been deleted is only a `cio_id`.
  public PersonRefJson ref(PersonKey key) {
    return people
        .byKey(key)
        .map(PersonViews::ref)
        .orElseGet(() -> new PersonRefJson(key.cioIdText(), null, null, null));
  }

  public static PersonRefJson ref(Person person) {
    Identifiers identifiers = person.profile().identifiers();
    return new PersonRefJson(
        person.key().cioIdText(),
        identifiers.idValue(),
        identifiers.emailValue(),
        name(person.profile()));
  }

  public PersonRowJson row(Person person) {
    SequencedMap<String, Value> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, Attribute> entry : person.profile().attributes().entrySet()) {
      if (attributes.size() < ROW_ATTRIBUTES_MAX && isShown(entry)) {
        attributes.put(entry.getKey(), entry.getValue().value());
      }
    }
    return new PersonRowJson(
        ref(person),
        Instant.ofEpochMilli(person.profile().createdAt()),
        lastSeen(person.key()),
        attributes);
  }

  /// @param deliveries how many messages the person was sent
  public PersonJson full(Person person, int deliveries) {
    Profile profile = person.profile();
    List<PersonJson.AttributeJson> attributes = new ArrayList<>();
    for (Map.Entry<String, Attribute> entry : profile.attributes().entrySet()) {
      if (isShown(entry)) {
        attributes.add(
            new PersonJson.AttributeJson(
                entry.getKey(),
                entry.getValue().value(),
                Instant.ofEpochMilli(entry.getValue().setAt())));
      }
    }
    attributes.sort(Comparator.comparing(PersonJson.AttributeJson::name));
    return new PersonJson(
        ref(person),
        text(profile, "phone"),
        Instant.ofEpochMilli(profile.createdAt()),
        lastSeen(person.key()),
        isTrue(profile.attribute("unsubscribed")),
        isSuppressed(profile),
        attributes,
        new PersonJson.CountsJson(members(person), person.course().journeys().size(), deliveries));
  }

  private @Nullable Instant lastSeen(PersonKey key) {
    long at = activities.lastSeen(key);
    return at == 0 ? null : Instant.ofEpochMilli(at);
  }

  private static int members(Person person) {
    LongMap<?> memberships = person.standing().memberships();
    int members = 0;
    for (int i = 0; i < memberships.size(); i++) {
      members += person.standing().isMember((int) memberships.keyAt(i)) ? 1 : 0;
    }
    return members;
  }

  private static boolean isShown(Map.Entry<String, Attribute> entry) {
    return !entry.getValue().isRemoved() && !entry.getKey().startsWith("_");
  }

  private static boolean isSuppressed(Profile profile) {
    String suppressed = text(profile, SUPPRESSED);
    String email = profile.identifiers().emailValue();
    return suppressed != null && email != null && suppressed.equalsIgnoreCase(email);
  }

  /// Any casing of "true", 1 and "1" (spec: data-in.md, 1.3).
  public static boolean isTrue(@Nullable Value value) {
    return value != null && (value.asText().equalsIgnoreCase("true") || value.asText().equals("1"));
  }

  private static @Nullable String name(Profile profile) {
    String name = text(profile, "name");
    if (name != null) {
      return name;
    }
    String first = text(profile, "first_name");
    String last = text(profile, "last_name");
    return first == null ? last : last == null ? first : first + " " + last;
  }

  private static @Nullable String text(Profile profile, String name) {
    Value value = profile.attribute(name);
    return value == null || value.isBlank() ? null : value.asText();
  }
}
