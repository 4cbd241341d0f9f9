package dev.beckon.engine.query;

import dev.beckon.core.delivery.Metric;
import java.util.Set;

/// Which messages are asked for.
///
/// @param furthest any of these as [DeliveryView#furthest]; empty for all
/// @param campaign 0 for all
public record DeliveryFilter(Set<Metric> furthest, int campaign) {
  public static final DeliveryFilter ALL = new DeliveryFilter(Set.of(), 0);

  public DeliveryFilter {
    furthest = Set.copyOf(furthest);
  }

  boolean accepts(DeliveryView view) {
    return (campaign == 0 || campaign == view.origin().campaign())
        && (furthest.isEmpty() || furthest.contains(view.furthest()));
  }
}
