package dev.beckon.api.manage.message;

import dev.beckon.api.http.Flaw;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.manage.campaign.CampaignNames;
import dev.beckon.api.manage.message.MessageEndpoints.PreviewEventJson;
import dev.beckon.api.manage.message.MessageEndpoints.PreviewJson;
import dev.beckon.api.manage.message.MessageEndpoints.PreviewRequestJson;
import dev.beckon.api.manage.message.MessageEndpoints.PreviewWarningJson;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.RenderContext;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.render.Content;
import dev.beckon.delivery.render.Part;
import dev.beckon.delivery.render.Preview;
import dev.beckon.delivery.render.RenderException;
import dev.beckon.delivery.render.Rendered;
import dev.beckon.delivery.render.Renderer;
import dev.beckon.engine.query.People;
import dev.beckon.engine.query.Vocabulary;
import dev.beckon.registry.Registry;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.workspace.Sender;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Renders a message for looking at it: for a person, or for a made-up one with sample data.
public final class MessagePreview {
  private static final String NOBODYS_ADDRESS = "ada@example.com";

  private final Registry registry;
  private final Renderer renderer;
  private final People people;
  private final Vocabulary vocabulary;
  private final CampaignNames campaigns;
  private final InstantSource clock;

  public MessagePreview(
      Registry registry,
      Renderer renderer,
      People people,
      Vocabulary vocabulary,
      CampaignNames campaigns,
      InstantSource clock) {
    this.registry = registry;
    this.renderer = renderer;
    this.people = people;
    this.vocabulary = vocabulary;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  PreviewJson of(int workspace, PreviewRequestJson request) {
    Value.Fields definition = definition(workspace, request);
    Person person = person(workspace, request.person());
    Sender sender = registry.workspaces().get(workspace).sender();
    String to = person == null ? null : person.profile().identifiers().emailValue();
    Renderer.Parties parties =
        new Renderer.Parties(sender.from(), sender.replyTo(), to == null ? NOBODYS_ADDRESS : to);
    try {
      Preview preview =
          renderer.preview(
              content(workspace, definition),
              context(workspace, request, definition, person),
              parties,
              clock.millis());
      return json(preview);
    } catch (RenderException e) {
      String why = String.valueOf(e.getMessage());
      throw Refusal.of(Refusal.Kind.VALIDATION, why, List.of(new Flaw(pointer(why), why)))
          .titled("The message cannot be rendered.");
    }
  }

  /// What cannot be rendered begins with the title of its part.
  private static String pointer(String why) {
    for (Part part : Part.values()) {
      if (why.startsWith(part.title())) {
        return "/definition/" + part.word();
      }
    }
    return "/definition";
  }

  private Value.Fields definition(int workspace, PreviewRequestJson request) {
    if (request.definition() instanceof Value.Fields given) {
      return given;
    }
    String name = request.message();
    if (name == null) {
      throw Refusal.invalid("/message", "Expected message or definition, but got neither.");
    }
    return registry
        .messages()
        .named(workspace, name)
        .map(Document::definition)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "/message",
                    "Expected the name of a message, but there is no \"" + name + "\"."));
  }

  private @Nullable Person person(int workspace, @Nullable String cioId) {
    if (cioId == null || cioId.isEmpty()) {
      return null;
    }
    try {
      return people
          .byKey(PersonKey.parse(workspace, cioId))
          .orElseThrow(() -> Refusal.invalid("/person", "Nobody has the cio_id " + cioId + "."));
    } catch (IllegalArgumentException _) {
      throw Refusal.invalid("/person", "Expected a cio_id of 16 hex digits, but got " + cioId);
    }
  }

  private Content content(int workspace, Value.Fields definition) {
    dev.beckon.registry.message.Content said = registry.contents().preview(workspace, definition);
    return new Content(
        said.subject(),
        said.preheader(),
        said.html(),
        said.text(),
        said.from(),
        said.replyTo(),
        said.layout());
  }

  private Value.Fields context(
      int workspace, PreviewRequestJson request, Value.Fields definition, @Nullable Person person) {
    LinkedHashMap<String, Value> context = new LinkedHashMap<>();
    context.put("customer", person == null ? madeUp(workspace) : RenderContext.customer(person));
    PreviewEventJson event = request.event();
    if (event != null) {
      RenderContext.putEvent(
          context,
          new Event(
              EventType.EVENT, event.name(), new Value.Fields(event.data()), clock.millis(), null));
    }
    String cioId = person == null ? "0000000000000000" : person.key().cioIdText();
    context.put("journey", Value.Fields.EMPTY.with("id", Value.of(cioId + "-0")));
    Integer campaign = request.campaignId();
    if (campaign != null) {
      var ref = campaigns.ref(workspace, campaign);
      context.put(
          "campaign",
          Value.Fields.EMPTY
              .with("id", Value.of(campaign))
              .with("name", Value.of(ref == null ? "" : ref.name())));
    }
    Value name = definition.get("name");
    context.put("message", Value.Fields.EMPTY.with("name", name == null ? Value.of("") : name));
    return new Value.Fields(context);
  }

  /// Somebody who has a sample of every attribute that people here have.
  private Value.Fields madeUp(int workspace) {
    LinkedHashMap<String, Value> customer = new LinkedHashMap<>();
    customer.put("first_name", Value.of("Ada"));
    customer.put("last_name", Value.of("Lovelace"));
    for (Vocabulary.AttributeWord word : vocabulary.attributes(workspace)) {
      if (!word.samples().isEmpty()) {
        customer.putIfAbsent(word.name(), word.samples().getFirst());
      }
    }
    customer.put("id", Value.of("42"));
    customer.put("email", Value.of(NOBODYS_ADDRESS));
    customer.put("created_at", Value.of(clock.millis() / 1_000));
    return new Value.Fields(customer);
  }

  private static PreviewJson json(Preview preview) {
    Rendered words = preview.rendered();
    return new PreviewJson(
        words.from(),
        words.to(),
        words.subject(),
        words.preheader(),
        words.html(),
        words.text(),
        preview.warnings().stream()
            .map(w -> new PreviewWarningJson(w.variable(), w.where(), w.detail()))
            .toList());
  }
}
