package dev.beckon.api.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/// The figures that the server keeps of its requests.
public final class Meters {
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;

  public Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  /// The meter of one route, with a timer for each class of status codes.
  RouteMeter of(Route route) {
    Timer[] byClass = new Timer[6];
    for (int hundred = 1; hundred < byClass.length; hundred++) {
      byClass[hundred] =
          Timer.builder("beckon.http.requests")
              .description("Requests answered, by route and class of status")
              .tag("method", route.method().name())
              .tag("route", route.path())
              .tag("status", hundred + "xx")
              .serviceLevelObjectives(BUCKETS)
              .register(registry);
    }
    return new RouteMeter(byClass);
  }

  /// A counter of the room's own.
  public Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  /// A timer of the room's own.
  public Timer timer(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
