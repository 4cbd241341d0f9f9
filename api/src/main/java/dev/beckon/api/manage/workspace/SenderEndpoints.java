package dev.beckon.api.manage.workspace;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.json.Named;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.SenderHealth;
import dev.beckon.delivery.SenderTest;
import dev.beckon.delivery.email.Senders;
import dev.beckon.registry.Registry;
import dev.beckon.registry.workspace.Sender;
import org.jspecify.annotations.Nullable;

/// From whom a workspace's messages come and which way they go.
public final class SenderEndpoints {
  private static final String TAG = "Sender";

  private final Registry registry;
  private final SenderTest test;
  private final SenderHealth health;
  private final Senders senders;

  public SenderEndpoints(Registry registry, SenderTest test, SenderHealth health, Senders senders) {
    this.registry = registry;
    this.test = test;
    this.health = health;
    this.senders = senders;
  }

  public record SenderWishJson(
      String from, @Nullable String replyTo, Sender.Channel channel, @Nullable SmtpWishJson smtp) {}

  /// @param password left out: the stored one stays; null: none
  public record SmtpWishJson(
      String host,
      int port,
      @Named("starttls") Sender.StartTls startTls,
      @Nullable String username,
      @Nullable Value password) {}

  public record TrialJson(String to) {}

  /// @param reply the mail server's last line, or why there was no connection
  public record TriedJson(boolean accepted, String reply, int tookMs) {}

  public void on(Endpoints endpoints) {
    endpoints
        .tell(
            Method.PUT,
            WORKSPACE + "/sender",
            Access.OWNER,
            About.of(
                    TAG,
                    "Set the sender",
                    "With the sandbox nothing leaves the machine. A password that is left out stays.")
                .example(
                    """
                    {"from": "Acme <hello@acme.test>", "channel": "smtp",
                     "smtp": {"host": "smtp.acme.test", "port": 587, "starttls": "required", "username": "acme", "password": "secret"}}"""),
            SenderWishJson.class,
            SenderJson.class,
            this::change)
        .tell(
            Method.POST,
            WORKSPACE + "/sender/test",
            Access.OWNER,
            About.of(TAG, "Try the sender out", "Sends one message and says what came of it.")
                .example("{\"to\": \"ada@acme.test\"}"),
            TrialJson.class,
            TriedJson.class,
            this::test);
  }

  private SenderJson change(Call call, SenderWishJson body) {
    Sender sender =
        registry
            .workspaces()
            .changeSender(
                call.workspace(),
                new Sender.Wish(body.from(), body.replyTo(), smtp(body)),
                call.by())
            .sender();
    health.forget(call.workspace());
    return SenderJson.of(sender, health.of(call.workspace()));
  }

  private static Sender.@Nullable SmtpWish smtp(SenderWishJson body) {
    if (body.channel() == Sender.Channel.SANDBOX) {
      return null;
    }
    SmtpWishJson smtp = body.smtp();
    if (smtp == null) {
      throw Refusal.invalid("/smtp", "Expected the mail server's settings, but they are missing.");
    }
    return new Sender.SmtpWish(
        smtp.host(), smtp.port(), smtp.startTls(), smtp.username(), password(smtp.password()));
  }

  private static Sender.Password password(@Nullable Value value) {
    return switch (value) {
      case null -> new Sender.Password.Keep();
      case Value.Nothing _ -> new Sender.Password.None();
      case Value.Text(String text) when text.isEmpty() -> new Sender.Password.None();
      case Value.Text(String text) -> new Sender.Password.Set(text);
      case Value.Truth _, Value.Whole _, Value.Decimal _, Value.Items _, Value.Fields _ ->
          throw Refusal.invalid("/smtp/password", "Expected the password as text.");
    };
  }

  private TriedJson test(Call call, TrialJson body) {
    dev.beckon.delivery.email.Sender sender = senders.of(call.workspace());
    if (sender == null) {
      throw Refusal.notFound("Expected a workspace with a sender.");
    }
    SenderTest.Result result = test.run(sender, body.to());
    return new TriedJson(result.accepted(), result.reply(), result.tookMs());
  }
}
