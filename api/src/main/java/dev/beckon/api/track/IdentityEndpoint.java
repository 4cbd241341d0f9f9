package dev.beckon.api.track;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.intake.Addressee;
import dev.beckon.api.intake.Desk;
import dev.beckon.api.intake.DeviceBody;
import dev.beckon.api.intake.IdentityCalls;
import dev.beckon.api.json.JsonReader;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Track protocol's calls about who is who: suppression, devices, merges (spec: data-in.md,
/// 1.5, 1.6, 1.9; docs/identity.md). Answered 200 once they are durable.
public final class IdentityEndpoint {
  private static final String TAG = "Track v1";

  private final Desk desk;
  private final TrackGate gate;
  private final InstantSource clock;

  public IdentityEndpoint(Desk desk, TrackGate gate, InstantSource clock) {
    this.desk = desk;
    this.gate = gate;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            Method.POST,
            "/api/v1/customers/{identifier}/suppress",
            About.of(
                TAG, "Suppress a person", "Deletes the person and blocks all their identifiers."),
            this::suppress),
        new Route(
            Method.POST,
            "/api/v1/customers/{identifier}/unsuppress",
            About.of(TAG, "Unsuppress a person", "Frees the identifiers; nothing else comes back."),
            this::unsuppress),
        new Route(
            Method.PUT,
            "/api/v1/customers/{identifier}/devices",
            About.of(TAG, "Add or update a device", "A device is with one person at a time.")
                .example(
                    "{\"device\": {\"id\": \"token\", \"platform\": \"ios\","
                        + " \"attributes\": {\"app_version\": \"1.2\"}}}"),
            this::seen),
        new Route(
            Method.DELETE,
            "/api/v1/customers/{identifier}/devices/{device}",
            About.of(TAG, "Remove a device", "An unknown device is no error."),
            this::lost),
        new Route(
            Method.POST,
            "/api/v1/merge_customers",
            About.of(TAG, "Merge two people", "The secondary person becomes part of the primary.")
                .example(
                    "{\"primary\": {\"email\": \"ada@example.com\"},"
                        + " \"secondary\": {\"id\": \"42\"}}"),
            this::merge));
  }

  private Response suppress(Request request) {
    IdentityCalls calls = calls(request);
    return told(calls.suppress(whom(calls, request)));
  }

  private Response unsuppress(Request request) {
    IdentityCalls calls = calls(request);
    return told(calls.unsuppress(whom(calls, request)));
  }

  private Response seen(Request request) {
    IdentityCalls calls = calls(request);
    Addressee whom = whom(calls, request);
    Value.Fields body = JsonReader.DATA.fields(request.body());
    return told(calls.seen(whom, DeviceBody.of(body, calls.now())));
  }

  private Response lost(Request request) {
    IdentityCalls calls = calls(request);
    return told(calls.lost(whom(calls, request), request.segment("device")));
  }

  /// Unlike all others, this call words its errors in the singular (spec: data-in.md, 1.9).
  private Response merge(Request request) {
    IdentityCalls calls = calls(request);
    try {
      Value.Fields body = JsonReader.DATA.fields(request.body());
      Addressee primary = side(calls.workspace(), body, "primary");
      return told(calls.merge(primary, side(calls.workspace(), body, "secondary")));
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.VALIDATION) {
        throw refusal;
      }
      Value.Fields error = Value.Fields.EMPTY.with("error", Value.of(refusal.detail()));
      return Response.json(400, JsonWriter.bytes(Value.Fields.EMPTY.with("meta", error)));
    }
  }

  static Addressee side(int workspace, Value.Fields body, String name) {
    if (!(body.get(name) instanceof Value.Fields side) || side.fields().size() != 1) {
      throw Refusal.invalid("Expected " + name + " with exactly one of id, email and cio_id.");
    }
    Map.Entry<String, Value> said = side.fields().firstEntry();
    String value = said.getValue().asText();
    Addressee.within(value);
    return switch (said.getKey()) {
      case "id" -> new Addressee.ByIdentifier(Identifier.id(value));
      case "email" -> new Addressee.ByIdentifier(Identifier.email(value));
      case "cio_id" ->
          Addressee.ofCioId(
              workspace,
              value.startsWith(Addressee.CIO_PREFIX)
                  ? value.substring(Addressee.CIO_PREFIX.length())
                  : value);
      default ->
          throw Refusal.invalid("Expected " + name + " with exactly one of id, email and cio_id.");
    };
  }

  private IdentityCalls calls(Request request) {
    return new IdentityCalls(gate.workspaceOf(request), clock.millis());
  }

  private static Addressee whom(IdentityCalls calls, Request request) {
    return Addressee.of(calls.workspace(), request.segment("identifier"));
  }

  private Response told(Optional<Message> message) {
    message.ifPresent(desk::take);
    return done();
  }

  private static Response done() {
    return Response.json(200, JsonWriter.bytes(Value.Fields.EMPTY));
  }
}
