package dev.beckon.registry.workspace;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// From whom a workspace's messages come and which way they go.
///
/// @param from `Acme <hello@acme.com>`
/// @param smtp the server that takes them; null for the sandbox
public record Sender(String from, @Nullable String replyTo, @Nullable Smtp smtp) {

  public enum Channel {
    SANDBOX,
    SMTP
  }

  /// When a connection must be encrypted.
  public enum StartTls {
    NEVER,
    IF_OFFERED,
    REQUIRED;

    /// The word in settings and in the API.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param passwordSet whether there is one; itself it is only given to delivery
  public record Smtp(
      String host, int port, StartTls startTls, @Nullable String username, boolean passwordSet) {}

  public Channel channel() {
    return smtp == null ? Channel.SANDBOX : Channel.SMTP;
  }

  /// How a sender is to be from now on.
  ///
  /// @param smtp null for the sandbox
  public record Wish(String from, @Nullable String replyTo, @Nullable SmtpWish smtp) {}

  /// @param password what to do about it
  public record SmtpWish(
      String host, int port, StartTls startTls, @Nullable String username, Password password) {}

  /// What becomes of a stored password.
  public sealed interface Password {
    record Keep() implements Password {}

    record None() implements Password {}

    record Set(String secret) implements Password {}
  }

  /// Everything that is needed to connect.
  public record Account(
      String host,
      int port,
      StartTls startTls,
      @Nullable String username,
      @Nullable String password) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }
}
