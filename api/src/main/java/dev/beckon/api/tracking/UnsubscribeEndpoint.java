package dev.beckon.api.tracking;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Dialect;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.json.JsonReader;
import dev.beckon.api.track.TrackDialect;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.tracking.TrackingHit;
import dev.beckon.delivery.tracking.TrackingLinks;
import dev.beckon.engine.query.People;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;

/// Unsubscribing from a message: the page that asks, its form, the one click of mail clients
/// (RFC 8058), and the call of programs (spec: data-in.md, 1.16; journeys.md, 4.10).
///
/// Looking never unsubscribes: scanners follow every link. What a POST of a browser or mail client
/// says besides does not matter, because whoever sends one wants out.
final class UnsubscribeEndpoint {
  private static final String TAG = "Links in messages";
  private static final Dialect PROGRAMS = new TrackDialect();
  private static final byte[] DONE = "{}".getBytes(StandardCharsets.UTF_8);

  private final TrackingLinks links;
  private final Reports reports;
  private final People people;
  private final IntFunction<String> workspaceNames;

  /// @param workspaceNames what the workspace's readers call it
  UnsubscribeEndpoint(
      TrackingLinks links, Reports reports, People people, IntFunction<String> workspaceNames) {
    this.links = links;
    this.reports = reports;
    this.people = people;
    this.workspaceNames = workspaceNames;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            Method.GET,
            "/unsubscribe/{token}",
            About.of(TAG, "Ask to unsubscribe", "A page that asks for confirmation.")
                .as("text/html"),
            this::ask),
        new Route(
            Method.POST,
            "/unsubscribe/{token}",
            About.of(
                    TAG,
                    "Unsubscribe",
                    "The form of the page, one click of a mail client (RFC 8058), or JSON, where"
                        + " false takes it back; credited to the message.")
                .example("{\"unsubscribe\": true}"),
            this::unsubscribe));
  }

  private Response ask(Request request) {
    TrackingHit hit = hit(request);
    return new Page(
            "Unsubscribe?",
            "You will get no more e-mails from " + sender(hit) + " at " + address(hit) + ".",
            "Unsubscribe")
        .answer(200);
  }

  private Response unsubscribe(Request request) {
    String body = new String(request.body(), StandardCharsets.UTF_8).strip();
    if (isJson(request, body)) {
      try {
        return byProgram(request);
      } catch (Refusal refusal) {
        return PROGRAMS.refuse(refusal);
      }
    }
    TrackingHit hit = hit(request);
    reports.tell(hit);
    if (body.contains(Page.CONFIRMED + "=")) {
      return Page.of(
              "You are unsubscribed",
              "You will get no more e-mails from " + sender(hit) + " at " + address(hit) + ".")
          .answer(200);
    }
    return Response.text(200, "text/plain; charset=utf-8", "Unsubscribed.\n");
  }

  private Response byProgram(Request request) {
    Value wish = JsonReader.DATA.fields(request.body()).get("unsubscribe");
    if (!(wish instanceof Value.Truth(boolean unsubscribe))) {
      throw Refusal.invalid(
          "Expected {\"unsubscribe\": true}, but unsubscribe is not true or false.");
    }
    TrackingHit hit = hit(request);
    if (unsubscribe) {
      reports.tell(hit);
    } else {
      reports.resubscribe(hit.delivery());
    }
    return Response.json(200, DONE);
  }

  private TrackingHit hit(Request request) {
    return links
        .unsubscribe(request.segment("token"), Reports.visitor(request))
        .orElseThrow(() -> Refusal.invalid("Expected the id of a delivery, but this is none."));
  }

  private static boolean isJson(Request request, String body) {
    String type = request.header("content-type");
    return body.startsWith("{") || (type != null && type.contains("json"));
  }

  private String sender(TrackingHit hit) {
    return workspaceNames.apply(hit.delivery().person().workspace());
  }

  private String address(TrackingHit hit) {
    PersonKey key = hit.delivery().person();
    String address =
        people
            .byKey(key)
            .map(person -> person.profile().identifiers())
            .map(names -> names.emailValue())
            .orElse(null);
    return address == null ? "this address" : MaskedAddress.of(address);
  }
}
