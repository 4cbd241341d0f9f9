package dev.beckon.core.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.catalog.Limits;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.identity.Whom;
import dev.beckon.core.person.Device;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of a person, under which name, and when (docs/identity.md).
final class DescribingTest {
  private static final String PREFERENCES = "cio_subscription_preferences";

  private final OnePerson ann = new OnePerson();

  @ParameterizedTest
  @ValueSource(
      strings = {"cio_id", "_secret", "timezone_valid", "cio_city", "cio_iso_country", "id", ""})
  void someNamesAreReserved(String name) {
    ann.is(name, "x");
    assertThat(refusals()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"created_at", "unsubscribed", "timezone", "phone", "a.b", "cio_x", PREFERENCES})
  void otherNamesAreNot(String name) {
    ann.is(name, "x");
    assertThat(refusals()).isEmpty();
    assertThat(ann.person().profile().attribute(name)).isEqualTo(Value.of("x"));
  }

  @ParameterizedTest
  @CsvSource({"2, 1, old", "1, 2, new", "1, 1, new"})
  void theLaterOneStays(int first, int second, String stays) {
    ann.was("plan", "old", Duration.ofHours(3 - first));
    ann.was("plan", "new", Duration.ofHours(3 - second));
    assertThat(ann.person().profile().attribute("plan")).isEqualTo(Value.of(stays));
    assertThat(activities("skipped_update")).hasSize(stays.equals("old") ? 1 : 0);
  }

  @Test
  void whatWasTakenAwayLaterStaysAway() {
    ann.is("plan", "old").is("plan", "");
    ann.was("plan", "older", Duration.ofHours(1));
    assertThat(ann.person().profile().attribute("plan")).isNull();
  }

  @Test
  void aDotChangesOneEntryOfThePreferences() {
    ann.is(PREFERENCES + ".topics.topic_1", true).is(PREFERENCES + ".topics.topic_2", false);
    ann.is(PREFERENCES + ".channels.email", true).is(PREFERENCES + ".topics.topic_1", "");
    assertThat(ann.person().profile().attribute(PREFERENCES))
        .isEqualTo(
            Value.Fields.EMPTY
                .with("topics", Value.Fields.EMPTY.with("topic_2", Value.of(false)))
                .with("channels", Value.Fields.EMPTY.with("email", Value.of(true))));
    ann.was(PREFERENCES + ".topics.topic_2", true, Duration.ofHours(1));
    assertThat(activities("skipped_update")).hasSize(1);
  }

  @Test
  void preferencesHaveALimit() {
    String key = "\"topics\":\"";
    int room = Limits.PREFERENCES_BYTES_MAX - "{".length() - key.length() - "\"}".length();
    ann.is(PREFERENCES + ".topics", "t".repeat(room));
    assertThat(refusals()).isEmpty();
    ann.is(PREFERENCES + ".topics", "t".repeat(room + 1));
    assertThat(refusals()).hasSize(1);
  }

  @Test
  void attributesOfDevicesHaveALimit() {
    Value.Fields many = Value.Fields.EMPTY;
    for (int i = 0; i < Limits.DEVICE_ATTRIBUTES_MAX; i++) {
      many = many.with("a" + i, Value.of(i));
    }
    seen(many);
    assertThat(refusals()).isEmpty();
    seen(Value.Fields.EMPTY.with("one more", Value.of(1)));
    assertThat(refusals()).hasSize(1);
    seen(Value.Fields.EMPTY.with("a0", Value.of("")));
    seen(Value.Fields.EMPTY.with("one more", Value.of(1)));
    assertThat(refusals()).hasSize(1);
  }

  private void seen(Value.Fields attributes) {
    Identifier by = Identifier.id("ann");
    Device device = new Device("t", "ios", ann.now(), ann.now(), attributes);
    ann.take(new Input.DeviceSeen(ann.now(), by, device));
  }

  @Test
  void onlySoManyPeopleCanBecomeOne() {
    ann.is("plan", "pro");
    for (int i = 1; i <= Limits.MERGES_PER_PERSON_MAX; i++) {
      merge(i);
      assertThat(activities("failed_merge")).isEmpty();
      long offset = ann.person().nextNumber() - 1;
      var other = Person.unborn(new PersonKey(1, 1_000 + i), ann.now());
      ann.take(new Input.Absorb(ann.now(), other, offset));
    }
    merge(0);
    assertThat(activities("failed_merge")).hasSize(1);
  }

  private void merge(int other) {
    Whom whom = new Whom.ByKey(new PersonKey(1, 1_000 + other));
    ann.take(new Input.Merge(ann.now(), Identifier.id("ann"), whom));
  }

  private List<Fact.Activity> refusals() {
    return activities("failed_attribute_change");
  }

  private List<Fact.Activity> activities(String type) {
    return ann.facts.stream()
        .filter(Fact.Activity.class::isInstance)
        .map(Fact.Activity.class::cast)
        .filter(activity -> activity.type().equals(type))
        .toList();
  }
}
