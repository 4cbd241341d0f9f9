package dev.beckon.delivery.email;

/// What came of one attempt to hand a message over.
public sealed interface Answer {

  /// The server's last line, or why there is none; for people to read.
  String reply();

  /// The provider has taken the message.
  ///
  /// @param arrived whether it is known to have reached the mailbox, too
  record Accepted(String reply, boolean arrived) implements Answer {}

  /// The provider will never take this message.
  record Refused(String reply) implements Answer {}

  /// Not now; the same message may be taken later.
  ///
  /// @param fault who has the trouble
  record NotNow(String reply, Fault fault) implements Answer {}

  /// Where the trouble is when a message was not taken.
  enum Fault {
    /// The server has refused this message for now, with a reply.
    MESSAGE,
    /// The server cannot be reached, does not speak SMTP, or does not let us in.
    SERVER,
    /// The connection broke after the last byte: the message may have been taken.
    UNCERTAIN
  }
}
