package dev.beckon.delivery.email;

import dev.beckon.delivery.email.smtp.SmtpServer;
import org.jspecify.annotations.Nullable;

/// Who a workspace's e-mail comes from, and by which way it leaves.
///
/// @param from `Name <address>` or an address
public record Sender(int workspace, String from, @Nullable String replyTo, Transport transport) {

  /// The way a message leaves.
  public sealed interface Transport {}

  /// Nothing leaves; messages are shown in the sandbox inbox.
  public record ToSandbox() implements Transport {}

  public record ToSmtp(SmtpServer server) implements Transport {}
}
