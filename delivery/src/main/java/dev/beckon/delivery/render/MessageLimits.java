package dev.beckon.delivery.render;

/// How large the parts of one message may become.
public final class MessageLimits {
  /// Code units of the subject, white space folded.
  public static final int SUBJECT_CHARS_MAX = 998;

  public static final int PREHEADER_CHARS_MAX = 1_000;

  /// Bytes in UTF-8, the layout included, before links are tracked.
  public static final int HTML_BYTES_MAX = 2 * 1024 * 1024;

  /// Bytes in UTF-8.
  public static final int TEXT_BYTES_MAX = 1024 * 1024;

  /// How many parsed contents are kept for the next message.
  public static final int CONTENTS_KEPT_MAX = 1_000;

  private MessageLimits() {}
}
