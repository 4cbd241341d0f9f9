package dev.beckon.delivery.tracking;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// A request to one of our links that we have signed ourselves.
///
/// @param metric OPENED, CLICKED or UNSUBSCRIBED
/// @param href where a click leads, null otherwise
/// @param link the link's position in its message, from 0; -1 where it is not a click
/// @param agent who made the request
/// @param counts whether the request means anything: a HEAD never does, and only a POST
///     unsubscribes
public record TrackingHit(
    DeliveryId delivery,
    Metric metric,
    @Nullable String href,
    int link,
    Agent agent,
    boolean counts) {

  /// What kind of client it was (spec: journeys.md, 4.17).
  public enum Agent {
    /// As far as we can tell, somebody's mail client or browser.
    HUMAN,
    /// An image proxy that fetches when somebody looks.
    PROXY,
    /// A mail service that fetches before anybody looks.
    PREFETCH,
    /// A security scanner, a crawler, a script.
    MACHINE
  }

  /// What the engine is told; only for hits that count.
  ///
  /// @param at epoch ms
  public Input.Report report(long at) {
    Value.Fields detail = Value.Fields.EMPTY;
    if (href != null) {
      detail = detail.with("href", Value.of(href)).with("link", Value.of(link));
    }
    detail =
        switch (agent) {
          case HUMAN -> detail;
          case PROXY -> detail.with("proxied", Value.of(true));
          case PREFETCH ->
              detail.with("prefetched", Value.of(true)).with("machine", Value.of(true));
          case MACHINE -> detail.with("machine", Value.of(true));
        };
    return new Input.Report(at, delivery, metric, detail);
  }
}
