package dev.beckon.delivery.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beckon.delivery.liquid.RenderInput;
import dev.beckon.delivery.render.Renderer.Parties;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One message being written: each part rendered, put together, and held to its limits.
final class Letter {
  /// The name under which a layout finds the body.
  static final String BODY = "content";

  private final Compiled compiled;
  private final RenderInput input;

  Letter(Compiled compiled, RenderInput input) {
    this.compiled = compiled;
    this.input = input;
  }

  Rendered write(Parties parties) throws RenderException {
    String subject = line(Part.SUBJECT, MessageLimits.SUBJECT_CHARS_MAX);
    if (subject == null || subject.isEmpty()) {
      throw new RenderException("Subject: Expected some words, but it is empty for this person.");
    }
    String preheader = line(Part.PREHEADER, MessageLimits.PREHEADER_CHARS_MAX);
    String html = html();
    String text = compiled.render(Part.TEXT, input);
    return new Rendered(
        orElse(compiled.render(Part.FROM, input), parties.from()),
        replyTo(parties),
        parties.to(),
        subject,
        preheader,
        preheader == null || preheader.isEmpty()
            ? html
            : TrackedHtml.withPreheader(html, preheader),
        text == null ? PlainText.of(html) : text);
  }

  private @Nullable String replyTo(Parties parties) throws RenderException {
    String own = compiled.render(Part.REPLY_TO, input);
    return own == null || own.isBlank() ? parties.replyTo() : own.strip();
  }

  private static String orElse(@Nullable String own, String fallback) {
    return own == null || own.isBlank() ? fallback : own.strip();
  }

  /// A part that is one line, whatever its template looks like.
  private @Nullable String line(Part part, int charsMax) throws RenderException {
    String text = compiled.render(part, input);
    if (text == null) {
      return null;
    }
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (line.length() > charsMax) {
      throw new RenderException(
          part.title()
              + ": Expected at most "
              + charsMax
              + " characters, but it has "
              + line.length()
              + " for this person.");
    }
    return line;
  }

  private String html() throws RenderException {
    String body = compiled.render(Part.HTML, input);
    String inner = body == null ? "" : body;
    Map<String, @Nullable Object> values = new HashMap<>(input.values());
    values.put(BODY, inner);
    RenderInput around =
        new RenderInput(
            values,
            input.missing(),
            input.now(),
            input.zone(),
            input.seed(),
            input.limits(),
            input.partials(),
            input.attachment());
    String whole = compiled.render(Part.LAYOUT, around);
    String html = whole == null ? inner : whole;
    int bytes = html.getBytes(UTF_8).length;
    if (bytes > MessageLimits.HTML_BYTES_MAX) {
      throw new RenderException(
          "HTML: Expected at most "
              + MessageLimits.HTML_BYTES_MAX
              + " bytes, but it has "
              + bytes
              + " for this person.");
    }
    return html;
  }
}
