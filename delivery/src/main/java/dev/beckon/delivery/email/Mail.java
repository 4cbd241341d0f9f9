package dev.beckon.delivery.email;

import org.jspecify.annotations.Nullable;

/// One message, complete: the envelope, the bytes, and a note of what it is about.
///
/// @param id the delivery's token; the same for every attempt
/// @param message RFC 5322 with CRLF line ends
@SuppressWarnings("ArrayRecordComponent") // written once by the composer, read once by the channel
public record Mail(String id, Envelope envelope, byte[] message, Note note) {

  /// The header of the same name, angle brackets included.
  public String messageId() {
    String from = envelope.from();
    return "<" + id + from.substring(from.lastIndexOf('@')) + ">";
  }

  /// Addresses without names, as the provider is told them.
  public record Envelope(String from, String to) {}

  /// What is listed of a message in an inbox.
  ///
  /// @param at epoch ms
  /// @param origin where it comes from, null for a test message
  public record Note(
      long at,
      String from,
      String to,
      String subject,
      @Nullable String preheader,
      @Nullable Origin origin) {}

  /// The step that sent it, and whom to.
  ///
  /// @param person `cio_id` as 16 hex digits
  public record Origin(String person, int campaign, String step, long journey) {}
}
