package dev.beckon.delivery.email.smtp;

/// A conversation that cannot go on, for another reason than a reply to the message itself.
public final class SmtpException extends Exception {
  private static final long serialVersionUID = 1L;

  /// How far the conversation had come.
  public enum Stage {
    /// Connecting, greeting, encrypting, logging in.
    OPENING,
    /// The message was not complete yet: it was surely not taken.
    SENDING,
    /// The message was complete, the answer missing: it may have been taken.
    FINISHING
  }

  private final Stage stage;

  SmtpException(Stage stage, String message) {
    super(message);
    this.stage = stage;
  }

  public Stage stage() {
    return stage;
  }
}
