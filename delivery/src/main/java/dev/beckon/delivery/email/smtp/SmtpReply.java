package dev.beckon.delivery.email.smtp;

import java.util.List;

/// What a server says to a command: a code of three digits, and one or more lines of text.
public record SmtpReply(int code, List<String> lines) {
  public SmtpReply {
    lines = List.copyOf(lines);
  }

  public boolean isPositive() {
    return code >= 200 && code < 300;
  }

  boolean isIntermediate() {
    return code >= 300 && code < 400;
  }

  public boolean isPermanent() {
    return code >= 500;
  }

  /// The server is about to close the connection.
  boolean isClosing() {
    return code == 421;
  }

  /// Whether the server refuses us rather than the message: it wants encryption, a login, or
  /// another password.
  public boolean isAboutLogin() {
    return switch (code) {
      case 454, 523, 530, 534, 535, 538 -> true;
      default -> false;
    };
  }

  /// Code and text on one line, as shown to people.
  public String text() {
    return code + " " + String.join(" / ", lines);
  }
}
