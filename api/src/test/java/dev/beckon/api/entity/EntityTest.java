package dev.beckon.api.entity;

import static dev.beckon.api.testing.Authored.welcome;
import static dev.beckon.api.testing.Fields.items;
import static dev.beckon.api.testing.Fields.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.http.Wire;
import dev.beckon.api.json.JsonReader;
import dev.beckon.api.testing.Stage;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.ActivityFilter;
import dev.beckon.engine.query.ActivityView;
import dev.beckon.engine.query.Deliveries;
import dev.beckon.engine.query.People;
import dev.beckon.registry.workspace.IdentityOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityTest {
  private static final ActivityFilter DONE =
      new ActivityFilter(Set.of("event", "page", "screen"), Set.of(), null, false);

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void start() {
    stage = new Stage(folder);
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private Wire.Reply entity(String operation) {
    return stage.track("POST", "/api/v2/entity", operation);
  }

  private Wire.Reply batch(String operations) {
    return stage.track("POST", "/api/v2/batch", "{'batch': [" + operations + "]}");
  }

  private Optional<Person> person(Identifier identifier) {
    return new People(stage.host().queries()).byIdentifier(stage.workspace(), identifier);
  }

  private List<Fact.Activity> done(Identifier identifier) {
    return new Activities(stage.host().queries())
        .ofPerson(person(identifier).orElseThrow().key(), DONE, null, 100).items().stream()
            .map(ActivityView::activity)
            .toList();
  }

  private static List<Value> errors(Wire.Reply reply) {
    return items(JsonReader.DATA.fields(reply.bytes()), "errors");
  }

  private static final String ADA =
      """
      {'type': 'person', 'action': 'identify', 'identifiers': {'id': '42'},
       'attributes': {'email': 'ada@example.com', 'plan': 'trial'}}""";

  @Test
  void identifyMakesAPerson() {
    Wire.Reply reply = entity(ADA);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("{}");
    Person ada = person(Identifier.email("ada@example.com")).orElseThrow();
    assertThat(ada.profile().identifiers().idValue()).isEqualTo("42");
    assertThat(ada.profile().attribute("plan")).isEqualTo(Value.of("trial"));
  }

  @Test
  void whatWasSaidEarlierDoesNotOverwriteWhatWasSaidLater() {
    String plan =
        "{'type': 'person', 'action': 'identify', 'identifiers': {'id': '42'}, 'timestamp': %d,"
            + " 'attributes': {'plan': '%s'}}";
    entity(plan.formatted(1_773_480_400, "paid"));
    entity(plan.formatted(1_773_480_300, "trial"));
    assertThat(person(Identifier.id("42")).orElseThrow().profile().attribute("plan"))
        .isEqualTo(Value.of("paid"));
  }

  @Test
  void anUpdateOfNobodyMakesNobody() {
    entity(
        "{'type': 'person', 'action': 'identify', 'identifiers': {'id': '42'},"
            + " 'attributes': {'_update': true, 'plan': 'paid'}}");
    assertThat(person(Identifier.id("42"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"event", "page", "screen"})
  void whatAPersonDoesIsTheirs(String action) {
    entity(ADA);
    String cioId = stage.cioIdOf("42");
    for (String by :
        List.of("'id': '42'", "'email': 'ADA@example.com'", "'cio_id': '" + cioId + "'")) {
      assertThat(
              entity(
                      "{'type': 'person', 'action': '"
                          + action
                          + "', 'identifiers': {"
                          + by
                          + "}, 'name': 'x', 'attributes': {'n': 1}}")
                  .status())
          .isEqualTo(200);
    }
    assertThat(done(Identifier.id("42")))
        .hasSize(3)
        .allSatisfy(
            activity -> {
              assertThat(activity.type()).isEqualTo(action);
              assertThat(activity.data()).isEqualTo(json("{'n': 1}"));
            });
  }

  @Test
  void anEventWithTheSameIdIsTheSameEvent() {
    String event =
        "{'type': 'person', 'action': 'event', 'identifiers': {'id': '42'}, 'name': 'x',"
            + " 'id': '01ARZ3NDEKTSV4RRFFQ69G5FAV', 'timestamp': 1773480000}";
    entity(event);
    entity(event);
    assertThat(done(Identifier.id("42")))
        .singleElement()
        .extracting(Fact.Activity::timestamp)
        .isEqualTo(1_773_480_000_000L);
  }

  @Test
  void anonymousEventsAreOfNobody() {
    assertThat(
            entity(
                    "{'type': 'person', 'action': 'event', 'identifiers': {'anonymous_id': 'a'},"
                        + " 'name': 'x'}")
                .status())
        .isEqualTo(200);
    assertThat(new People(stage.host().queries()).count(stage.workspace())).isZero();
  }

  @Test
  void aDeletedPersonIsGone() {
    entity(ADA);
    entity("{'type': 'person', 'action': 'delete', 'identifiers': {'email': 'ada@example.com'}}");
    assertThat(person(Identifier.id("42"))).isEmpty();
  }

  @Test
  void devicesComeAndGo() {
    String device =
        "{'type': 'person', 'action': '%s', 'identifiers': {'id': '42'},"
            + " 'device': {'token': 't1', 'platform': 'android'}}";
    assertThat(entity(device.formatted("add_device")).status()).isEqualTo(200);
    assertThat(person(Identifier.id("42")).orElseThrow().profile().devices().values()).hasSize(1);
    assertThat(entity(device.formatted("delete_device")).status()).isEqualTo(200);
    assertThat(person(Identifier.id("42")).orElseThrow().profile().devices().values()).isEmpty();
  }

  @Test
  void whoeverIsSuppressedStaysAwayUntilUnsuppressed() {
    String suppress = "{'type': 'person', 'action': '%s', 'identifiers': {'id': '42'}}";
    entity(ADA);
    entity(suppress.formatted("suppress"));
    entity(ADA);
    assertThat(person(Identifier.id("42"))).isEmpty();
    entity(suppress.formatted("unsuppress"));
    entity(ADA);
    assertThat(person(Identifier.id("42"))).isPresent();
  }

  @Test
  void twoPeopleBecomeOne() {
    entity(ADA);
    entity(
        "{'type': 'person', 'action': 'identify', 'identifiers': {'id': '43'},"
            + " 'attributes': {'city': 'London'}}");
    assertThat(
            entity(
                    "{'type': 'person', 'action': 'merge', 'primary': {'id': '42'},"
                        + " 'secondary': {'id': '43'}}")
                .status())
        .isEqualTo(200);
    assertThat(new People(stage.host().queries()).count(stage.workspace())).isOne();
    assertThat(person(Identifier.id("42")).orElseThrow().profile().attribute("city"))
        .isEqualTo(Value.of("London"));
  }

  @Test
  void twoPeopleWhomOneCallNamesBecomeOneUnlessTheWorkspaceDoesNotWantIt() {
    String lead =
        "{'type': 'person', 'action': 'identify', 'identifiers': {'email': '%s@example.com'},"
            + " 'attributes': {'city': 'London'}}";
    String user =
        "{'type': 'person', 'action': 'identify', 'identifiers': {'id': '%s'},"
            + " 'attributes': {'plan': 'trial'}}";
    String both =
        "{'type': 'person', 'action': 'identify', 'identifiers': {'id': '%1$s'},"
            + " 'attributes': {'email': '%1$s@example.com'}}";
    for (String call : List.of(lead, user, both)) {
      entity(call.formatted("ada"));
    }
    assertThat(new People(stage.host().queries()).count(stage.workspace())).isOne();
    Person ada = person(Identifier.id("ada")).orElseThrow();
    assertThat(ada.profile().attribute("city")).isEqualTo(Value.of("London"));
    assertThat(ada.profile().attribute("plan")).isEqualTo(Value.of("trial"));
    stage
        .registry()
        .workspaces()
        .chooseIdentity(stage.workspace(), IdentityOptions.NONE, Stage.ANN);
    for (String call : List.of(lead, user, both)) {
      entity(call.formatted("bob"));
    }
    assertThat(new People(stage.host().queries()).count(stage.workspace())).isEqualTo(3);
  }

  @Test
  void anAppTellsWhatBecameOfADelivery() {
    welcome(stage, "");
    entity(ADA);
    stage.event("42", "signed_up");
    DeliveryId delivery = stage.deliveries().getFirst().id();
    String opened =
        "{'type': 'delivery', 'action': 'event', 'identifiers': {'id': '%s'}, 'name': 'opened'}";
    assertThat(entity(opened.formatted(stage.links().tokens().of(delivery))).status())
        .isEqualTo(200);
    assertThat(new Deliveries(stage.host().queries()).one(delivery).orElseThrow().furthest())
        .isEqualTo(Metric.OPENED);
    assertThat(entity(opened.formatted("nonsense")).status()).isEqualTo(400);
  }

  @Test
  void aBatchKeepsTheOrderOfAPerson() {
    Wire.Reply reply =
        batch(
            ADA
                + ", {'type': 'person', 'action': 'event', 'identifiers':"
                + " {'email': 'ada@example.com'}, 'name': 'first'},"
                + " {'type': 'person', 'action': 'event', 'identifiers': {'id': '42'},"
                + " 'name': 'second'}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("{}");
    assertThat(done(Identifier.id("42")))
        .extracting(Fact.Activity::name)
        .containsExactly("second", "first");
    assertThat(new People(stage.host().queries()).count(stage.workspace())).isOne();
  }

  @Test
  void aBatchNamesWhatItCannotTake() {
    Wire.Reply reply =
        batch(
            "7, "
                + ADA
                + ", {'type': 'person', 'action': 'event', 'identifiers': {'id': '42'}}, {}");
    assertThat(reply.status()).isEqualTo(207);
    assertThat(errors(reply))
        .containsExactly(
            json(
                "{'reason':'invalid','message':'Expected an operation as an object.',"
                    + "'batch_index':0}"),
            json(
                "{'reason':'required','field':'name','message':'Expected name, but it is"
                    + " missing.','batch_index':2}"),
            json(
                "{'reason':'required','field':'type','message':'Expected type, but it is"
                    + " missing.','batch_index':3}"));
    assertThat(person(Identifier.id("42"))).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|required|type",
        "{'type': 'robot', 'action': 'identify'}|invalid|type",
        "{'type': 'person'}|required|action",
        "{'type': 'person', 'action': 'dance', 'identifiers': {'id': '1'}}|invalid|action",
        "{'type': 'person', 'action': 'identify'}|required|identifiers",
        "{'type': 'person', 'action': 'identify', 'identifiers': 7}|invalid|identifiers",
        "{'type': 'person', 'action': 'identify', 'identifiers': {'x': '1'}}|invalid|identifiers",
        "{'type': 'person', 'action': 'delete', 'identifiers': {'id': '1', 'email': 'a@b.c'}}"
            + "|invalid|identifiers",
        "{'type': 'person', 'action': 'identify', 'identifiers': {'id': '1'}, 'attributes': 1}"
            + "|invalid|attributes",
        "{'type': 'person', 'action': 'merge', 'primary': {'id': '1'}}|required|secondary",
        "{'type': 'person', 'action': 'delete_device', 'identifiers': {'id': '1'}}"
            + "|required|device.token",
        "{'type': 'delivery', 'action': 'event', 'identifiers': {'id': '1'}, 'name': 'eaten'}"
            + "|invalid|name",
      })
  void whatCannotBeTakenIsExplained(String operation, String reason, String field) {
    Wire.Reply reply = entity(operation);
    assertThat(reply.status()).isEqualTo(400);
    Value.Fields error = (Value.Fields) errors(reply).getFirst();
    assertThat(error.get("reason")).isEqualTo(Value.of(reason));
    assertThat(error.get("field")).isEqualTo(Value.of(field));
    assertThat(new People(stage.host().queries()).count(stage.workspace())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1]", "{'batch': {}}"})
  void whatIsNoBatchIsRefused(String body) {
    Wire.Reply reply = stage.track("POST", "/api/v2/batch", body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(errors(reply)).hasSize(1);
  }

  @Test
  void aWrongKeyIsRefused() {
    Wire.Reply reply = stage.wire().send("POST", "/api/v2/entity", "{}");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(errors(reply)).hasSize(1);
  }
}
