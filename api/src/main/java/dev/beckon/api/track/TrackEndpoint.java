package dev.beckon.api.track;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.intake.Addressee;
import dev.beckon.api.intake.Desk;
import dev.beckon.api.intake.FirstSteps;
import dev.beckon.api.intake.IdentifyBody;
import dev.beckon.api.json.JsonReader;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.event.Event;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The Track protocol's calls as messages; each is then processed in order by the `Partition` where
/// the person lives.
///
/// Every accepted call is answered 200 `{}` once it is durable. What the engine then declines (an
/// identifier that somebody else has, an update of nobody) is an activity with its reason.
public final class TrackEndpoint {
  private static final String TAG = "Track v1";
  private static final byte[] DONE = "{}".getBytes(StandardCharsets.UTF_8);

  private final Desk desk;
  private final TrackGate gate;
  private final FirstSteps steps;
  private final InstantSource clock;
  private final String baseUrl;

  public TrackEndpoint(
      Desk desk, TrackGate gate, FirstSteps steps, InstantSource clock, String baseUrl) {
    this.desk = desk;
    this.gate = gate;
    this.steps = steps;
    this.clock = clock;
    this.baseUrl = baseUrl;
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            Method.PUT,
            "/api/v1/customers/{identifier}",
            About.of(TAG, "Add or update a person", "The body is a flat map of attributes.")
                .example("{\"email\": \"ada@example.com\", \"plan_type\": \"trial\"}"),
            this::identify),
        new Route(
            Method.DELETE,
            "/api/v1/customers/{identifier}",
            About.of(TAG, "Delete a person", "Removes the person and everything known of them."),
            this::delete),
        new Route(
            Method.POST,
            "/api/v1/customers/{identifier}/events",
            About.of(
                    TAG, "Track an event", "Something that the person did; creates unknown people.")
                .example("{\"name\": \"app_login\", \"data\": {\"device\": \"phone\"}}"),
            this::track),
        new Route(
            Method.POST,
            "/api/v1/events",
            About.of(TAG, "Track an anonymous event", "Something that nobody known did.")
                .example("{\"name\": \"pricing_seen\", \"anonymous_id\": \"a-17\"}"),
            this::anonymous),
        new Route(
            Method.GET,
            "/api/v1/accounts/region",
            About.of(TAG, "Where the account lives", "Also tells whether the key is right."),
            this::region),
        new Route(
            Method.GET,
            "/auth",
            About.of(TAG, "Check a key", "200 when the key is right."),
            this::auth));
  }

  private Response identify(Request request) {
    int workspace = gate.workspaceOf(request);
    Addressee whom = Addressee.of(workspace, request.segment("identifier"));
    long now = clock.millis();
    IdentifyBody body = IdentifyBody.of(JsonReader.DATA.fields(request.body()), now);
    send(workspace, whom, by -> identify(by, body, now));
    steps.person(workspace);
    return done();
  }

  private static Input identify(@Nullable Identifier by, IdentifyBody body, long now) {
    return new Input.Identify(
        now, by, body.sets(), body.attributes(), body.setAt(), body.updateOnly());
  }

  private Response delete(Request request) {
    int workspace = gate.workspaceOf(request);
    long now = clock.millis();
    send(
        workspace,
        Addressee.of(workspace, request.segment("identifier")),
        by -> new Input.Delete(now, by));
    return done();
  }

  private Response track(Request request) {
    int workspace = gate.workspaceOf(request);
    Addressee whom = Addressee.of(workspace, request.segment("identifier"));
    long now = clock.millis();
    byte[] body = request.body();
    Event event = EventBody.read(JsonReader.DATA.fields(body), body.length, now);
    send(workspace, whom, by -> new Input.Track(now, by, event));
    steps.event(workspace);
    return done();
  }

  /// Without an anonymous id it is an invitation, which names its recipient in the data.
  private Response anonymous(Request request) {
    int workspace = gate.workspaceOf(request);
    long now = clock.millis();
    byte[] bytes = request.body();
    Value.Fields body = JsonReader.DATA.fields(bytes);
    Event event = EventBody.read(body, bytes.length, now);
    Value given = body.get("anonymous_id");
    String anonymousId = given == null ? "" : given.asText();
    if (anonymousId.isBlank() && event.data().get("recipient") == null) {
      throw Refusal.invalid(
          "Expected anonymous_id, or data.recipient for an invitation, but both are missing.");
    }
    if (!anonymousId.isBlank()) {
      Addressee.within(anonymousId);
    }
    Input.Track track = new Input.Track(now, Identifier.id(anonymousId), event);
    desk.take(new Message.Anonymous(workspace, anonymousId, track));
    return done();
  }

  private Response region(Request request) {
    int workspace = gate.workspaceOf(request);
    return Response.json(
        200,
        JsonWriter.bytes(
            Value.Fields.EMPTY
                .with("url", Value.of(baseUrl))
                .with("region", Value.of("us"))
                .with("environment_id", Value.of(workspace))));
  }

  private Response auth(Request request) {
    gate.workspaceOf(request);
    return Response.json(
        200, JsonWriter.bytes(Value.Fields.EMPTY.with("meta", Value.Fields.EMPTY)));
  }

  private void send(int workspace, Addressee whom, Addressee.Wording wording) {
    whom.message(workspace, wording).ifPresent(desk::take);
  }

  private static Response done() {
    return Response.json(200, DONE);
  }
}
