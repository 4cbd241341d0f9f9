package dev.beckon.api.app;

import dev.beckon.api.http.Router;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.query.Queries;
import dev.beckon.registry.Registry;

/// All endpoints of the App API with what they read from.
public final class AppApi {
  private final AppGate gate;
  private final Registry registry;
  private final Queries queries;
  private final DeliveryToken tokens;

  /// @param tokens write the ids of messages
  public AppApi(AppGate gate, Registry registry, Queries queries, DeliveryToken tokens) {
    this.gate = gate;
    this.registry = registry;
    this.queries = queries;
    this.tokens = tokens;
  }

  /// Everything under `/v1` that nobody else claims answers in this API's words.
  public Router addTo(Router router) {
    Lookup lookup = new Lookup(queries);
    Messages messages = new Messages(queries, tokens);
    ActivityFeed activities = new ActivityFeed(queries, lookup, tokens);
    Segments segments = new Segments(registry, queries);
    return router
        .speak("/v1", new AppDialect())
        .add(new CustomerEndpoint(gate, lookup, messages, activities, segments).routes())
        .add(new SegmentEndpoint(gate, segments, queries).routes())
        .add(new ActivityEndpoint(gate, activities).routes())
        .add(new MessageEndpoint(gate, messages).routes())
        .add(new CampaignEndpoint(gate, registry, messages).routes());
  }
}
