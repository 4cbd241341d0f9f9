package dev.beckon.delivery.email.smtp;

import org.jspecify.annotations.Nullable;

/// A mail server that takes messages from us; on port 465 TLS starts with the first byte.
public record SmtpServer(
    String host,
    int port,
    StartTls startTls,
    @Nullable String username,
    @Nullable String password) {
  static final int IMPLICIT_TLS_PORT = 465;

  public SmtpServer {
    if (host.isBlank() || port < 1 || port > 0xFFFF) {
      throw new IllegalArgumentException(
          "Expected a host and a port from 1 to 65535, but got \"" + host + "\", " + port + ".");
    }
  }

  boolean implicitTls() {
    return port == IMPLICIT_TLS_PORT;
  }

  /// Host and port; never the password.
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
