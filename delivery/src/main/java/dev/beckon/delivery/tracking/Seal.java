package dev.beckon.delivery.tracking;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes seals with one secret: the first 96 bits of an HMAC-SHA256, kept apart by purpose so that
/// one seal never serves for another. For one thread.
final class Seal {
  static final int BYTES = 12;
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  Seal(byte[] secret) {
    if (secret.length < TrackingSecrets.SECRET_BYTES_MIN) {
      throw new IllegalArgumentException(
          "Expected a tracking secret of at least "
              + TrackingSecrets.SECRET_BYTES_MIN
              + " bytes, but got "
              + secret.length
              + ".");
    }
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected a JDK with " + ALGORITHM + ", but found none.", e);
    }
  }

  byte[] of(String purpose, byte[]... parts) {
    mac.update(purpose.getBytes(US_ASCII));
    mac.update((byte) 0);
    for (byte[] part : parts) {
      mac.update(part);
    }
    return Arrays.copyOf(mac.doFinal(), BYTES);
  }
}
