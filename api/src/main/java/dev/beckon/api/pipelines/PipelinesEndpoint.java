package dev.beckon.api.pipelines;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Handler;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.http.Router;
import dev.beckon.api.intake.Desk;
import dev.beckon.api.intake.FirstSteps;
import dev.beckon.api.json.JsonReader;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.message.Message;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The calls of the Pipelines protocol, one by one and in batches.
///
/// A call that cannot be taken is answered 200 with the reason under `dropped`, because libraries
/// would send it again for ever; with `X-Strict-Mode: 1` it is refused with 400, and nothing of
/// its batch is taken.
public final class PipelinesEndpoint {
  private static final String TAG = "Pipelines";
  private static final String EXAMPLE =
      "{\"userId\": \"42\", \"event\": \"app_login\", \"properties\": {\"device\": \"phone\"}}";

  /// Calls in one batch; libraries send at most 250.
  static final int CALLS_PER_BATCH_MAX = 2_500;

  private final Desk desk;
  private final PipelinesGate gate;
  private final FirstSteps steps;
  private final DeliveryToken tokens;
  private final InstantSource clock;
  private final URI baseUrl;

  public PipelinesEndpoint(
      Desk desk,
      PipelinesGate gate,
      FirstSteps steps,
      DeliveryToken tokens,
      InstantSource clock,
      String baseUrl) {
    this.desk = desk;
    this.gate = gate;
    this.steps = steps;
    this.tokens = tokens;
    this.clock = clock;
    this.baseUrl = URI.create(baseUrl);
  }

  public void addTo(Router router) {
    PipelinesDialect dialect = new PipelinesDialect();
    for (Route route : routes()) {
      router.speak(route.path().replace("/{write_key}", ""), dialect).add(route);
    }
  }

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (CallType type : CallType.values()) {
      About about = About.of(TAG, "Send " + type.word(), "One call.").example(EXAMPLE);
      Handler handler = request -> one(type, request);
      post(routes, "/v1/" + type.word(), about, handler);
      post(routes, "/v1/" + type.letter(), about, handler);
    }
    About batch =
        About.of(TAG, "Send a batch", "Calls of all kinds, taken in their order.")
            .example("{\"batch\": [{\"type\": \"track\", " + EXAMPLE.substring(1) + "]}");
    for (String path : List.of("/v1/batch", "/v1/b", "/v1/import")) {
      post(routes, path, batch, this::batch);
    }
    routes.add(
        new Route(
            Method.GET,
            "/v1/projects/{write_key}/settings",
            About.of(TAG, "Settings for browsers", "What libraries ask for when they start."),
            Cors.open(this::settings)));
    return List.copyOf(routes);
  }

  private static void post(List<Route> routes, String path, About about, Handler handler) {
    routes.add(new Route(Method.POST, path, about, Cors.open(handler)));
    About asking = About.of(TAG, "May a browser send?", "The answer to a browser's preflight.");
    routes.add(new Route(Method.OPTIONS, path, asking.gives(204, null), _ -> Cors.preflight()));
  }

  private Response one(CallType type, Request request) {
    Value.Fields body = JsonReader.DATA.fields(request.body());
    int workspace = gate.workspaceOf(request, body);
    Intake intake = new Intake(workspace);
    intake.add(0, () -> Call.of(type, body, Value.Fields.EMPTY, intake.now));
    return intake.finish(request);
  }

  private Response batch(Request request) {
    Value.Fields body = JsonReader.DATA.fields(request.body());
    int workspace = gate.workspaceOf(request, body);
    if (!(body.get("batch") instanceof Value.Items(List<Value> calls))) {
      throw Refusal.invalid("Expected the calls as a list under batch, but it is missing.");
    }
    if (calls.size() > CALLS_PER_BATCH_MAX) {
      throw Refusal.of(
          Refusal.Kind.TOO_LARGE,
          "Expected at most %d calls in a batch, but got %d; split it."
              .formatted(CALLS_PER_BATCH_MAX, calls.size()));
    }
    Intake intake = new Intake(workspace);
    for (int i = 0; i < calls.size(); i++) {
      Value call = calls.get(i);
      intake.add(i, () -> inBatch(call, body, intake.now));
    }
    return intake.finish(request);
  }

  private static Call inBatch(Value call, Value.Fields batch, long now) {
    if (!(call instanceof Value.Fields fields)) {
      throw Refusal.invalid("Expected a call as an object, but got something else.");
    }
    CallType type = CallType.of(Call.text(fields, "type"));
    if (type == null) {
      throw Refusal.invalid(
          "Expected type to be identify, track, page, screen, group or alias, but it is not.");
    }
    return Call.of(type, fields, batch, now);
  }

  private Response settings(Request request) {
    String writeKey = request.segment("write_key");
    gate.workspaceOf(writeKey);
    return Response.json(200, JsonWriter.bytes(BrowserSettings.of(writeKey, baseUrl)));
  }

  /// The calls of one request on their way to the engine.
  private final class Intake {
    private final int workspace;
    private final long now = clock.millis();
    private final List<Message> messages = new ArrayList<>();
    private final List<Value> dropped = new ArrayList<>();
    private boolean faulty;

    Intake(int workspace) {
      this.workspace = workspace;
    }

    void add(int index, Reading reading) {
      try {
        Call call = reading.read();
        if (call.isForUs()) {
          messages.addAll(new Translation(workspace, now, tokens).of(call));
        } else {
          drop(index, "Its integrations say that it is not for us.");
        }
      } catch (Refusal refusal) {
        drop(index, refusal.detail());
        faulty = true;
      }
    }

    private void drop(int index, String reason) {
      dropped.add(
          Value.Fields.EMPTY.with("index", Value.of(index)).with("reason", Value.of(reason)));
    }

    Response finish(Request request) {
      if (faulty && "1".equals(request.header("x-strict-mode"))) {
        return Response.json(400, JsonWriter.bytes(errors()));
      }
      desk.takeAll(messages);
      messages.forEach(this::note);
      Value.Fields answer =
          dropped.isEmpty()
              ? Value.Fields.EMPTY
              : Value.Fields.EMPTY.with("dropped", new Value.Items(dropped));
      return Response.json(200, JsonWriter.bytes(answer));
    }

    private Value.Fields errors() {
      return Value.Fields.EMPTY.with(
          "meta", Value.Fields.EMPTY.with("errors", new Value.Items(dropped)));
    }

    private void note(Message message) {
      if (message instanceof Message.ToIdentifier(_, _, Input.Identify _)) {
        steps.person(workspace);
      } else if (!(message instanceof Message.ToPerson)) {
        steps.event(workspace);
      }
    }
  }

  /// Reads a call, which may turn out not to be one.
  @FunctionalInterface
  private interface Reading {
    Call read();
  }
}
