package dev.beckon.simulator.audit;

import java.util.ArrayList;
import java.util.List;

/// When nothing may be sent to a person, because they do not want it or their address refuses it.
public final class Muting {
  private static final long STILL = Long.MAX_VALUE;

  private final List<Span> spans = new ArrayList<>();

  /// A span of time (epoch ms); at its two ends it is not known what came first.
  record Span(long from, long to) {}

  void note(boolean muted, long at) {
    boolean before = !spans.isEmpty() && spans.getLast().to() == STILL;
    if (muted && !before) {
      spans.add(new Span(at, STILL));
    } else if (!muted && before) {
      spans.set(spans.size() - 1, new Span(spans.getLast().from(), at));
    }
  }

  /// Whether nothing may have been sent at an instant.
  public boolean covers(long at) {
    for (Span span : spans) {
      if (at > span.from() && at < span.to()) {
        return true;
      }
    }
    return false;
  }
}
