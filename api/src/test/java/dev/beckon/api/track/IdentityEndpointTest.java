package dev.beckon.api.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.http.HttpLimits;
import dev.beckon.api.http.HttpServer;
import dev.beckon.api.http.Meters;
import dev.beckon.api.http.Router;
import dev.beckon.api.http.Wire;
import dev.beckon.api.intake.Desk;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.identity.Whom;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentityEndpointTest {
  private static final long NOW = 1_773_480_413_250L;
  private static final Identifier ANN = Identifier.id("ann");

  private final Recorder recorder = new Recorder();
  private HttpServer server;
  private Wire wire;

  @BeforeEach
  void start() {
    Meters meters = new Meters(new SimpleMeterRegistry());
    Desk desk = new Desk(recorder, Duration.ofMillis(200), meters);
    IdentityEndpoint endpoint = new IdentityEndpoint(desk, _ -> 7, () -> Instant.ofEpochMilli(NOW));
    server =
        HttpServer.start(
            new Router(new TrackDialect(), meters).add(endpoint.routes()),
            HttpLimits.DEFAULT,
            "127.0.0.1",
            0);
    wire = new Wire(server.port());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}"})
  void suppressionNeedsNoBody(String body) {
    assertThat(send("POST", "/api/v1/customers/ann/suppress", body).body()).isEqualTo("{}");
    assertThat(send("POST", "/api/v1/customers/ann/unsuppress", body).status()).isEqualTo(200);
    assertThat(recorder.messages)
        .containsExactly(
            new Message.ToIdentifier(7, ANN, new Input.Suppress(NOW, ANN)),
            new Message.ToIdentifier(7, ANN, new Input.Unsuppress(NOW, ANN)));
  }

  @Test
  void whoIsSuppressedHasNoCioId() {
    send("POST", "/api/v1/customers/cio_0003000000000007/suppress", "");
    send("POST", "/api/v1/customers/cio_0003000000000007/unsuppress", "");
    assertThat(recorder.messages)
        .containsExactly(
            new Message.ToPerson(PersonKey.at(7, 3, 7), new Input.Suppress(NOW, null)));
  }

  @Test
  void devicesComeInTheShapesOfAllClients() {
    send(
        "PUT",
        "/api/v1/customers/ann/devices",
        "{\"device\":{\"id\":\"t\",\"platform\":\"ios\",\"last_used\":\"1613063089\","
            + "\"app_version\":\"1\",\"attributes\":{\"os\":\"17\"}}}");
    Message.ToIdentifier to = (Message.ToIdentifier) recorder.messages.getFirst();
    Input.DeviceSeen seen = (Input.DeviceSeen) to.input();
    assertThat(seen.by()).isEqualTo(ANN);
    assertThat(seen.device().token()).isEqualTo("t");
    assertThat(seen.device().lastUsed()).isEqualTo(1_613_063_089_000L);
    assertThat(seen.device().attributes())
        .isEqualTo(
            Value.Fields.EMPTY.with("app_version", Value.of("1")).with("os", Value.of("17")));
    send(
        "PUT",
        "/api/v1/customers/ann/devices",
        "{\"device\":{\"id\":\"t\",\"platform\":\"android\",\"attributes\":null}}");
    assertThat(recorder.messages).hasSize(2);
    assertThat(send("DELETE", "/api/v1/customers/ann/devices/t%2F1", "").status()).isEqualTo(200);
    assertThat(recorder.messages.getLast())
        .isEqualTo(new Message.ToIdentifier(7, ANN, new Input.DeviceLost(NOW, ANN, "t/1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"device\":{\"platform\":\"ios\"}}",
        "{\"device\":{\"id\":\"t\",\"platform\":\"toaster\"}}",
        "{\"device\":{\"id\":\"t\",\"platform\":\"ios\",\"last_used\":\"yesterday\"}}"
      })
  void devicesThatAreNoneAreRefused(String body) {
    Wire.Reply reply = send("PUT", "/api/v1/customers/ann/devices", body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).startsWith("{\"meta\":{\"errors\":[\"Expected ");
    assertThat(recorder.messages).isEmpty();
  }

  @Test
  void tokensHaveALimit() {
    String longest = "t".repeat(Limits.DEVICE_TOKEN_BYTES_MAX);
    String body = "{\"device\":{\"id\":\"%s\",\"platform\":\"ios\"}}";
    String path = "/api/v1/customers/ann/devices";
    assertThat(send("PUT", path, body.formatted(longest)).status()).isEqualTo(200);
    assertThat(send("PUT", path, body.formatted(longest + "t")).status()).isEqualTo(400);
  }

  @Test
  void aMergeNamesTwoPeople() {
    send(
        "POST",
        "/api/v1/merge_customers",
        "{\"primary\":{\"id\":\"ann\"},\"secondary\":{\"cio_id\":\"0003000000000007\"}}");
    assertThat(recorder.messages)
        .containsExactly(
            new Message.ToIdentifier(
                7, ANN, new Input.Merge(NOW, ANN, new Whom.ByKey(PersonKey.at(7, 3, 7)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"primary\":{\"id\":\"ann\"}}",
        "{\"primary\":{\"id\":\"ann\",\"email\":\"a@x.test\"},\"secondary\":{\"id\":\"b\"}}",
        "{\"primary\":{\"phone\":\"1\"},\"secondary\":{\"id\":\"b\"}}",
        "{\"primary\":{\"id\":\"ann\"},\"secondary\":{\"cio_id\":\"x\"}}"
      })
  void aMergeOfAnythingElseIsRefusedInTheSingular(String body) {
    Wire.Reply reply = send("POST", "/api/v1/merge_customers", body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).startsWith("{\"meta\":{\"error\":\"Expected ");
    assertThat(recorder.messages).isEmpty();
  }

  private Wire.Reply send(String method, String path, String body) {
    return wire.send(method, path, body);
  }
}
