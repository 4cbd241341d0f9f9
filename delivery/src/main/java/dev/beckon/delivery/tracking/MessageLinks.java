package dev.beckon.delivery.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beckon.core.delivery.DeliveryId;
import java.nio.ByteBuffer;

/// The links of one message. For one thread.
public final class MessageLinks {
  private final String baseUrl;
  private final DeliveryId delivery;
  private final String token;
  private final Seal seal;

  MessageLinks(String baseUrl, DeliveryId delivery, String token, Seal seal) {
    this.baseUrl = baseUrl;
    this.delivery = delivery;
    this.token = token;
    this.seal = seal;
  }

  public String token() {
    return token;
  }

  public String pixelUrl() {
    return baseUrl + "/e/o/" + token;
  }

  public String unsubscribeUrl() {
    return baseUrl + "/unsubscribe/" + token;
  }

  public String viewUrl() {
    return baseUrl + "/e/v/" + token;
  }

  /// The tracked form of a link; the same address if it is not one that can be tracked.
  ///
  /// @param link the link's position in the message, from 0
  public String clickUrl(int link, String href) {
    byte[] target = href.getBytes(UTF_8);
    if (!TrackingLinks.trackable(href)
        || target.length > TrackingLinks.TARGET_BYTES_MAX
        || link > TrackingLinks.LINKS_MAX) {
      return href;
    }
    byte[] index = ByteBuffer.allocate(TrackingLinks.INDEX_BYTES).putShort((short) link).array();
    String signed = DeliveryToken.encode(seal(seal, delivery, index, target), index, target);
    return baseUrl + "/e/c/" + token + "/" + signed;
  }

  static byte[] seal(Seal seal, DeliveryId delivery, byte[] index, byte[] target) {
    return seal.of("click", DeliveryToken.head(delivery), index, target);
  }
}
