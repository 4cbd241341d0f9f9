package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Filter.Named.filter;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The filters of messages for digests and encodings.
final class DigestFilters {

  static final List<Filter.Named> ALL =
      List.of(
          filter("md5", 0, 0, (input, call) -> digest("MD5", input, call)),
          filter("sha1", 0, 0, (input, call) -> digest("SHA-1", input, call)),
          filter("sha256", 0, 0, (input, call) -> digest("SHA-256", input, call)),
          filter("hmac_sha1", 1, 1, (input, call) -> keyed("HmacSHA1", input, call)),
          filter("hmac_sha256", 1, 1, (input, call) -> keyed("HmacSHA256", input, call)),
          filter("base64", 0, 0, (input, call) -> base64(EscapeFilters.bytes(call.textOf(input)))),
          filter("hex_base64", 0, 0, DigestFilters::hexToBase64),
          filter("xml_escape", 0, 0, (input, call) -> xml(call.textOf(input))),
          filter(
              "cgi_escape",
              0,
              0,
              (input, call) -> EscapeFilters.percentEncoded(call.textOf(input), "-_.~", "+")),
          filter(
              "uri_escape",
              0,
              0,
              (input, call) ->
                  EscapeFilters.percentEncoded(
                      call.textOf(input), "-_.~!*'();:@&=+$,/?#[]", "%20")));

  private DigestFilters() {}

  private static String digest(String algorithm, @Nullable Object input, FilterCall call) {
    try {
      var digest = MessageDigest.getInstance(algorithm);
      return EscapeFilters.hex(digest.digest(EscapeFilters.bytes(call.textOf(input))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Expected the platform to know " + algorithm + ", but it does not", e);
    }
  }

  private static String keyed(String algorithm, @Nullable Object input, FilterCall call) {
    if (call.text(0).isEmpty()) {
      throw call.expected("a key for " + call.name() + ", but it is empty.");
    }
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(EscapeFilters.bytes(call.text(0)), algorithm));
      return EscapeFilters.hex(mac.doFinal(EscapeFilters.bytes(call.textOf(input))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Expected the platform to know " + algorithm + ", but it does not", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String hexToBase64(@Nullable Object input, FilterCall call) {
    try {
      return base64(HexFormat.of().parseHex(call.textOf(input)));
    } catch (IllegalArgumentException _) {
      throw call.expected("pairs of hexadecimal digits, but got " + Values.describe(input) + ".");
    }
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }
}
