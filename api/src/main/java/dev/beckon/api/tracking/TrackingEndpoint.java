package dev.beckon.api.tracking;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.delivery.tracking.TrackingHit;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/// The open pixel, clicks, and the message in the browser (spec: journeys.md, 4.16 and 4.17).
///
/// A click leads where its link was signed to lead and nowhere else.
final class TrackingEndpoint {
  private static final String TAG = "Links in messages";

  /// A transparent GIF of one pixel.
  private static final byte[] PIXEL =
      HexFormat.of()
          .parseHex(
              "47494638396101000100800000000000ffffff"
                  + "21f90401000000002c00000000010001000002024401003b");

  /// Authored HTML on our own address: it may load images, and can neither run scripts nor act in
  /// the name of whoever is logged in here.
  private static final String FOREIGN =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src * data:;"
          + " style-src 'unsafe-inline' *; font-src * data:; base-uri 'none'; form-action 'none'";

  private final TrackingLinks links;
  private final Reports reports;
  private final SentMessages sent;

  TrackingEndpoint(TrackingLinks links, Reports reports, SentMessages sent) {
    this.links = links;
    this.reports = reports;
    this.sent = sent;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            Method.GET,
            "/e/o/{token}",
            About.of(TAG, "Open pixel", "A transparent pixel; loading it reports an open.")
                .as("image/gif"),
            this::open),
        new Route(
            Method.GET,
            "/e/c/{token}/{target}",
            About.of(TAG, "Follow a link", "Reports the click and leads to the signed target.")
                .gives(302, null)
                .as("text/html"),
            this::click),
        new Route(
            Method.GET,
            "/e/v/{token}",
            About.of(TAG, "View in browser", "The message as it was sent, while it is kept.")
                .as("text/html"),
            this::view));
  }

  /// Everybody gets the pixel, so that no mail shows a broken image.
  private Response open(Request request) {
    links.open(request.segment("token"), Reports.visitor(request)).ifPresent(reports::tryToTell);
    return Response.bytes(200, "image/gif", PIXEL)
        .with("cache-control", "no-store, max-age=0")
        .with("x-content-type-options", "nosniff");
  }

  private Response click(Request request) {
    TrackingHit hit =
        links
            .click(request.segment("token"), request.segment("target"), Reports.visitor(request))
            .orElseThrow(TrackingEndpoint::forged);
    String target = hit.href();
    if (target == null) {
      throw forged();
    }
    reports.tryToTell(hit);
    return Response.empty(302)
        .with("location", ascii(target))
        .with("cache-control", "no-store")
        .with("x-robots-tag", "noindex");
  }

  private Response view(Request request) {
    String html =
        links
            .tokens()
            .verify(request.segment("token"))
            .flatMap(sent::html)
            .orElseThrow(() -> Refusal.notFound("Expected a message that is kept."));
    return Response.text(200, "text/html; charset=utf-8", html)
        .with("cache-control", "no-store")
        .with("content-security-policy", FOREIGN)
        .with("referrer-policy", "no-referrer")
        .with("x-content-type-options", "nosniff")
        .with("x-robots-tag", "noindex");
  }

  private static Refusal forged() {
    return Refusal.invalid("Expected a link of one of our messages.");
  }

  /// An address as a header can carry it: what is not ASCII is percent-encoded.
  private static String ascii(String address) {
    StringBuilder out = new StringBuilder(address.length());
    for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b < 0x7f) {
        out.append((char) b);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }
}
