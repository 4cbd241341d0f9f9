package dev.beckon.api.pipelines;

import static dev.beckon.api.testing.Authored.welcome;
import static dev.beckon.api.testing.Fields.fields;
import static dev.beckon.api.testing.Fields.items;
import static dev.beckon.api.testing.Fields.json;
import static dev.beckon.api.testing.Fields.listOf;
import static dev.beckon.api.testing.Fields.text;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
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

final class PipelinesTest {
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

  private Wire.Reply send(String path, String body, String... headers) {
    return stage.wire().send("POST", path, body.replace('\'', '"'), headers);
  }

  private Wire.Reply call(String path, String body) {
    return send(path, body, authorization());
  }

  private String authorization() {
    byte[] pair = (stage.keys().writeKey() + ":").getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static Value.Fields answer(Wire.Reply reply) {
    return JsonReader.DATA.fields(reply.bytes());
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

  @ParameterizedTest
  @ValueSource(strings = {"/v1/identify", "/v1/i"})
  void identifyMakesAPersonOfUserIdAndTraits(String path) {
    Wire.Reply reply =
        call(
            path,
            """
            {'userId': 42, 'traits': {'email': 'ada@example.com', 'plan': 'trial',
              'createdAt': '2026-03-14T09:26:53.250Z', 'trial_ends': '2026-04-01',
              'company': {'since': '2026-01-01T00:00:00+01:00'}, 'visits': ['2026-01-01'],
              'zip': '20260101', 'objectId': 'acme'}}""");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("{}");
    assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
    Person ada = person(Identifier.email("ada@example.com")).orElseThrow();
    assertThat(ada.profile().identifiers().idValue()).isEqualTo("42");
    assertThat(ada.profile().attribute("plan")).isEqualTo(Value.of("trial"));
    assertThat(ada.profile().attribute("created_at")).isEqualTo(Value.of(1_773_480_413L));
    assertThat(ada.profile().attribute("trial_ends")).isEqualTo(Value.of(1_775_001_600L));
    assertThat(ada.profile().attribute("company")).isEqualTo(json("{'since': 1767222000}"));
    assertThat(ada.profile().attribute("visits")).isEqualTo(listOf(Value.of("2026-01-01")));
    assertThat(ada.profile().attribute("zip")).isEqualTo(Value.of("20260101"));
    assertThat(ada.profile().attribute("createdAt")).isNull();
    assertThat(ada.profile().attribute("objectId")).isNull();
  }

  @Test
  void withoutAUserIdTheEmailAmongTheTraitsNamesThePerson() {
    call("/v1/identify", "{'anonymousId': 'a1', 'traits': {'email': 'Ada@Example.com'}}");
    Person ada = person(Identifier.email("ada@example.com")).orElseThrow();
    assertThat(ada.profile().attribute("anonymous_id")).isEqualTo(Value.of("a1"));
  }

  @ParameterizedTest
  @CsvSource({"/v1/track,42,id", "/v1/t,ada@example.com,email"})
  void trackIsAnEventOfWhomTheUserIdNames(String path, String userId, String kind) {
    call(
        path,
        "{'userId': '"
            + userId
            + "', 'event': 'signed_up', 'messageId': 'm1', 'properties': {'source': 'ad'}}");
    Identifier who = kind.equals("id") ? Identifier.id(userId) : Identifier.email(userId);
    List<Fact.Activity> activities = done(who);
    assertThat(activities).hasSize(1);
    assertThat(activities.getFirst().name()).isEqualTo("signed_up");
    assertThat(activities.getFirst().data()).isEqualTo(json("{'source': 'ad'}"));
  }

  @Test
  void aMessageIdThatComesAgainIsTheSameEvent() {
    for (int i = 0; i < 3; i++) {
      call("/v1/track", "{'userId': '42', 'event': 'signed_up', 'messageId': 'm1'}");
    }
    call("/v1/track", "{'userId': '42', 'event': 'signed_up', 'messageId': 'm2'}");
    assertThat(done(Identifier.id("42"))).hasSize(2);
  }

  @Test
  void aPageIsNamedByItsAddressAndAScreenByItsName() {
    call("/v1/page", "{'userId': '42', 'name': 'Pricing', 'properties': {'url': 'https://x.y/p'}}");
    call("/v1/p", "{'userId': '42', 'context': {'page': {'url': 'https://x.y/q'}}}");
    call("/v1/s", "{'userId': '42', 'name': 'Cart'}");
    assertThat(done(Identifier.id("42")))
        .extracting(activity -> activity.type() + " " + activity.name())
        .containsExactlyInAnyOrder("page https://x.y/p", "page https://x.y/q", "screen Cart");
  }

  @Test
  void whatNobodyKnownDoesIsKeptForWhoeverItTurnsOutToBe() {
    assertThat(call("/v1/track", "{'anonymousId': 'a1', 'event': 'looked'}").status())
        .isEqualTo(200);
    assertThat(new People(stage.host().queries()).count(stage.workspace())).isZero();
  }

  @Test
  void usersAreDeletedByASemanticEvent() {
    call("/v1/identify", "{'userId': '42'}");
    call("/v1/track", "{'userId': '42', 'event': 'User Deleted'}");
    assertThat(person(Identifier.id("42"))).isEmpty();
  }

  @Test
  void devicesComeAndGoBySemanticEvents() {
    String device =
        "{'userId': '42', 'event': '%s', 'properties': {'app_version': '1.2'},"
            + " 'context': {'device': {'token': 't1', 'type': 'ios'}}}";
    call("/v1/track", device.formatted("Device Created or Updated"));
    assertThat(person(Identifier.id("42")).orElseThrow().profile().devices().values())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.token()).isEqualTo("t1");
              assertThat(seen.platform()).isEqualTo("ios");
              assertThat(seen.attributes().get("app_version")).isEqualTo(Value.of("1.2"));
            });
    call("/v1/track", device.formatted("Device Deleted"));
    assertThat(person(Identifier.id("42")).orElseThrow().profile().devices().values()).isEmpty();
    assertThat(done(Identifier.id("42"))).isEmpty();
  }

  @Test
  void whoeverIsSuppressedStaysAwayUntilUnsuppressed() {
    call("/v1/identify", "{'userId': '42'}");
    call("/v1/track", "{'userId': '42', 'event': 'User Suppressed'}");
    call("/v1/identify", "{'userId': '42'}");
    assertThat(person(Identifier.id("42"))).isEmpty();
    call("/v1/track", "{'userId': '42', 'event': 'User Unsuppressed'}");
    call("/v1/identify", "{'userId': '42'}");
    assertThat(person(Identifier.id("42"))).isPresent();
  }

  @Test
  void anAppReportsWhatBecameOfAMessage() {
    welcome(stage, "");
    call("/v1/identify", "{'userId': '42', 'traits': {'email': 'ada@example.com'}}");
    call("/v1/track", "{'userId': '42', 'event': 'signed_up'}");
    DeliveryId delivery = stage.deliveries().getFirst().id();
    String report =
        "{'event': 'Report Delivery Event', 'properties': {'deliveryId': '%s', 'metric': '%s'}}";
    call("/v1/track", report.formatted(stage.links().tokens().of(delivery), "opened"));
    assertThat(new Deliveries(stage.host().queries()).one(delivery).orElseThrow().furthest())
        .isEqualTo(Metric.OPENED);
    assertThat(call("/v1/track", report.formatted("nonsense", "opened")).body())
        .contains("dropped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/batch", "/v1/b", "/v1/import/"})
  void aBatchTakesWhatItCanAndSaysWhatItCannot(String path) {
    Wire.Reply reply =
        call(
            path,
            """
            {'batch': [
              {'type': 'identify', 'userId': '42', 'traits': {'email': 'ada@example.com'}},
              {'type': 'track', 'userId': 'ada@example.com', 'event': 'signed_up'},
              {'type': 'track', 'event': 'nobody'},
              {'type': 'dance'}, 7,
              {'type': 'track', 'userId': '42', 'event': 'not_for_us', 'integrations': {'All': false}},
              {'type': 'track', 'userId': '42', 'event': 'last',
               'integrations': {'All': false, 'Customer.io Data Pipelines': true}}]}""");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(items(answer(reply), "dropped"))
        .extracting(drop -> ((Value.Fields) drop).get("index"))
        .containsExactly(Value.of(2), Value.of(3), Value.of(4), Value.of(5));
    assertThat(done(Identifier.id("42")))
        .extracting(Fact.Activity::name)
        .containsExactly("last", "signed_up");
    assertThat(new People(stage.host().queries()).count(stage.workspace())).isOne();
  }

  @Test
  void inStrictModeAFaultRefusesTheWholeBatch() {
    Wire.Reply reply =
        send(
            "/v1/batch",
            "{'batch': [{'type': 'identify', 'userId': '42'}, {'type': 'track', 'userId': '42'}]}",
            authorization(),
            "X-Strict-Mode: 1");
    assertThat(reply.status()).isEqualTo(400);
    List<Value> errors = items(fields(answer(reply), "meta"), "errors");
    assertThat(errors).hasSize(1);
    assertThat(text((Value.Fields) errors.getFirst(), "reason")).contains("name");
    assertThat(person(Identifier.id("42"))).isEmpty();
  }

  @Test
  void aBrowserBringsTheKeyInTheBodyAsPlainText() {
    String body =
        "{'writeKey': '" + stage.keys().writeKey() + "', 'userId': '42', 'event': 'clicked'}";
    assertThat(send("/v1/t", body, "Content-Type: text/plain").status()).isEqualTo(200);
    assertThat(done(Identifier.id("42"))).hasSize(1);
  }

  @Test
  void aWrongKeyIsRefusedReadablyForBrowsers() {
    for (String key : List.of("", "wrong")) {
      Wire.Reply reply = send("/v1/t", "{'writeKey': '" + key + "', 'event': 'x'}");
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
      assertThat(reply.body()).contains("Expected a write key");
    }
  }

  @Test
  void aBrowserMayAskFirst() {
    Wire.Reply reply = stage.wire().send("OPTIONS", "/v1/t", "");
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(reply.header("access-control-allow-headers")).contains("authorization");
  }

  @Test
  void librariesInBrowsersAreToldWhereToSend() {
    String key = stage.keys().writeKey();
    Wire.Reply reply = stage.wire().get("/v1/projects/" + key + "/settings");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
    Value.Fields integrations = fields(answer(reply), "integrations");
    assertThat(text(fields(integrations, "Customer.io Data Pipelines"), "apiKey")).isEqualTo(key);
    assertThat(text(fields(integrations, "Segment.io"), "apiHost")).isEqualTo("127.0.0.1/v1");
    assertThat(stage.wire().get("/v1/projects/wrong/settings").status()).isEqualTo(401);
  }

  /// The stage's time is 09:26:53.250.
  @ParameterizedTest
  @CsvSource({
    "analytics.js, 2026-03-14T10:00:00Z, 2026-03-14T10:00:05Z, -5000",
    "analytics.js, 2026-03-14T09:00:00Z, , -1613250",
    "analytics-java, 2026-03-14T09:00:00Z, 2026-03-14T10:00:00Z, -1613250",
    "analytics-java, , 2026-03-14T10:00:00Z, 0"
  })
  void theClockOfADeviceIsPutRightAndThatOfAServerIsBelieved(
      String library, String timestamp, String sentAt, long late) {
    String body = "'userId': '42', 'event': 'x', 'context': {'library': {'name': '" + library;
    String at = timestamp == null ? "" : ", 'timestamp': '" + timestamp + "'";
    String sent = sentAt == null ? "" : ", 'sentAt': '" + sentAt + "'";
    call("/v1/track", "{" + body + "'}}" + at + sent + "}");
    assertThat(done(Identifier.id("42")).getFirst().timestamp()).isEqualTo(Stage.START + late);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'userId': '42'}|name",
        "{'userId': {'a': 1}, 'event': 'x'}|userId as text",
        "{'userId': '42', 'event': 'x', 'timestamp': 'yesterday'}|ISO 8601",
        "{'userId': '42', 'event': 'x', 'properties': []}|properties as an object",
        "{'event': 'x'}|both are missing",
        "{'userId': '42', 'event': 'x', 'context': 1}|context as an object"
      })
  void whatCannotBeTakenIsExplained(String body, String why) {
    Wire.Reply reply = call("/v1/track", body);
    assertThat(reply.status()).isEqualTo(200);
    Value.Fields drop = (Value.Fields) items(answer(reply), "dropped").getFirst();
    assertThat(text(drop, "reason")).contains(why);
    assertThat(new People(stage.host().queries()).count(stage.workspace())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "\u0000", "{'batch': 1}"})
  void whatIsNoBatchIsRefused(String body) {
    assertThat(call("/v1/batch", body).status()).isEqualTo(400);
  }

  @Test
  void aBatchOfTheMostCallsIsTakenAndOneMoreIsNot() {
    String call = "{'type': 'alias', 'userId': '1', 'previousId': '2'}";
    String most = (call + ",").repeat(PipelinesEndpoint.CALLS_PER_BATCH_MAX - 1) + call;
    assertThat(call("/v1/batch", "{'batch': [" + most + "]}").status()).isEqualTo(200);
    assertThat(call("/v1/batch", "{'batch': [" + most + "," + call + "]}").status()).isEqualTo(413);
  }
}
