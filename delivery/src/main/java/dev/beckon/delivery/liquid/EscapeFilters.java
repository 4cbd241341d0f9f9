package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Filter.Named.filter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The standard filters that make texts fit for HTML, addresses and base64, and back.
final class EscapeFilters {

  static final List<Filter.Named> ALL =
      List.of(
          filter("escape", 0, 0, (input, call) -> escape(call.textOf(input), false)),
          filter("h", 0, 0, (input, call) -> escape(call.textOf(input), false)),
          filter("escape_once", 0, 0, (input, call) -> escape(call.textOf(input), true)),
          filter("strip_html", 0, 0, (input, call) -> stripHtml(call.textOf(input))),
          filter(
              "url_encode", 0, 0, (input, call) -> percentEncoded(call.textOf(input), "-_.~", "+")),
          filter("url_decode", 0, 0, EscapeFilters::urlDecode),
          filter(
              "base64_encode",
              0,
              0,
              (input, call) -> Base64.getEncoder().encodeToString(bytes(call.textOf(input)))),
          filter(
              "base64_url_safe_encode",
              0,
              0,
              (input, call) -> Base64.getUrlEncoder().encodeToString(bytes(call.textOf(input)))),
          filter("base64_decode", 0, 0, (input, call) -> decoded(Base64.getDecoder(), input, call)),
          filter(
              "base64_url_safe_decode",
              0,
              0,
              (input, call) ->
                  decoded(
                      Base64.getUrlDecoder(),
                      call.textOf(input).replace('+', '-').replace('/', '_'),
                      call)));

  private static final Pattern ENTITY = Pattern.compile("&(?:[a-zA-Z]+|#\\d+);");

  private EscapeFilters() {}

  private static String escape(String text, boolean once) {
    var escaped = new StringBuilder(text.length() + 16);
    var entity = once ? ENTITY.matcher(text) : null;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        case '&' -> {
          var kept = entity != null && entity.region(i, text.length()).lookingAt();
          escaped.append(kept ? "&" : "&amp;");
        }
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /// The text without comments, scripts, styles and tags.
  static String stripHtml(String html) {
    var text =
        without(
            without(without(html, "<script", "</script>"), "<!--", "-->"), "<style", "</style>");
    return without(text, "<", ">");
  }

  private static String without(String text, String open, String close) {
    var from = text.indexOf(open);
    if (from < 0) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    var at = 0;
    while (from >= 0) {
      var end = text.indexOf(close, from + open.length());
      if (end < 0) {
        break;
      }
      kept.append(text, at, from);
      at = end + close.length();
      from = text.indexOf(open, at);
    }
    return kept.append(text, at, text.length()).toString();
  }

  /// Every byte in percent form, but letters, digits and the safe signs; a space as asked.
  static String percentEncoded(String text, String safe, String space) {
    var encoded = new StringBuilder(text.length() + 16);
    for (var b : bytes(text)) {
      var c = (char) (b & 0xFF);
      if (c == ' ') {
        encoded.append(space);
      } else if ((Lexer.isWord(c) && c != '_') || (c < 0x80 && safe.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  private static String urlDecode(@Nullable Object input, FilterCall call) {
    var encoded = bytes(call.textOf(input));
    var decoded = ByteBuffer.allocate(encoded.length);
    for (var i = 0; i < encoded.length; i++) {
      var isHex =
          encoded[i] == '%'
              && i + 2 < encoded.length
              && HexFormat.isHexDigit(encoded[i + 1])
              && HexFormat.isHexDigit(encoded[i + 2]);
      if (isHex) {
        decoded.put(
            (byte)
                (HexFormat.fromHexDigit(encoded[i + 1]) * 16
                    + HexFormat.fromHexDigit(encoded[i + 2])));
        i += 2;
      } else {
        decoded.put(encoded[i] == '+' ? (byte) ' ' : encoded[i]);
      }
    }
    return text(decoded.flip(), call);
  }

  private static String decoded(Base64.Decoder decoder, @Nullable Object input, FilterCall call) {
    try {
      return text(ByteBuffer.wrap(decoder.decode(bytes(call.textOf(input)))), call);
    } catch (IllegalArgumentException _) {
      throw call.expected("text in base64, but got " + Values.describe(input) + ".");
    }
  }

  private static String text(ByteBuffer bytes, FilterCall call) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException _) {
      throw call.expected("the decoded bytes to be text in UTF-8, but they are not.");
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes).toLowerCase(Locale.ROOT);
  }
}
