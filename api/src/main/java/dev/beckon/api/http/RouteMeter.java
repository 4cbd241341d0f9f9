package dev.beckon.api.http;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/// Counts and times what one route answered.
final class RouteMeter {
  private final Timer[] byClass;

  RouteMeter(Timer[] byClass) {
    this.byClass = byClass;
  }

  void record(int status, long nanos) {
    byClass[Math.clamp(status / 100, 1, byClass.length - 1)].record(nanos, TimeUnit.NANOSECONDS);
  }
}
