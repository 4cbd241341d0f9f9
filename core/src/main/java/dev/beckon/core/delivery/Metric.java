package dev.beckon.core.delivery;

import java.util.Locale;

/// What can become of a message (spec: journeys.md, 4.1); bytes are stored and never change.
public enum Metric {
  CREATED(1),
  ATTEMPTED(2),
  SENT(3),
  DELIVERED(4),
  OPENED(5),
  CLICKED(6),
  CONVERTED(7),
  DEFERRED(8),
  BOUNCED(9),
  SUPPRESSED(10),
  FAILED(11),
  UNDELIVERABLE(12),
  SPAMMED(13),
  UNSUBSCRIBED(14);

  private final int code;

  Metric(int code) {
    this.code = code;
  }

  public byte code() {
    return (byte) code;
  }

  /// The name in APIs and activities.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the dispatcher is done with the message, so that it leaves the outbox.
  public boolean endsDispatch() {
    return switch (this) {
      case SENT, BOUNCED, SUPPRESSED, FAILED, UNDELIVERABLE -> true;
      case CREATED,
          ATTEMPTED,
          DELIVERED,
          OPENED,
          CLICKED,
          CONVERTED,
          DEFERRED,
          SPAMMED,
          UNSUBSCRIBED ->
          false;
    };
  }

  public static Metric ofCode(byte code) {
    for (Metric metric : values()) {
      if (metric.code == code) {
        return metric;
      }
    }
    throw new IllegalArgumentException("Expected the code of a metric, but got " + code + ".");
  }
}
