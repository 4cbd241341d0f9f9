package dev.beckon.api.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.http.BasicAuth;
import dev.beckon.api.http.HttpLimits;
import dev.beckon.api.http.HttpServer;
import dev.beckon.api.http.Meters;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Router;
import dev.beckon.api.http.Wire;
import dev.beckon.api.intake.Addressee;
import dev.beckon.api.intake.Desk;
import dev.beckon.api.intake.FirstSteps;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrackEndpointTest {
  private static final long NOW = 1_773_480_413_250L;
  private static final String AUTH = "Authorization: Basic " + base64("site:key");

  private final Recorder recorder = new Recorder();
  private final List<String> steps = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Wire wire;

  @BeforeEach
  void start() {
    Meters meters = new Meters(new SimpleMeterRegistry());
    Desk desk = new Desk(recorder, Duration.ofMillis(200), meters);
    TrackEndpoint endpoint =
        new TrackEndpoint(
            desk,
            TrackEndpointTest::gate,
            new FirstSteps((_, name) -> steps.add(name)),
            () -> java.time.Instant.ofEpochMilli(NOW),
            "http://127.0.0.1");
    Router router = new Router(new TrackDialect(), meters).add(endpoint.routes());
    server = HttpServer.start(router, HttpLimits.DEFAULT, "127.0.0.1", 0);
    wire = new Wire(server.port());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void identifyTellsTheDeskOfTheIdentifierInThePath() {
    Wire.Reply reply =
        put("/api/v1/customers/42", "{\"email\":\"ada@example.com\",\"plan\":\"trial\",\"n\":[1]}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("{}");
    assertThat(reply.header("content-type")).isEqualTo("application/json");
    Message.ToIdentifier to = (Message.ToIdentifier) recorder.messages.getFirst();
    assertThat(to.workspace()).isEqualTo(7);
    assertThat(to.identifier()).isEqualTo(Identifier.id("42"));
    Input.Identify input = (Input.Identify) to.input();
    assertThat(input.sets()).containsExactly(Identifier.email("ada@example.com"));
    assertThat(input.attributes().keySet()).containsExactly("plan", "n");
    assertThat(input.setAt()).isNull();
    assertThat(input.updateOnly()).isFalse();
  }

  @Test
  void reservedKeysOfIdentifyAreInstructions() {
    put(
        "/api/v1/customers/ada%40example.com",
        "{\"id\":42,\"cio_id\":\"x\",\"_timestamp\":1700000000,\"_update\":\"TRUE\",\"a\":null}");
    Message.ToIdentifier to = (Message.ToIdentifier) recorder.messages.getFirst();
    assertThat(to.identifier()).isEqualTo(Identifier.email("ada@example.com"));
    Input.Identify input = (Input.Identify) to.input();
    assertThat(input.sets()).containsExactly(Identifier.id("42"));
    assertThat(input.setAt()).isEqualTo(1_700_000_000_000L);
    assertThat(input.updateOnly()).isTrue();
    assertThat(input.attributes()).containsOnly(java.util.Map.entry("a", Value.nothing()));
  }

  @ParameterizedTest
  @CsvSource({
    "ada@example.com, EMAIL",
    "ada+1@mail.example.com, EMAIL",
    "ada@localhost, ID",
    "@example.com, ID",
    "a@b@example.com, ID",
    "ada @example.com, ID",
    "+491701234567, ID",
    "42, ID",
  })
  void theKindOfAnIdentifierShowsInItsShape(String segment, String kind) {
    Addressee whom = Addressee.of(1, segment);
    assertThat(whom).isInstanceOf(Addressee.ByIdentifier.class);
    assertThat(((Addressee.ByIdentifier) whom).identifier().kind().name()).isEqualTo(kind);
  }

  @Test
  void unknownCioIdsAreDropped() {
    assertThat(put("/api/v1/customers/cio_nonsense", "{\"a\":1}").status()).isEqualTo(200);
    assertThat(recorder.messages).isEmpty();
  }

  @Test
  void knownCioIdsGoToThePersonsHome() {
    put("/api/v1/customers/cio_0003000000000007", "{\"email\":\"b@example.com\"}");
    Message.ToPerson to = (Message.ToPerson) recorder.messages.getFirst();
    assertThat(to.person()).isEqualTo(PersonKey.at(7, 3, 7));
    assertThat(((Input.Identify) to.input()).by()).isNull();
  }

  @Test
  void aCioIdIsNeverStoredAsAnId() {
    put("/api/v1/customers/ada%40example.com", "{\"id\":\"cio_0000000000000001\"}");
    Message.ToIdentifier to = (Message.ToIdentifier) recorder.messages.getFirst();
    assertThat(((Input.Identify) to.input()).sets()).isEmpty();
  }

  @Test
  void eventsCarryNameTypeDataIdAndTime() {
    post(
        "/api/v1/customers/42/events",
        "{\"name\":\" login \",\"type\":\"page\",\"id\":\"01H\",\"timestamp\":1700000000,\"data\":{\"a\":1}}");
    Input.Track track = track(0);
    assertThat(track.by()).isEqualTo(Identifier.id("42"));
    assertThat(track.event().name()).isEqualTo("login");
    assertThat(track.event().type()).isEqualTo(EventType.PAGE);
    assertThat(track.event().id()).isEqualTo("01H");
    assertThat(track.event().timestamp()).isEqualTo(1_700_000_000_000L);
    assertThat(track.event().data()).isEqualTo(Value.Fields.EMPTY.with("a", Value.of(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "1773480413, 1773480413250",
    "1773480412, 1773480412000",
    "1773480412.5, 1773480412500",
    "'\"1773480412\"', 1773480412000",
    "null, 1773480413250",
    "0, 0",
    "1773480413000, 1773480413000000",
    "9223372036854775807, 9999999999999000",
    "99999999999999999999999, 9999999999999000",
  })
  void timestampsAreSecondsAndTheCurrentSecondIsNow(String timestamp, long expected) {
    assertThat(
            post("/api/v1/customers/42/events", "{\"name\":\"a\",\"timestamp\":" + timestamp + "}")
                .status())
        .isEqualTo(200);
    assertThat(track(0).event().timestamp()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "\"yesterday\"", "true", "{}", "\"2026-03-14T09:00:00Z\""})
  void timestampsOfAnotherKindAreRefused(String timestamp) {
    Wire.Reply reply =
        post("/api/v1/customers/42/events", "{\"name\":\"a\",\"timestamp\":" + timestamp + "}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("Expected timestamp in Unix seconds");
    assertThat(recorder.messages).isEmpty();
  }

  @Test
  void anonymousEventsGoWithTheirAnonymousId() {
    assertThat(post("/api/v1/events", "{\"name\":\"a\",\"anonymous_id\":\"x\"}").status())
        .isEqualTo(200);
    assertThat(((Message.Anonymous) recorder.messages.getFirst()).anonymousId()).isEqualTo("x");
    assertThat(post("/api/v1/events", "{\"name\":\"a\"}").status()).isEqualTo(400);
    assertThat(
            post("/api/v1/events", "{\"name\":\"a\",\"data\":{\"recipient\":\"a@b.c\"}}").status())
        .isEqualTo(200);
  }

  @Test
  void firstStepsAreNotedOnce() {
    put("/api/v1/customers/42", "{}");
    assertThat(steps).containsExactly("first_person");
    event("a", "{}");
    event("b", "{}");
    assertThat(steps).containsExactly("first_person", "first_event");
  }

  @Test
  void deleteNeedsNoBodyAndTakesOne() {
    assertThat(wire.send("DELETE", "/api/v1/customers/42", "", AUTH).body()).isEqualTo("{}");
    assertThat(wire.send("DELETE", "/api/v1/customers/42", "{}", AUTH).status()).isEqualTo(200);
    assertThat(recorder.messages).hasSize(2);
  }

  @Test
  void limitsHoldOnBothSides() {
    assertThat(put("/api/v1/customers/" + "x".repeat(150), "{}").status()).isEqualTo(200);
    assertThat(put("/api/v1/customers/" + "x".repeat(151), "{}").status()).isEqualTo(400);
    assertThat(put("/api/v1/customers/1", "{\"id\":\"" + "ü".repeat(75) + "\"}").status())
        .isEqualTo(200);
    assertThat(put("/api/v1/customers/1", "{\"id\":\"" + "ü".repeat(76) + "\"}").status())
        .isEqualTo(400);
    assertThat(event("x".repeat(100), "{}").status()).isEqualTo(200);
    assertThat(event("x".repeat(101), "{}").status()).isEqualTo(400);
    assertThat(event("a", "{\"d\":\"" + "x".repeat(100_000 - 8) + "\"}").status()).isEqualTo(200);
    assertThat(event("a", "{\"d\":\"" + "x".repeat(100_000 - 7) + "\"}").status()).isEqualTo(400);
    assertThat(put("/api/v1/customers/1", attributes(300)).status()).isEqualTo(200);
    assertThat(put("/api/v1/customers/1", attributes(301)).status()).isEqualTo(400);
  }

  @Test
  void malformedBodiesAreRefusedInTheProtocolsShape() {
    for (String body :
        List.of("{", "[]", "\"x\"", "{\"data\":{}}", "{\"name\":\"\"}", "{\"name\":1}")) {
      Wire.Reply reply = post("/api/v1/customers/42/events", body);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.body()).startsWith("{\"meta\":{\"errors\":[\"Expected ");
    }
    byte[] invalid = {'{', '"', (byte) 0xFF, '"', ':', '1', '}'};
    assertThat(wire.send("PUT", "/api/v1/customers/42", invalid, AUTH).status()).isEqualTo(400);
    assertThat(put("/api/v1/customers/42", "{\"a\":".repeat(200)).status()).isEqualTo(400);
    assertThat(put("/api/v1/customers/42", " ".repeat(2_000_000)).status()).isEqualTo(413);
    assertThat(recorder.messages).isEmpty();
  }

  @Test
  void bodiesAreJsonWhateverTheContentTypeSays() {
    byte[] body = Wire.gzip("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    Wire.Reply reply =
        wire.send(
            "PUT",
            "/api/v1/customers/42",
            body,
            AUTH,
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Encoding: gzip");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(wire.send("PUT", "/api/v1/customers/42", "{}", AUTH, "Content-Type: ???").status())
        .isEqualTo(200);
  }

  @Test
  void bothAlphabetsOfBase64AreUnderstood() {
    String odd = "si?te>:k?>~ÿ";
    byte[] bytes = odd.getBytes(StandardCharsets.UTF_8);
    for (String coded :
        List.of(
            Base64.getEncoder().encodeToString(bytes),
            Base64.getUrlEncoder().encodeToString(bytes),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))) {
      assertThat(BasicAuth.parse("basic " + coded)).isEqualTo(new BasicAuth("si?te>", "k?>~ÿ"));
    }
    assertThat(BasicAuth.parse("Basic %%%")).isNull();
    assertThat(BasicAuth.parse("Bearer x")).isNull();
  }

  @Test
  void wrongKeysAreAnswered401() {
    for (String target : List.of("/auth", "/api/v1/accounts/region")) {
      assertThat(wire.get(target, AUTH).status()).isEqualTo(200);
      Wire.Reply reply = wire.get(target, "Authorization: Basic " + base64("site:other"));
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.body()).startsWith("{\"meta\":{\"error\":\"");
    }
    assertThat(wire.get("/api/v1/accounts/region", AUTH).body())
        .isEqualTo("{\"url\":\"http://127.0.0.1\",\"region\":\"us\",\"environment_id\":7}");
  }

  @Test
  void overloadIsSaidWithTheTimeToWait() {
    recorder.busy = true;
    Wire.Reply reply = event("a", "{}");
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("retry-after")).isEqualTo("3");
    assertThat(reply.body()).startsWith("{\"meta\":{\"errors\":[");
    recorder.busy = false;
    recorder.silent = true;
    assertThat(event("a", "{}").status()).isEqualTo(429);
  }

  private Input.Track track(int index) {
    return (Input.Track) ((Message.ToIdentifier) recorder.messages.get(index)).input();
  }

  private Wire.Reply put(String target, String body) {
    return wire.send("PUT", target, body, AUTH);
  }

  private Wire.Reply post(String target, String body) {
    return wire.send("POST", target, body, AUTH);
  }

  private Wire.Reply event(String name, String data) {
    return post("/api/v1/customers/42/events", "{\"name\":\"" + name + "\",\"data\":" + data + "}");
  }

  private static String attributes(int count) {
    StringBuilder body = new StringBuilder("{");
    for (int i = 0; i < count; i++) {
      body.append(i == 0 ? "" : ",").append("\"a").append(i).append("\":1");
    }
    return body.append('}').toString();
  }

  private static int gate(Request request) {
    BasicAuth auth = BasicAuth.parse(request.header("authorization"));
    if (!new BasicAuth("site", "key").equals(auth)) {
      throw Refusal.of(Refusal.Kind.UNAUTHENTICATED, "Unauthorized request");
    }
    return 7;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
