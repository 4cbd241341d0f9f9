package dev.beckon.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The name and the password of HTTP Basic authentication.
public record BasicAuth(String name, String password) {
  private static final String SCHEME = "Basic ";

  /// Reads the header in both alphabets of base64, padded or not; null for anything else.
  public static @Nullable BasicAuth parse(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    String coded = header.substring(SCHEME.length()).strip().replace('-', '+').replace('_', '/');
    try {
      String pair = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? new BasicAuth(pair, "")
          : new BasicAuth(pair.substring(0, colon), pair.substring(colon + 1));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
