package dev.beckon.simulator.audit;

import dev.beckon.core.delivery.Metric;
import java.util.EnumSet;
import java.util.Set;

/// A message that must be sent, in the model, and what is known to have become of it.
public final class Letter {
  private final int program;
  private final String step;
  private final long at;
  private final String recipient;
  private final Set<Metric> outcomes = EnumSet.of(Metric.CREATED);
  private long sentAt;

  Letter(int program, String step, long at, String recipient) {
    this.program = program;
    this.step = step;
    this.at = at;
    this.recipient = recipient;
    this.sentAt = at;
  }

  public int program() {
    return program;
  }

  public String step() {
    return step;
  }

  /// When it was decided on (epoch ms).
  public long at() {
    return at;
  }

  /// Notes an outcome.
  ///
  /// @return whether it is the first of its kind
  boolean note(Metric metric, long when) {
    if (metric == Metric.SENT && !outcomes.contains(Metric.SENT)) {
      sentAt = when;
    }
    return outcomes.add(metric);
  }

  boolean has(Metric metric) {
    return outcomes.contains(metric);
  }

  /// From when a goal counts (epoch ms).
  long sentAt() {
    return sentAt;
  }

  /// In one line, so that lists of letters can be compared.
  public String line() {
    return line(at, program, step, recipient);
  }

  public static String line(long at, int program, String step, String recipient) {
    return at + ": program " + program + ", " + step + ", to " + recipient;
  }
}
