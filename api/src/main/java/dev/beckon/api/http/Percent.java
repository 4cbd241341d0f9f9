package dev.beckon.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Percent-encoding in paths and queries, decoded after splitting, so that `%2F` stays in its
/// segment.
final class Percent {
  private Percent() {}

  /// The decoded segments of a raw path; a trailing slash counts for nothing.
  static List<String> segments(String path) {
    List<String> segments = new ArrayList<>(8);
    int start = 1;
    while (start < path.length()) {
      int end = path.indexOf('/', start);
      if (end < 0) {
        end = path.length();
      }
      segments.add(decode(path.substring(start, end), false));
      start = end + 1;
    }
    return segments;
  }

  /// @param form whether `+` means a space, as in queries
  static String decode(String text, boolean form) {
    if (text.indexOf('%') < 0 && (!form || text.indexOf('+') < 0)) {
      return text;
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.put((byte) (hex(text, i + 1) << 4 | hex(text, i + 2)));
        i += 2;
      } else if (form && c == '+') {
        bytes.put((byte) ' ');
      } else if (c < 0x80) {
        bytes.put((byte) c);
      } else {
        bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return utf8(bytes.flip(), text);
  }

  private static int hex(String text, int index) {
    int digit = index < text.length() ? Character.digit(text.charAt(index), 16) : -1;
    if (digit < 0) {
      throw Refusal.invalid(
          "Expected two hex digits after % in the address, but got \"" + text + "\".");
    }
    return digit;
  }

  private static String utf8(ByteBuffer bytes, String text) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(bytes)
          .toString();
    } catch (CharacterCodingException e) {
      throw Refusal.invalid(
          "Expected percent-encoded UTF-8 in the address, but got \"" + text + "\".");
    }
  }
}
