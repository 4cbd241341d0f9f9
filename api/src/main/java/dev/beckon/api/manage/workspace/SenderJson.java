package dev.beckon.api.manage.workspace;

import dev.beckon.api.json.Named;
import dev.beckon.delivery.SenderHealth;
import dev.beckon.registry.workspace.Sender;
import org.jspecify.annotations.Nullable;

/// From whom a workspace's messages come, by which way they leave, and whether that works.
///
/// @param lastError what the mail server said when it last refused, null while all is well
public record SenderJson(
    Sender.Channel channel,
    String from,
    @Nullable String replyTo,
    @Nullable SmtpJson smtp,
    SenderHealth.State state,
    @Nullable String lastError) {

  /// The mail server; the password itself is never shown.
  public record SmtpJson(
      String host,
      int port,
      @Named("starttls") Sender.StartTls startTls,
      @Nullable String username,
      boolean passwordSet) {}

  static SenderJson of(Sender sender, SenderHealth.Health health) {
    Sender.Smtp smtp = sender.smtp();
    return new SenderJson(
        sender.channel(),
        sender.from(),
        sender.replyTo(),
        smtp == null
            ? null
            : new SmtpJson(
                smtp.host(), smtp.port(), smtp.startTls(), smtp.username(), smtp.passwordSet()),
        smtp == null ? SenderHealth.State.OK : health.state(),
        smtp == null ? null : health.error());
  }
}
