package dev.beckon.api.pipelines;

import dev.beckon.api.http.Refusal;
import dev.beckon.api.intake.Addressee;
import dev.beckon.api.intake.DeliveryReports;
import dev.beckon.api.intake.DeviceBody;
import dev.beckon.api.intake.EventChecks;
import dev.beckon.api.intake.IdentifyBody;
import dev.beckon.api.intake.IdentityCalls;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.message.Message;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the engine is told of a call (spec: data-in.md, 3.4 and 3.5).
///
/// @param now when the call was received (epoch ms)
record Translation(int workspace, long now, DeliveryToken tokens) {
  private static final Set<String> ABOUT_OBJECTS =
      Set.of("objectId", "objectTypeId", "object_type_id", "relationshipAttributes", "createdAt");

  /// @return nothing when the call says nothing of anybody
  /// @throws Refusal if the call cannot be taken; says why
  List<Message> of(Call call) {
    return switch (call.type()) {
      case IDENTIFY -> identify(call);
      case TRACK -> track(call);
      case PAGE -> List.of(event(call, EventType.PAGE, pageName(call)));
      case SCREEN -> List.of(event(call, EventType.SCREEN, call.body().get("name")));
      case GROUP ->
          throw Refusal.invalid("Expected a call about people, but groups are not kept yet.");
      case ALIAS -> alias(call);
    };
  }

  private List<Message> identify(Call call) {
    Value.Fields traits = attributes(call.fields("traits"));
    if (!call.anonymousId().isEmpty() && traits.get("anonymous_id") == null) {
      traits = traits.with("anonymous_id", Value.of(call.anonymousId()));
    }
    String named = call.userId().isEmpty() ? Call.text(traits, "email") : call.userId();
    if (named.isEmpty()) {
      throw Refusal.invalid("Expected a userId or traits.email, but both are missing.");
    }
    IdentifyBody body = IdentifyBody.of(traits, now);
    return to(
        Addressee.of(workspace, named),
        by ->
            new Input.Identify(
                now, by, body.sets(), body.attributes(), call.at(), body.updateOnly()));
  }

  /// Traits as attributes: times in seconds, `createdAt` under its name, helper keys left out.
  private static Value.Fields attributes(Value.Fields traits) {
    Value created = traits.get("created_at") == null ? traits.get("createdAt") : null;
    LinkedHashMap<String, Value> kept = new LinkedHashMap<>(traits.fields());
    kept.keySet().removeAll(ABOUT_OBJECTS);
    Value.Fields attributes = IsoTimes.toSeconds(new Value.Fields(kept));
    Value at = created == null ? attributes.get("created_at") : created;
    return at == null ? attributes : attributes.with("created_at", created(at));
  }

  /// Dates of birth come in more shapes than others.
  private static Value created(Value value) {
    if (!(value instanceof Value.Text(String text))) {
      return value;
    }
    return IsoTimes.read(text)
        .map(at -> Value.of(at.getEpochSecond()))
        .orElseGet(() -> inWords(text));
  }

  private static Value inWords(String text) {
    try {
      return Value.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toEpochSecond());
    } catch (DateTimeException _) {
      return Value.of(text);
    }
  }

  /// Some names mean something of their own.
  private List<Message> track(Call call) {
    Value name = call.body().get("event");
    String semantic = name instanceof Value.Text(String text) ? text : "";
    return switch (semantic) {
      case "User Deleted", "Delete Person" -> to(user(call), _ -> new Input.Delete(now));
      case "User Suppressed" -> calls().suppress(user(call)).stream().toList();
      case "User Unsuppressed" -> calls().unsuppress(user(call)).stream().toList();
      case "Device Created or Updated" ->
          calls().seen(user(call), DeviceBody.of(device(call), now)).stream().toList();
      case "Device Deleted" -> calls().lost(user(call), token(call)).stream().toList();
      case "Report Delivery Event" -> report(call);
      default -> List.of(event(call, EventType.EVENT, name));
    };
  }

  private IdentityCalls calls() {
    return new IdentityCalls(workspace, now);
  }

  private Addressee user(Call call) {
    return Addressee.of(workspace, userId(call));
  }

  /// Its token and system are in the context, what is known of it in the properties.
  private static Value.Fields device(Call call) {
    Value.Fields device = Call.fields(call.context(), "device");
    Value.Fields body =
        Value.Fields.EMPTY
            .with("token", Value.of(token(call)))
            .with("platform", Value.of(Call.text(device, "type").toLowerCase(Locale.ROOT)))
            .with("attributes", IsoTimes.toSeconds(call.fields("properties")));
    return Value.Fields.EMPTY.with("device", body);
  }

  private static String token(Call call) {
    String token = Call.text(Call.fields(call.context(), "device"), "token");
    if (token.isEmpty()) {
      throw Refusal.invalid("Expected context.device.token, but it is missing.");
    }
    return token;
  }

  private List<Message> report(Call call) {
    Value.Fields properties = call.fields("properties");
    Message.ToPerson report =
        new DeliveryReports(tokens, now)
            .of(
                Call.text(properties, "deliveryId"),
                "metric",
                Call.text(properties, "metric"),
                properties);
    if (report.person().workspace() != workspace) {
      throw Refusal.invalid("Expected the id of a delivery of this workspace.");
    }
    return List.of(report);
  }

  private static String userId(Call call) {
    if (call.userId().isEmpty()) {
      throw Refusal.invalid("Expected a userId, but it is missing.");
    }
    return call.userId();
  }

  /// A page's name is its address, so that conditions on addresses find it.
  private static @Nullable Value pageName(Call call) {
    Value url = call.fields("properties").get("url");
    if (url == null) {
      url = Call.fields(call.context(), "page").get("url");
    }
    return url == null ? call.body().get("name") : url;
  }

  private Message event(Call call, EventType type, @Nullable Value name) {
    Value.Fields data = IsoTimes.toSeconds(call.fields("properties"));
    Event event =
        new Event(
            type,
            EventChecks.name(type, name),
            EventChecks.data(data, JsonWriter.bytes(data).length),
            call.at(),
            EventChecks.id(call.messageId()));
    if (!call.userId().isEmpty()) {
      return to(Addressee.of(workspace, call.userId()), by -> new Input.Track(now, by, event))
          .stream()
          .findFirst()
          .orElseThrow(() -> Refusal.invalid("Expected a cio_id that is somebody's."));
    }
    if (call.anonymousId().isEmpty()) {
      throw Refusal.invalid("Expected a userId or an anonymousId, but both are missing.");
    }
    Addressee.within(call.anonymousId());
    return new Message.Anonymous(
        workspace,
        call.anonymousId(),
        new Input.Track(now, Identifier.id(call.anonymousId()), event));
  }

  /// Aliases mean something to other tools only: people are joined by identify and merge.
  private static List<Message> alias(Call call) {
    if (call.userId().isEmpty() || Call.text(call.body(), "previousId").isEmpty()) {
      throw Refusal.invalid("Expected userId and previousId, but one of them is missing.");
    }
    return List.of();
  }

  private List<Message> to(Addressee whom, Addressee.Wording wording) {
    return whom.message(workspace, wording).stream().toList();
  }
}
