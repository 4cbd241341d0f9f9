package dev.beckon.api.manage.message;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Response;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.api.manage.campaign.CampaignNames;
import dev.beckon.api.manage.campaign.JourneyIds;
import dev.beckon.api.manage.people.PersonViews;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.delivery.email.Mail;
import dev.beckon.delivery.sandbox.Sandbox;
import dev.beckon.delivery.sandbox.SandboxMessage;
import dev.beckon.delivery.sandbox.SandboxRow;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.query.Deliveries;
import dev.beckon.engine.query.DeliveryView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sandbox inbox: each message exactly as it would have arrived.
public final class SandboxEndpoints {
  private static final String TAG = "Sandbox";

  private final Sandbox sandbox;
  private final Deliveries deliveries;
  private final DeliveryToken tokens;
  private final PersonViews people;
  private final CampaignNames campaigns;

  public SandboxEndpoints(
      Sandbox sandbox,
      Deliveries deliveries,
      DeliveryToken tokens,
      PersonViews people,
      CampaignNames campaigns) {
    this.sandbox = sandbox;
    this.deliveries = deliveries;
    this.tokens = tokens;
    this.people = people;
    this.campaigns = campaigns;
  }

  public record InboxJson(List<SandboxJson.SandboxRowJson> items, @Nullable String next) {}

  public void on(Endpoints endpoints) {
    String message = WORKSPACE + "/sandbox/{id}";
    endpoints
        .get(
            WORKSPACE + "/sandbox",
            Access.VIEWER,
            About.of(TAG, "The inbox", "Newest first.")
                .asks("q", "words in recipient or subject")
                .asks("cursor", "`next` of the page before")
                .asks("limit", "1 to 200, 50 if absent")
                .example("{\"items\": [], \"next\": null}"),
            InboxJson.class,
            this::list)
        .get(
            message,
            Access.VIEWER,
            About.of(TAG, "One message of the inbox", "Its pixel and links work as in a mailbox.")
                .example("{}"),
            SandboxJson.class,
            this::one)
        .raw(
            Method.GET,
            message + "/raw",
            Access.VIEWER,
            About.of(TAG, "A message as it would have gone out", "Byte for byte.")
                .asks("download", "if present, browsers save it")
                .as("message/rfc822")
                .example("Subject: Hello"),
            this::raw)
        .act(
            Method.DELETE,
            WORKSPACE + "/sandbox",
            Access.EDITOR,
            About.of(TAG, "Empty the inbox", "Deliveries stay.").example("{}"),
            call -> sandbox.clear(call.workspace()));
  }

  private InboxJson list(Call call) {
    List<SandboxRow> rows =
        sandbox.list(call.workspace(), call.words(), before(call.cursor()), call.limit());
    return new InboxJson(
        rows.stream().map(row -> row(call.workspace(), row)).toList(),
        rows.size() < call.limit() ? null : Long.toString(rows.getLast().sequence()));
  }

  private static long before(@Nullable String cursor) {
    try {
      return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
    } catch (NumberFormatException _) {
      throw Refusal.invalid("Expected a cursor of this listing, but got " + cursor + ".");
    }
  }

  private SandboxJson one(Call call) {
    SandboxMessage message = read(call);
    DeliveryView view = delivery(call.workspace(), message.row().id());
    return new SandboxJson(
        row(call.workspace(), message.row()),
        DeliveryViews.headers(message),
        message.html(),
        message.text(),
        message.sizeBytes(),
        message.links().stream().map(link -> link(link, view)).toList(),
        message.unsubscribeUrl());
  }

  private static SandboxJson.MailLinkJson link(
      SandboxMessage.Link link, @Nullable DeliveryView view) {
    return new SandboxJson.MailLinkJson(
        link.url(), link.trackedUrl(), view == null ? 0 : DeliveryViews.clicks(view, link.url()));
  }

  private Response raw(Call call) {
    byte[] bytes =
        sandbox
            .raw(call.workspace(), call.request().segment("id"))
            .orElseThrow(SandboxEndpoints::missing);
    Response response =
        Response.bytes(200, "message/rfc822", bytes).with("cache-control", "no-store");
    return call.request().query("download") == null
        ? response
        : response.with("content-disposition", "attachment; filename=\"message.eml\"");
  }

  private SandboxMessage read(Call call) {
    return sandbox
        .read(call.workspace(), call.request().segment("id"))
        .orElseThrow(SandboxEndpoints::missing);
  }

  private static Refusal missing() {
    return Refusal.notFound("Expected a message of the inbox, but it is not there any more.");
  }

  private SandboxJson.SandboxRowJson row(int workspace, SandboxRow row) {
    Mail.Note note = row.note();
    Mail.Origin origin = note.origin();
    DeliveryView view = delivery(workspace, row.id());
    PersonKey person = origin == null ? null : PersonKey.parse(workspace, origin.person());
    return new SandboxJson.SandboxRowJson(
        row.id(),
        Instant.ofEpochMilli(note.at()),
        note.to(),
        note.from(),
        note.subject(),
        note.preheader(),
        person == null ? null : people.ref(person),
        origin == null ? null : campaigns.ref(workspace, origin.campaign()),
        origin == null || person == null ? null : JourneyIds.of(person, origin.journey()),
        view == null ? null : DeliveryViews.first(view, Metric.OPENED),
        view == null ? null : DeliveryViews.first(view, Metric.CLICKED));
  }

  private @Nullable DeliveryView delivery(int workspace, String id) {
    return tokens
        .verify(id)
        .filter(found -> found.person().workspace() == workspace)
        .flatMap(deliveries::one)
        .orElse(null);
  }
}
