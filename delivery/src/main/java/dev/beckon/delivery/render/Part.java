package dev.beckon.delivery.render;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A part of a message's content.
public enum Part {
  SUBJECT("Subject", MessageLimits.HTML_BYTES_MAX),
  PREHEADER("Preheader", MessageLimits.HTML_BYTES_MAX),
  HTML("HTML", MessageLimits.HTML_BYTES_MAX),
  TEXT("Text", MessageLimits.TEXT_BYTES_MAX),
  FROM("From", MessageLimits.HTML_BYTES_MAX),
  REPLY_TO("Reply-To", MessageLimits.HTML_BYTES_MAX),
  LAYOUT("Layout", MessageLimits.HTML_BYTES_MAX);

  private final String title;
  private final int outputBytesMax;

  Part(String title, int outputBytesMax) {
    this.title = title;
    this.outputBytesMax = outputBytesMax;
  }

  /// The field's name in definitions.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The name for people.
  public String title() {
    return title;
  }

  int outputBytesMax() {
    return outputBytesMax;
  }

  @Nullable String of(Content content) {
    return switch (this) {
      case SUBJECT -> content.subject();
      case PREHEADER -> content.preheader();
      case HTML -> content.html();
      case TEXT -> content.text();
      case FROM -> content.from();
      case REPLY_TO -> content.replyTo();
      case LAYOUT -> content.layout();
    };
  }
}
