package dev.beckon.registry.key;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Turns a key into what is stored of it: an HMAC under the server's secret.
///
/// A slow hash is not needed, for made keys have 190 bits; the server's secret protects those that
/// somebody chose.
final class KeyHash {
  private static final HexFormat HEX = HexFormat.of();
  private final Mac prepared;

  KeyHash(byte[] secret) {
    try {
      prepared = Mac.getInstance("HmacSHA256");
      prepared.init(new SecretKeySpec(secret, "HmacSHA256"));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  String of(KeyKind kind, @Nullable String siteId, String secret) {
    String text = kind.word() + '\n' + (siteId == null ? "" : siteId) + '\n' + secret;
    try {
      Mac mac = (Mac) prepared.clone();
      return HEX.formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
