package dev.beckon.registry.message;

import dev.beckon.core.value.Value;
import dev.beckon.registry.syntax.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// What a message says, with its layout inside: all that rendering needs; never changes.
///
/// @param layout HTML with `{{ content }}` where `html` goes, or null
public record Content(
    String subject,
    @Nullable String preheader,
    String html,
    @Nullable String text,
    @Nullable String from,
    @Nullable String replyTo,
    @Nullable String layout) {

  /// The content that a message document makes.
  ///
  /// @param layout the HTML of the layout that it names, or null
  static Content of(Value.Fields message, @Nullable String layout) {
    String subject = text(message, "subject");
    String html = text(message, "html");
    return new Content(
        subject == null ? "" : subject,
        text(message, "preheader"),
        html == null ? "" : html,
        text(message, "text"),
        text(message, "from"),
        text(message, "reply_to"),
        layout);
  }

  static Content ofStored(Value.Fields stored) {
    return of(stored, text(stored, "layout"));
  }

  String toJson() {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    fields.put("subject", Value.of(subject));
    put(fields, "preheader", preheader);
    fields.put("html", Value.of(html));
    put(fields, "text", text);
    put(fields, "from", from);
    put(fields, "reply_to", replyTo);
    put(fields, "layout", layout);
    return JsonText.of(new Value.Fields(fields));
  }

  /// The name under which it is kept: the same for the same content, for ever.
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(toJson().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(LinkedHashMap<String, Value> fields, String name, @Nullable String text) {
    if (text != null) {
      fields.put(name, Value.of(text));
    }
  }

  private static @Nullable String text(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Text(String text) ? text : null;
  }
}
