package dev.beckon.delivery.email;

/// Hands one e-mail to whoever takes it further; blocks until that is settled.
public interface EmailChannel {

  /// Never throws for what the network or the provider does, and returns within a bounded time.
  Answer send(Sender sender, Mail mail);

  /// Whether sending the same message again changes nothing, so that no attempt has to be written
  /// down.
  boolean idempotent();
}
