package dev.beckon.delivery.render;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.liquid.LiquidException;
import dev.beckon.delivery.liquid.Missing;
import dev.beckon.delivery.liquid.RenderInput;
import dev.beckon.delivery.liquid.Template;
import dev.beckon.delivery.liquid.Usage;
import dev.beckon.delivery.render.MessageTags.Urls;
import dev.beckon.delivery.render.Preview.Warning;
import dev.beckon.delivery.tracking.MessageLinks;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes messages out of contents and people's data; the same delivery always gives the same
/// words.
public final class Renderer {

  /// From whom, unless the content says otherwise; to whom.
  public record Parties(String from, @Nullable String replyTo, String to) {}

  /// What stands for a delivery's token where there is no delivery.
  private static final String UNSENT = "unsent";

  private final Shelf shelf;
  private final TrackingLinks links;

  public Renderer(Contents contents, TrackingLinks links) {
    this.shelf = new Shelf(contents);
    this.links = links;
  }

  /// The message as it is sent: with preheader, tracked links and open pixel.
  ///
  /// @throws RenderException if the content cannot be rendered for this person; says why in words
  ///     for whoever wrote it
  public Rendered render(Effect.Deliver deliver, Parties parties) throws RenderException {
    DeliveryId id = deliver.id();
    Compiled compiled = shelf.get(id.person().workspace(), deliver.content());
    MessageLinks own = links.of(id);
    Urls urls = new Urls(own.unsubscribeUrl(), own.unsubscribeUrl(), own.viewUrl());
    Value.Fields context = deliver.rendering().context().with("delivery_id", Value.of(own.token()));
    RenderInput input =
        RenderInput.of(LiquidValues.of(context), Instant.ofEpochMilli(deliver.at()))
            .withSeed(id.person().cioId() * 31 + id.number())
            .withAttachment(urls);
    Rendered plain = new Letter(compiled, input).write(parties);
    return withHtml(plain, TrackedHtml.tracked(plain.html(), own));
  }

  private static Rendered withHtml(Rendered rendered, String html) {
    return new Rendered(
        rendered.from(),
        rendered.replyTo(),
        rendered.to(),
        rendered.subject(),
        rendered.preheader(),
        html,
        rendered.text());
  }

  /// The message as it would look, without tracking, with what is missing left blank.
  ///
  /// @param context the namespaces, as in [Effect.Rendering]
  /// @param at what `now` means (epoch ms)
  /// @throws RenderException if the content cannot be rendered even so
  public Preview preview(Content content, Value.Fields context, Parties parties, long at)
      throws RenderException {
    Compiled compiled = Compiled.of(content);
    String base = links.baseUrl();
    Urls urls =
        new Urls(
            base + "/unsubscribe/" + UNSENT,
            base + "/unsubscribe/" + UNSENT,
            base + "/e/v/" + UNSENT);
    Map<String, @Nullable Object> values =
        LiquidValues.of(context.with("delivery_id", Value.of(UNSENT)));
    RenderInput input =
        RenderInput.of(values, Instant.ofEpochMilli(at)).with(Missing.BLANK).withAttachment(urls);
    return new Preview(new Letter(compiled, input).write(parties), warnings(compiled, values));
  }

  /// A template as messages may use it, for looking at it before it is saved.
  ///
  /// @throws LiquidException where it does not parse
  public static Template parse(String source) {
    return Template.parse(source, MessageTags.DIALECT);
  }

  /// All that is wrong with a content before it is ever sent.
  public static List<Problem> check(Content content) {
    return Compiled.check(content);
  }

  private static List<Warning> warnings(Compiled compiled, Map<String, @Nullable Object> values) {
    List<Warning> warnings = new ArrayList<>();
    for (Part part : Part.values()) {
      for (Usage.Variable variable : compiled.variables(part)) {
        boolean body = part == Part.LAYOUT && variable.root().equals(Letter.BODY);
        if (!variable.local() && !variable.fallback() && !body && !has(values, variable)) {
          Part where = part == Part.LAYOUT ? Part.HTML : part;
          warnings.add(
              new Warning(
                  variable.text(),
                  where,
                  "Expected a value, but there is none for this person; give a fallback with"
                      + " “| default:”."));
        }
      }
    }
    return warnings;
  }

  private static boolean has(Map<String, @Nullable Object> values, Usage.Variable variable) {
    if (!values.containsKey(variable.root())) {
      return variable.root().equals("now");
    }
    Object value = values.get(variable.root());
    for (String name : variable.path()) {
      if (!(value instanceof Map<?, ?> map)) {
        return value != null;
      }
      if (!map.containsKey(name)) {
        return false;
      }
      value = map.get(name);
    }
    return value != null;
  }
}
