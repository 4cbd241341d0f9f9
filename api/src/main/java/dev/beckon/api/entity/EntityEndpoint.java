package dev.beckon.api.entity;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.http.Router;
import dev.beckon.api.intake.Desk;
import dev.beckon.api.intake.FirstSteps;
import dev.beckon.api.json.JsonReader;
import dev.beckon.api.track.TrackGate;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.message.Message;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// One operation, or a batch of them, which are taken in their order.
///
/// Whatever can be taken of a batch is taken; the others are named in an answer of 207.
public final class EntityEndpoint {
  private static final String TAG = "Track v2";
  private static final byte[] DONE = "{}".getBytes(StandardCharsets.UTF_8);
  private static final String EXAMPLE =
      """
      {"type": "person", "action": "identify", "identifiers": {"id": "42"},
       "attributes": {"email": "ada@example.com", "plan_type": "trial"}}""";

  private final Desk desk;
  private final TrackGate gate;
  private final FirstSteps steps;
  private final DeliveryToken tokens;
  private final InstantSource clock;

  public EntityEndpoint(
      Desk desk, TrackGate gate, FirstSteps steps, DeliveryToken tokens, InstantSource clock) {
    this.desk = desk;
    this.gate = gate;
    this.steps = steps;
    this.tokens = tokens;
    this.clock = clock;
  }

  public void addTo(Router router) {
    router
        .speak("/api/v2", new EntityDialect())
        .add(
            new Route(
                Method.POST,
                "/api/v2/entity",
                About.of(TAG, "One operation", "On a person or on a delivery.").example(EXAMPLE),
                this::one))
        .add(
            new Route(
                Method.POST,
                "/api/v2/batch",
                About.of(TAG, "A batch", "207 names those that could not be taken.")
                    .example("{\"batch\": [" + EXAMPLE + "]}"),
                this::batch));
  }

  private Response one(Request request) {
    int workspace = gate.workspaceOf(request);
    Reading reading = new Reading(workspace);
    reading.add(0, JsonReader.DATA.value(request.body()));
    reading.take();
    return reading.faults.isEmpty()
        ? Response.json(200, DONE)
        : Response.json(400, EntityDialect.body(reading.jsonFaults(false)));
  }

  private Response batch(Request request) {
    int workspace = gate.workspaceOf(request);
    Value.Fields body = JsonReader.DATA.fields(request.body());
    if (!(body.get("batch") instanceof Value.Items(List<Value> operations))) {
      throw Refusal.invalid(
          "batch", "Expected the operations as a list under batch, but it is missing.");
    }
    Reading reading = new Reading(workspace);
    for (int i = 0; i < operations.size(); i++) {
      reading.add(i, operations.get(i));
    }
    reading.take();
    return reading.faults.isEmpty()
        ? Response.json(200, DONE)
        : Response.json(207, EntityDialect.body(reading.jsonFaults(true)));
  }

  /// The operations of one request on their way to the engine.
  private final class Reading {
    private record Indexed(int index, Fault fault) {}

    private final int workspace;
    private final Operations operations;
    private final List<Message> messages = new ArrayList<>();
    private final List<Indexed> faults = new ArrayList<>();

    Reading(int workspace) {
      this.workspace = workspace;
      this.operations = new Operations(workspace, clock.millis(), tokens);
    }

    void add(int index, Value operation) {
      try {
        operations.of(Operation.of(operation)).ifPresent(messages::add);
      } catch (Fault.Thrown thrown) {
        faults.add(new Indexed(index, thrown.fault()));
      } catch (Refusal refusal) {
        faults.add(new Indexed(index, Fault.of(refusal)));
      }
    }

    void take() {
      desk.takeAll(messages);
      messages.forEach(this::note);
    }

    private void note(Message message) {
      if (message instanceof Message.ToIdentifier(_, _, Input.Identify _)) {
        steps.person(workspace);
      } else if (message instanceof Message.ToIdentifier(_, _, Input.Track _)) {
        steps.event(workspace);
      }
    }

    List<Value> jsonFaults(boolean indexed) {
      List<Value> json = new ArrayList<>();
      for (Indexed each : faults) {
        Value.Fields fault = each.fault().json();
        json.add(indexed ? fault.with("batch_index", Value.of(each.index())) : fault);
      }
      return json;
    }
  }
}
