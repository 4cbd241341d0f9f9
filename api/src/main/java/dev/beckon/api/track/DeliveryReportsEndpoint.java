package dev.beckon.api.track;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.intake.DeliveryReports;
import dev.beckon.api.intake.Desk;
import dev.beckon.api.json.JsonReader;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.tracking.DeliveryToken;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What apps and other senders report of messages (spec: data-in.md, 1.10–1.12). There is no key:
/// whoever knows the id of a delivery, which cannot be guessed, has received it.
public final class DeliveryReportsEndpoint {
  private static final String TAG = "Track v1";

  private final Desk desk;
  private final DeliveryToken tokens;
  private final InstantSource clock;

  public DeliveryReportsEndpoint(Desk desk, DeliveryToken tokens, InstantSource clock) {
    this.desk = desk;
    this.tokens = tokens;
    this.clock = clock;
  }

  public List<Route> routes() {
    String said = "{\"delivery_id\": \"…\", \"event\": \"opened\", \"device_id\": \"…\"}";
    return List.of(
        new Route(
            Method.POST,
            "/api/v1/metrics",
            About.of(TAG, "Report what became of a message", "Without a key; the id is one.")
                .example("{\"delivery_id\": \"…\", \"metric\": \"opened\"}"),
            request -> report(fields(request), "metric")),
        new Route(
            Method.POST,
            "/api/v1/push/events",
            About.of(TAG, "Report what became of a push message", "Without a key.").example(said),
            request -> report(fields(request), "event")),
        new Route(
            Method.POST,
            "/push/events",
            About.of(TAG, "Report what became of a push message", "As older clients do.")
                .example(said),
            request -> report(fields(request), "event")),
        new Route(
            Method.POST,
            "/api/v1/cio_deliveries/events",
            About.of(TAG, "Report what became of an in-app message", "Without a key.")
                .example(
                    "{\"type\": \"in_app\", \"payload\":"
                        + " {\"delivery_id\": \"…\", \"event\": \"opened\"}}"),
            this::inApp));
  }

  private static Value.Fields fields(Request request) {
    return JsonReader.DATA.fields(request.body());
  }

  private Response inApp(Request request) {
    if (!(fields(request).get("payload") instanceof Value.Fields payload)) {
      throw Refusal.invalid("Expected payload as an object, but it is missing.");
    }
    return report(payload, "event");
  }

  /// @param name of the field that says what became of the message
  private Response report(Value.Fields body, String name) {
    desk.take(
        new DeliveryReports(tokens, clock.millis())
            .of(text(body, "delivery_id"), name, text(body, name), detail(body, name)));
    return Response.json(200, JsonWriter.bytes(Value.Fields.EMPTY));
  }

  private static Value.Fields detail(Value.Fields body, String name) {
    Value.Fields detail = Value.Fields.EMPTY;
    for (Map.Entry<String, Value> field : body.fields().entrySet()) {
      if (!field.getKey().equals(name) && !field.getKey().equals("delivery_id")) {
        detail = detail.with(field.getKey(), field.getValue());
      }
    }
    return detail;
  }

  private static String text(Value.Fields body, String name) {
    @Nullable Value value = body.get(name);
    if (value == null || value.isBlank()) {
      throw Refusal.invalid("Expected " + name + ", but it is missing.");
    }
    return value.asText();
  }
}
