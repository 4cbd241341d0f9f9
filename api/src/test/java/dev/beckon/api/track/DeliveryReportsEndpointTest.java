package dev.beckon.api.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.http.HttpLimits;
import dev.beckon.api.http.HttpServer;
import dev.beckon.api.http.Meters;
import dev.beckon.api.http.Router;
import dev.beckon.api.http.Wire;
import dev.beckon.api.intake.Desk;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.message.Message;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeliveryReportsEndpointTest {
  private static final long NOW = 1_773_480_413_250L;
  private static final DeliveryId DELIVERY = new DeliveryId(PersonKey.at(7, 3, 7), 5);

  private final DeliveryToken tokens = new DeliveryToken(_ -> new byte[32]);
  private final Recorder recorder = new Recorder();
  private HttpServer server;
  private Wire wire;

  @BeforeEach
  void start() {
    Meters meters = new Meters(new SimpleMeterRegistry());
    Desk desk = new Desk(recorder, Duration.ofMillis(200), meters);
    DeliveryReportsEndpoint endpoint =
        new DeliveryReportsEndpoint(desk, tokens, () -> Instant.ofEpochMilli(NOW));
    Router router = new Router(new TrackDialect(), meters).add(endpoint.routes());
    server = HttpServer.start(router, HttpLimits.DEFAULT, "127.0.0.1", 0);
    wire = new Wire(server.port());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/metrics, metric, bounced, BOUNCED",
    "/api/v1/metrics, metric, dropped, SUPPRESSED",
    "/api/v1/metrics, metric, Clicked, CLICKED",
    "/api/v1/push/events, event, opened, OPENED",
    "/push/events, event, delivered, DELIVERED",
  })
  void whatBecameOfAMessageGoesHome(String path, String field, String said, Metric metric) {
    String body =
        "{\"delivery_id\":\"%s\",\"%s\":\"%s\",\"reason\":\"why\"}"
            .formatted(tokens.of(DELIVERY), field, said);
    assertThat(wire.send("POST", path, body).body()).isEqualTo("{}");
    assertThat(recorder.messages)
        .containsExactly(
            new Message.ToPerson(
                DELIVERY.person(),
                new Input.Report(
                    NOW, DELIVERY, metric, Value.Fields.EMPTY.with("reason", Value.of("why")))));
  }

  @Test
  void inAppMessagesComeInAnEnvelope() {
    String body =
        "{\"type\":\"in_app\",\"payload\":{\"delivery_id\":\"%s\",\"event\":\"opened\"}}"
            .formatted(tokens.of(DELIVERY));
    assertThat(wire.send("POST", "/api/v1/cio_deliveries/events", body).status()).isEqualTo(200);
    assertThat(recorder.messages).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"metric\":\"opened\"}",
        "{\"delivery_id\":\"guess\",\"metric\":\"opened\"}",
        "{\"delivery_id\":\"guess\",\"metric\":\"liked\"}"
      })
  void whoeverGuessesIsRefused(String body) {
    assertThat(wire.send("POST", "/api/v1/metrics", body).status()).isEqualTo(400);
    assertThat(recorder.messages).isEmpty();
  }
}
