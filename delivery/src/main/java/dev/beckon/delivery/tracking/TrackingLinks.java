package dev.beckon.delivery.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes the links of a message and reads them when they are followed; the links carry all that is
/// needed, so nothing has to be looked up.
///
/// Paths: open pixel `/e/o/{token}`, click `/e/c/{token}/{target}`, view in browser
/// `/e/v/{token}`, unsubscribe `/unsubscribe/{token}`. A click's target is signed together with the
/// delivery, so that it leads nowhere but where the message said.
public final class TrackingLinks {
  /// The longest address that is tracked; longer ones stay as they were written (bytes in UTF-8).
  public static final int TARGET_BYTES_MAX = 2_000;

  /// How many links of one message can be told apart.
  public static final int LINKS_MAX = 0xFFFF;

  static final int INDEX_BYTES = 2;
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}]+");

  private final String baseUrl;
  private final DeliveryToken tokens;

  /// @param baseUrl as clients reach this server, without a slash at the end
  public TrackingLinks(String baseUrl, TrackingSecrets secrets) {
    this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    this.tokens = new DeliveryToken(secrets);
  }

  public DeliveryToken tokens() {
    return tokens;
  }

  public String baseUrl() {
    return baseUrl;
  }

  /// The links of one message.
  public MessageLinks of(DeliveryId delivery) {
    Seal seal = tokens.seal(delivery);
    return new MessageLinks(baseUrl, delivery, DeliveryToken.of(delivery, seal), seal);
  }

  public String pixelUrl(DeliveryId delivery) {
    return of(delivery).pixelUrl();
  }

  public String unsubscribeUrl(DeliveryId delivery) {
    return of(delivery).unsubscribeUrl();
  }

  public String clickUrl(DeliveryId delivery, int link, String href) {
    return of(delivery).clickUrl(link, href);
  }

  /// Whether an address leads to the web at all, rather than to a mailbox, a phone or an anchor.
  public static boolean trackable(String href) {
    return WEB.matcher(href).matches();
  }

  public Optional<TrackingHit> open(String token, Visitor visitor) {
    return tokens
        .verify(token)
        .map(delivery -> hit(delivery, Metric.OPENED, visitor, isMethod(visitor, "GET")));
  }

  /// A click; empty if token or target are not ours. A hit that does not count is still to be led
  /// to its target.
  public Optional<TrackingHit> click(String token, String target, Visitor visitor) {
    return tokens.verify(token).flatMap(delivery -> target(delivery, target, visitor));
  }

  /// An unsubscribe; it counts when it is a POST, as mail clients (RFC 8058) and our page send it.
  public Optional<TrackingHit> unsubscribe(String token, Visitor visitor) {
    return tokens
        .verify(token)
        .map(delivery -> hit(delivery, Metric.UNSUBSCRIBED, visitor, isMethod(visitor, "POST")));
  }

  /// Where one of our click links leads, if it is one; for showing a message's links as written.
  public Optional<String> original(String url) {
    String prefix = baseUrl + "/e/c/";
    int slash = url.indexOf('/', Math.min(prefix.length(), url.length()));
    if (!url.startsWith(prefix) || slash < 0) {
      return Optional.empty();
    }
    Visitor nobody = new Visitor("HEAD", null, null);
    return click(url.substring(prefix.length(), slash), url.substring(slash + 1), nobody)
        .map(TrackingHit::href);
  }

  private Optional<TrackingHit> target(DeliveryId delivery, String signed, Visitor visitor) {
    byte[] bytes = decode(signed);
    if (bytes.length <= Seal.BYTES + INDEX_BYTES) {
      return Optional.empty();
    }
    byte[] index = Arrays.copyOfRange(bytes, Seal.BYTES, Seal.BYTES + INDEX_BYTES);
    byte[] target = Arrays.copyOfRange(bytes, Seal.BYTES + INDEX_BYTES, bytes.length);
    byte[] actual = Arrays.copyOf(bytes, Seal.BYTES);
    if (!MessageDigest.isEqual(
        MessageLinks.seal(tokens.seal(delivery), delivery, index, target), actual)) {
      return Optional.empty();
    }
    int link = Short.toUnsignedInt(ByteBuffer.wrap(index).getShort());
    String href = new String(target, UTF_8);
    return Optional.of(
        new TrackingHit(
            delivery,
            Metric.CLICKED,
            href,
            link,
            UserAgents.of(visitor),
            isMethod(visitor, "GET")));
  }

  private static TrackingHit hit(
      DeliveryId delivery, Metric metric, Visitor visitor, boolean counts) {
    return new TrackingHit(delivery, metric, null, -1, UserAgents.of(visitor), counts);
  }

  private static boolean isMethod(Visitor visitor, String method) {
    return visitor.method().toUpperCase(Locale.ROOT).equals(method);
  }

  private static byte[] decode(String signed) {
    if (signed.length() > 2 * (TARGET_BYTES_MAX + Seal.BYTES)) {
      return new byte[0];
    }
    try {
      return Base64.getUrlDecoder().decode(signed);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }
}
