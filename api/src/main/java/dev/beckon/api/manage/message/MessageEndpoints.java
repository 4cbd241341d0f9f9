package dev.beckon.api.manage.message;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.json.Document;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Definitions;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.api.manage.RefJson;
import dev.beckon.core.delivery.Channel;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.render.Part;
import dev.beckon.registry.Registry;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Authored messages, and how they would look to somebody.
public final class MessageEndpoints {
  private static final String TAG = "Messages";
  private static final String EXAMPLE =
      """
      {"definition": {"name": "Welcome", "channel": "email", "subject": "Hello {{ customer.first_name }}",
        "html": "<p>Good to have you.</p>"}}""";

  private final Registry registry;
  private final MessagePreview preview;

  public MessageEndpoints(Registry registry, MessagePreview preview) {
    this.registry = registry;
    this.preview = preview;
  }

  public record MessagesJson(List<MessageJson.MessageRowJson> items) {}

  public record NewMessageJson(@Document("message") Value definition) {}

  /// @param version the one that the change was made from
  public record MessageChangeJson(int version, @Document("message") Value definition) {}

  /// One of message and definition is needed; without a person a made-up one is shown.
  ///
  /// @param message name of an authored message
  /// @param person cio_id
  public record PreviewRequestJson(
      @Nullable String message,
      @Document("message") @Nullable Value definition,
      @Nullable String person,
      @Nullable PreviewEventJson event,
      @Nullable Integer campaignId) {}

  /// The event that would have started the journey.
  public record PreviewEventJson(String name, SequencedMap<String, Value> data) {}

  public record PreviewJson(
      String from,
      String to,
      String subject,
      @Nullable String preheader,
      String html,
      String text,
      List<PreviewWarningJson> warnings) {}

  /// A variable that has no value for this person.
  public record PreviewWarningJson(String variable, Part where, String detail) {}

  public void on(Endpoints endpoints) {
    String message = WORKSPACE + "/messages/{id}";
    endpoints
        .get(
            WORKSPACE + "/messages",
            Access.VIEWER,
            About.of(TAG, "All messages", "By name.").example("{\"items\": []}"),
            MessagesJson.class,
            call ->
                new MessagesJson(
                    registry.messages().list(call.workspace()).stream().map(this::row).toList()))
        .tell(
            Method.POST,
            WORKSPACE + "/messages",
            Access.EDITOR,
            About.of(TAG, "Make a message", "A template that does not parse: 400 with its line.")
                .gives(201, MessageJson.class)
                .example(EXAMPLE),
            NewMessageJson.class,
            MessageJson.class,
            this::create)
        .get(
            message,
            Access.VIEWER,
            About.of(TAG, "One message", "With its definition.").example("{}"),
            MessageJson.class,
            call -> full(registry.messages().get(call.workspace(), call.id("id"))))
        .tell(
            Method.PUT,
            message,
            Access.EDITOR,
            About.of(TAG, "Change a message", "Running campaigns send the new one from now on.")
                .example("{\"version\": 1, " + EXAMPLE.substring(1)),
            MessageChangeJson.class,
            MessageJson.class,
            this::change)
        .act(
            Method.DELETE,
            message,
            Access.EDITOR,
            About.of(TAG, "Delete a message", "Only when no campaign sends it (409).")
                .example("{}"),
            call -> registry.messages().delete(call.workspace(), call.id("id"), call.by()))
        .tell(
            Method.POST,
            WORKSPACE + "/messages/preview",
            Access.VIEWER,
            About.of(TAG, "Preview a message", "As a person would get it, with what is missing.")
                .example("{\"message\": \"Welcome\", \"person\": \"0001000000000007\"}"),
            PreviewRequestJson.class,
            PreviewJson.class,
            (call, body) -> preview.of(call.workspace(), body));
  }

  private MessageJson create(Call call, NewMessageJson body) {
    Value.Fields definition = (Value.Fields) body.definition();
    return full(
        Definitions.within(
            () -> registry.messages().create(call.workspace(), definition, call.by())));
  }

  private MessageJson change(Call call, MessageChangeJson body) {
    Value.Fields definition = (Value.Fields) body.definition();
    return full(
        Definitions.within(
            () ->
                registry
                    .messages()
                    .update(
                        call.workspace(), call.id("id"), body.version(), definition, call.by())));
  }

  private MessageJson full(dev.beckon.registry.document.Document message) {
    return new MessageJson(row(message), message.definition());
  }

  private MessageJson.MessageRowJson row(dev.beckon.registry.document.Document message) {
    String subject = Definitions.text(message.definition(), "subject");
    return new MessageJson.MessageRowJson(
        message.id(),
        message.name(),
        message.version(),
        Channel.EMAIL,
        subject == null ? "" : subject,
        message.updatedAt(),
        registry.messages().uses(message.workspace(), message.id()).stream()
            .map(use -> new RefJson(use.id(), use.name()))
            .distinct()
            .toList());
  }
}
