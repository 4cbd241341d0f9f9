package dev.beckon.delivery.tracking;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The id of a delivery as the outside world sees it: the id itself and a seal of the workspace, so
/// that nobody can guess the token of a message they have not received.
///
/// 28 bytes in base64url: workspace (4), cio_id (8), number (4), seal (12).
public final class DeliveryToken {
  /// The most that a delivery's number may be, to fit into 32 bits.
  public static final long NUMBER_MAX = 0xFFFF_FFFFL;

  static final int ID_BYTES = 16;
  private static final int BYTES = ID_BYTES + Seal.BYTES;
  private static final int PADDED_CHARS = 40;
  private static final String PURPOSE = "delivery";

  private final TrackingSecrets secrets;

  public DeliveryToken(TrackingSecrets secrets) {
    this.secrets = secrets;
  }

  /// The token of a delivery, without padding.
  ///
  /// @throws IllegalArgumentException if the workspace has no secret
  public String of(DeliveryId id) {
    return of(id, seal(id));
  }

  static String of(DeliveryId id, Seal seal) {
    byte[] head = head(id);
    return encode(head, seal.of(PURPOSE, head));
  }

  /// What makes the seals of the delivery's workspace.
  Seal seal(DeliveryId id) {
    byte[] secret = secrets.secretOf(id.person().workspace());
    if (secret == null) {
      throw new IllegalArgumentException(
          "Expected a workspace with a tracking secret, but there is no workspace "
              + id.person().workspace()
              + ".");
    }
    return new Seal(secret);
  }

  /// The delivery that a token was made for; empty for anything that we have not made ourselves.
  public Optional<DeliveryId> verify(String token) {
    byte[] bytes = decode(token);
    if (bytes.length != BYTES) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    PersonKey person = new PersonKey(in.getInt(), in.getLong());
    DeliveryId id = new DeliveryId(person, Integer.toUnsignedLong(in.getInt()));
    byte[] secret = secrets.secretOf(person.workspace());
    if (secret == null) {
      return Optional.empty();
    }
    byte[] expected = new Seal(secret).of(PURPOSE, Arrays.copyOf(bytes, ID_BYTES));
    byte[] actual = Arrays.copyOfRange(bytes, ID_BYTES, BYTES);
    return MessageDigest.isEqual(expected, actual) ? Optional.of(id) : Optional.empty();
  }

  static byte[] head(DeliveryId id) {
    if (id.number() < 0 || id.number() > NUMBER_MAX) {
      throw new IllegalArgumentException(
          "Expected a delivery number from 0 to " + NUMBER_MAX + ", but got " + id.number() + ".");
    }
    return ByteBuffer.allocate(ID_BYTES)
        .putInt(id.person().workspace())
        .putLong(id.person().cioId())
        .putInt((int) id.number())
        .array();
  }

  static String encode(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (byte[] part : parts) {
      all.put(part);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
  }

  /// Empty for anything but the one spelling that [#encode] gives, with or without its padding.
  private static byte[] decode(String token) {
    if (token.length() > PADDED_CHARS) {
      return new byte[0];
    }
    String bare = token.endsWith("==") ? token.substring(0, token.length() - 2) : token;
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(bare);
      return encode(bytes).equals(bare) ? bytes : new byte[0];
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }
}
