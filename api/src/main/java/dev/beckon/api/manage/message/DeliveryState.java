package dev.beckon.api.manage.message;

import dev.beckon.core.delivery.Metric;
import java.util.EnumSet;
import java.util.Set;

/// How far a message has come, in the words of the console.
public enum DeliveryState {
  QUEUED,
  SENT,
  DELIVERED,
  OPENED,
  CLICKED,
  CONVERTED,
  BOUNCED,
  FAILED,
  HELD,
  UNSUBSCRIBED;

  public static DeliveryState of(Metric metric) {
    return switch (metric) {
      case CREATED, ATTEMPTED, DEFERRED -> QUEUED;
      case SENT -> SENT;
      case DELIVERED -> DELIVERED;
      case OPENED -> OPENED;
      case CLICKED -> CLICKED;
      case CONVERTED -> CONVERTED;
      case BOUNCED -> BOUNCED;
      case FAILED -> FAILED;
      case SUPPRESSED, UNDELIVERABLE -> HELD;
      case SPAMMED, UNSUBSCRIBED -> UNSUBSCRIBED;
    };
  }

  Set<Metric> metrics() {
    Set<Metric> metrics = EnumSet.noneOf(Metric.class);
    for (Metric metric : Metric.values()) {
      if (of(metric) == this) {
        metrics.add(metric);
      }
    }
    return metrics;
  }
}
