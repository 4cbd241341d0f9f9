package dev.beckon.api.entity;

import dev.beckon.api.intake.Addressee;
import dev.beckon.api.intake.DeliveryReports;
import dev.beckon.api.intake.DeviceBody;
import dev.beckon.api.intake.EventChecks;
import dev.beckon.api.intake.IdentifyBody;
import dev.beckon.api.intake.IdentityCalls;
import dev.beckon.api.intake.Timestamps;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.message.Message;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the engine is told of an operation (spec: data-in.md, 2.3).
///
/// @param now when it was received (epoch ms)
record Operations(int workspace, long now, DeliveryToken tokens) {
  private static final Set<String> REPORTED = Set.of("opened", "converted", "delivered");

  /// @return nothing for whom nobody can be
  /// @throws Fault.Thrown if the operation cannot be taken
  Optional<Message> of(Operation operation) {
    return switch (operation.type()) {
      case "person" -> person(operation);
      case "delivery" -> delivery(operation);
      case "object" -> throw Fault.invalid("type", "Objects are not kept yet.").thrown();
      default ->
          throw Fault.invalid("type", "Expected type to be person, object or delivery.").thrown();
    };
  }

  private Optional<Message> person(Operation operation) {
    return switch (operation.action()) {
      case "identify" -> identify(operation);
      case "delete" -> whom(operation).message(workspace, by -> new Input.Delete(now, by));
      case "event" -> event(operation, EventType.EVENT);
      case "page" -> event(operation, EventType.PAGE);
      case "screen" -> event(operation, EventType.SCREEN);
      case "suppress" -> calls().suppress(whom(operation));
      case "unsuppress" -> calls().unsuppress(whom(operation));
      case "add_device" -> calls().seen(whom(operation), DeviceBody.of(operation.body(), now));
      case "delete_device" -> calls().lost(whom(operation), token(operation));
      case "merge" ->
          calls().merge(whom(operation.name("primary")), whom(operation.name("secondary")));
      default ->
          throw Fault.invalid("action", "Expected an action that people have, such as identify.")
              .thrown();
    };
  }

  private IdentityCalls calls() {
    return new IdentityCalls(workspace, now);
  }

  private static String token(Operation operation) {
    Value token = operation.fields("device").get("token");
    if (token == null) {
      throw Fault.required("device.token").thrown();
    }
    return token.asText();
  }

  private Addressee whom(Operation operation) {
    return whom(operation.name("identifiers"));
  }

  private Addressee whom(Operation.Name name) {
    Addressee.within(name.value());
    return switch (name.kind()) {
      case "id" -> new Addressee.ByIdentifier(Identifier.id(name.value()));
      case "email" -> new Addressee.ByIdentifier(Identifier.email(name.value()));
      case "cio_id" -> Addressee.ofCioId(workspace, name.value());
      default ->
          throw Fault.invalid(name.field(), "Expected the identifier to be id, email or cio_id.")
              .thrown();
    };
  }

  private Optional<Message> identify(Operation operation) {
    IdentifyBody body = IdentifyBody.of(operation.fields("attributes"), now);
    Long said = timestamp(operation);
    Long setAt = said == null ? body.setAt() : said;
    return whom(operation)
        .message(
            workspace,
            by ->
                new Input.Identify(
                    now, by, body.sets(), body.attributes(), setAt, body.updateOnly()));
  }

  private @Nullable Long timestamp(Operation operation) {
    Value said = operation.get("timestamp");
    return said == null ? null : Timestamps.read("timestamp", said, now);
  }

  private Optional<Message> event(Operation operation, EventType type) {
    Value name = operation.get("name");
    if (name == null) {
      throw Fault.required("name").thrown();
    }
    Value.Fields data = operation.fields("attributes");
    Long at = timestamp(operation);
    Event event =
        new Event(
            type,
            EventChecks.name(type, name),
            EventChecks.data(data, JsonWriter.bytes(data).length),
            at == null ? now : at,
            EventChecks.id(operation.get("id")));
    Operation.Name by = operation.name("identifiers");
    if (!by.kind().equals("anonymous_id")) {
      return whom(by).message(workspace, named -> new Input.Track(now, named, event));
    }
    Addressee.within(by.value());
    Input.Track track = new Input.Track(now, Identifier.id(by.value()), event);
    return Optional.of(new Message.Anonymous(workspace, by.value(), track));
  }

  /// What an app tells of a message that it has received.
  private Optional<Message> delivery(Operation operation) {
    if (!operation.action().equals("event")) {
      throw Fault.invalid("action", "Expected the action of a delivery to be event.").thrown();
    }
    Value name = operation.get("name");
    if (name == null || !REPORTED.contains(name.asText())) {
      throw Fault.invalid("name", "Expected name to be opened, converted or delivered.").thrown();
    }
    Message.ToPerson report =
        new DeliveryReports(tokens, now)
            .of(
                operation.name("identifiers").value(),
                "name",
                name.asText(),
                operation.fields("attributes"));
    if (report.person().workspace() != workspace) {
      throw Fault.invalid("identifiers", "There is no such delivery.").thrown();
    }
    return Optional.of(report);
  }
}
