package dev.beckon.server.demo;

import dev.beckon.core.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// The last weeks of a young product that sells dashboards: who signs up, who stays, who pays.
final class DemoPlot {
  static final int PEOPLE = 460;
  static final Duration SPAN = Duration.ofDays(75);

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final SplittableRandom chance;
  private final long until;
  private final List<Happening> happenings = new ArrayList<>();

  private DemoPlot(long seed, long until) {
    this.chance = new SplittableRandom(seed);
    this.until = until;
  }

  /// Everything that happens up to a time, in its order.
  static List<Happening> until(long seed, long until) {
    DemoPlot plot = new DemoPlot(seed, until);
    for (int i = 1; i <= PEOPLE; i++) {
      long age = (long) (SPAN.toMillis() * Math.pow(plot.chance.nextDouble(), 1.15));
      plot.live(DemoPerson.of(i, until - age, plot.chance));
    }
    Collections.sort(plot.happenings);
    return plot.happenings;
  }

  private void live(DemoPerson person) {
    become(
        person,
        person.signedUpAt(),
        Value.Fields.EMPTY
            .with("first_name", Value.of(person.firstName()))
            .with("last_name", Value.of(person.lastName()))
            .with("company", Value.of(person.company()))
            .with("plan_type", Value.of("trial"))
            .with("created_at", Value.of(person.signedUpAt() / 1_000)));
    String source = chance.nextDouble() < 0.6 ? "website" : "invitation";
    happen(
        person,
        person.signedUpAt() + 1_000,
        "signed_up",
        Value.Fields.EMPTY.with("source", Value.of(source)));
    if (person.keen() > 0.25) {
      activate(person);
    }
    logIn(person);
    if (person.keen() > 0.4) {
      explore(person);
    }
  }

  private void activate(DemoPerson person) {
    long after = (long) (HOUR * (1 + 40 * chance.nextDouble() * (1.2 - person.keen())));
    happen(
        person,
        person.signedUpAt() + after,
        "activated",
        Value.Fields.EMPTY.with("first_report", Value.of("Revenue by week")));
  }

  private void logIn(DemoPerson person) {
    long at = person.signedUpAt() + HOUR;
    long stays = (long) (DAY * (2 + 60 * person.keen() * chance.nextDouble()));
    while (at < until && at < person.signedUpAt() + stays) {
      happen(person, at, "app_login", Value.Fields.EMPTY);
      at += (long) (DAY * (0.4 + 3.5 * chance.nextDouble() * (1.3 - person.keen())));
    }
  }

  private void explore(DemoPerson person) {
    long at = person.signedUpAt() + (long) (DAY * (1 + 8 * chance.nextDouble()));
    happen(person, at, "feature_activated", feature("reporting_dashboard"));
    if (person.keen() > 0.6) {
      long later = at + (long) (DAY * (0.5 + 5 * chance.nextDouble()));
      happen(person, later, "feature_activated", feature("analytics"));
    }
    if (person.keen() > 0.55) {
      long looked = at + (long) (DAY * (3 + 6 * chance.nextDouble()));
      happen(person, looked, "pricing_viewed", Value.Fields.EMPTY);
    }
    if (person.keen() > 0.7) {
      long paid = at + (long) (DAY * (4 + 10 * chance.nextDouble()));
      become(person, paid, Value.Fields.EMPTY.with("plan_type", Value.of("pro")));
      happen(
          person,
          paid,
          "subscribed",
          Value.Fields.EMPTY.with("plan", Value.of("pro")).with("amount", Value.of(49)));
    }
  }

  private static Value.Fields feature(String name) {
    return Value.Fields.EMPTY.with("feature_name", Value.of(name));
  }

  private void happen(DemoPerson person, long at, String event, Value.Fields data) {
    if (at < until) {
      happenings.add(new Happening(person, at, event, data));
    }
  }

  private void become(DemoPerson person, long at, Value.Fields attributes) {
    happen(person, at, "", attributes);
  }
}
