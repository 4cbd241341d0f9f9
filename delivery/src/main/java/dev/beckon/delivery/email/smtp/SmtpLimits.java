package dev.beckon.delivery.email.smtp;

import java.time.Duration;

/// How long each phase of a conversation may take in all, and how much a server may say.
///
/// @param connect looking the host up and connecting
/// @param greeting until the server has greeted us
/// @param tls the TLS handshake
/// @param command one command, or one group of pipelined commands, with its replies
/// @param data sending the message
/// @param finish from the message's end to the server's word on it
/// @param idle how long a connection is kept without use
public record SmtpLimits(
    Duration connect,
    Duration greeting,
    Duration tls,
    Duration command,
    Duration data,
    Duration finish,
    Duration idle) {

  /// The longest line that a server may send (bytes, without its end).
  public static final int REPLY_LINE_BYTES_MAX = 2_000;

  /// The most lines that one reply may have.
  public static final int REPLY_LINES_MAX = 100;

  /// How many connections of one sender there may be at the same time.
  public static final int CONNECTIONS_PER_SENDER_MAX = 8;

  /// How many messages are sent over one connection before it is closed.
  public static final int MESSAGES_PER_CONNECTION_MAX = 100;

  public static final SmtpLimits STANDARD =
      new SmtpLimits(
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120),
          Duration.ofSeconds(180),
          Duration.ofSeconds(30));
}
