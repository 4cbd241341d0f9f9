package dev.beckon.api.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Bodies that are nearly right, and bodies that are not right at all; one seed makes them all.
final class Nonsense {
  private static final List<String> WORDS =
      List.of(
          "id",
          "email",
          "cio_id",
          "type",
          "action",
          "identifiers",
          "attributes",
          "name",
          "data",
          "timestamp",
          "batch",
          "userId",
          "anonymousId",
          "anonymous_id",
          "event",
          "properties",
          "traits",
          "context",
          "integrations",
          "messageId",
          "sentAt",
          "_update",
          "_timestamp",
          "created_at",
          "device",
          "token",
          "platform",
          "primary",
          "secondary",
          "delivery_id",
          "metric",
          "recipient",
          "cio_relationships",
          "phone",
          "unsubscribed",
          "groupId",
          "writeKey");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "42",
          "ada@example.com",
          "ADA@EXAMPLE.COM",
          "cio_",
          "cio_zz",
          "a@b",
          "person",
          "identify",
          "track",
          "event",
          "delete",
          "page",
          "2026-03-14T09:26:53Z",
          "2026-99-99",
          "1773480413",
          "-1",
          "1e400",
          "NaN",
          "null",
          "true",
          "\\u0000",
          "\\ud83d\\ude00",
          "\\ud83d",
          "é",
          "{{customer.id}}",
          "'; DROP TABLE people; --",
          "../../etc/passwd",
          "<script>",
          "User Deleted",
          "Device Created or Updated",
          "signed_up");
  private static final List<String> SEEDS =
      List.of(
          "{\"email\":\"ada@example.com\",\"plan\":\"trial\",\"_timestamp\":1773480413}",
          "{\"name\":\"signed_up\",\"data\":{\"a\":[1,2,{\"b\":null}]},\"id\":\"e1\"}",
          "{\"type\":\"person\",\"action\":\"identify\",\"identifiers\":{\"id\":\"42\"},"
              + "\"attributes\":{\"a\":1.5}}",
          "{\"batch\":[{\"type\":\"person\",\"action\":\"event\",\"identifiers\":{\"id\":\"42\"},"
              + "\"name\":\"x\"},{\"type\":\"track\",\"userId\":\"7\",\"event\":\"y\"}]}",
          "{\"userId\":\"42\",\"event\":\"x\",\"messageId\":\"m\",\"timestamp\":"
              + "\"2026-03-14T09:26:53Z\",\"context\":{\"library\":{\"name\":\"analytics.js\"}}}",
          "{\"primary\":{\"id\":\"1\"},\"secondary\":{\"email\":\"a@b.c\"}}",
          "{\"device\":{\"id\":\"t\",\"platform\":\"ios\",\"last_used\":1773480413}}");
  private static final int DEPTH_MAX = 6;

  private final Random random;

  Nonsense(long seed) {
    random = new Random(seed);
  }

  byte[] body() {
    return switch (random.nextInt(8)) {
      case 0 -> new byte[0];
      case 1 -> bytes(random.nextInt(200));
      case 2 -> utf8("[".repeat(random.nextInt(5_000)));
      case 3 -> utf8("{\"a\":".repeat(random.nextInt(100)) + "1" + "}".repeat(random.nextInt(100)));
      case 4 -> changed(utf8(pick(SEEDS)));
      case 5 -> utf8(mixed(pick(SEEDS)));
      default -> utf8(object(0));
    };
  }

  /// A segment of a path, encoded or not.
  String segment() {
    return switch (random.nextInt(4)) {
      case 0 -> Integer.toString(random.nextInt(50));
      case 1 -> "%" + Integer.toHexString(random.nextInt(256));
      case 2 -> "cio_" + Long.toHexString(random.nextLong());
      default -> java.net.URLEncoder.encode(pick(TEXTS) + "x", StandardCharsets.UTF_8);
    };
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /// A few bytes are others, or the end is missing.
  private byte[] changed(byte[] body) {
    for (int i = random.nextInt(4); i > 0; i--) {
      body[random.nextInt(body.length)] = (byte) random.nextInt(256);
    }
    return random.nextBoolean() ? body : java.util.Arrays.copyOf(body, random.nextInt(body.length));
  }

  /// Some values are of another kind.
  private String mixed(String body) {
    String[] parts = body.split("(?<=:)", -1);
    int at = random.nextInt(parts.length);
    parts[at] = parts[at].replaceFirst("^(\"[^\"]*\"|[0-9.]+)", "");
    return String.join("", parts).replaceFirst(":,", ":" + safe(value(2)) + ",");
  }

  private static String safe(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }

  private String object(int depth) {
    StringBuilder out = new StringBuilder("{");
    for (int i = random.nextInt(6); i > 0; i--) {
      out.append('"').append(pick(WORDS)).append(random.nextInt(8) == 0 ? random.nextInt() : "");
      out.append("\":").append(value(depth + 1)).append(i > 1 ? "," : "");
    }
    return out.append('}').toString();
  }

  private String value(int depth) {
    return switch (random.nextInt(depth < DEPTH_MAX ? 9 : 6)) {
      case 0 -> "null";
      case 1 -> Boolean.toString(random.nextBoolean());
      case 2 -> Long.toString(random.nextLong());
      case 3 -> pick(List.of("-0", "1e308", "1e999", "0.1", "99999999999999999999999", "-1.5e-9"));
      case 4 -> "\"" + pick(TEXTS) + "\"";
      case 5 -> "\"" + "x".repeat(random.nextInt(1_200)) + "\"";
      case 6 -> "[" + value(depth + 1) + "," + value(depth + 1) + "]";
      default -> object(depth);
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
