package dev.beckon.api.app;

import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.core.delivery.Metric;
import dev.beckon.engine.query.DeliveryFilter;
import dev.beckon.engine.query.DeliveryView;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which messages a call asks for: what the store can look for, and what is sifted afterwards.
///
/// @param campaign 0 for all
/// @param action a step's number, null for all
/// @param type a channel, null for all
/// @param metric what must have happened to it, null for anything
/// @param from Unix seconds
/// @param to Unix seconds
record MessageSieve(
    int campaign,
    @Nullable Long action,
    @Nullable String type,
    @Nullable Metric metric,
    long from,
    long to) {
  private static final int NO_CAMPAIGN = -1;

  /// What messages of campaigns never have.
  private static final List<String> FOREIGN =
      List.of("newsletter_id", "transactional_id", "trigger_id", "template_id", "content_id");

  static MessageSieve of(Request request) {
    Long campaign = Asked.whole(request, "campaign_id");
    Long from = Asked.whole(request, "start_ts");
    Long to = Asked.whole(request, "end_ts");
    String type = request.query("type");
    return new MessageSieve(
        asksForOthers(request) ? NO_CAMPAIGN : campaign == null ? 0 : number(campaign),
        Asked.whole(request, "action_id"),
        type == null || type.isEmpty() ? null : type,
        metric(request.query("metric")),
        from == null ? Long.MIN_VALUE : from,
        to == null ? Long.MAX_VALUE : to);
  }

  private static boolean asksForOthers(Request request) {
    return "true".equals(request.query("drafts"))
        || FOREIGN.stream().anyMatch(name -> request.query(name) != null);
  }

  /// The id of a campaign; what cannot be one is [#NO_CAMPAIGN].
  private static int number(long campaign) {
    return campaign < 1 || campaign > Integer.MAX_VALUE ? NO_CAMPAIGN : (int) campaign;
  }

  private static @Nullable Metric metric(@Nullable String word) {
    if (word == null || word.isEmpty()) {
      return null;
    }
    for (Metric metric : Metric.values()) {
      if (metric.word().equals(word) || AppMessage.word(metric).equals(word)) {
        return metric;
      }
    }
    throw Refusal.invalid(
        "Expected metric to be something that becomes of messages, such as sent or opened, but got"
            + " \""
            + word
            + "\".");
  }

  MessageSieve ofCampaign(int id) {
    return new MessageSieve(isEmpty() ? NO_CAMPAIGN : id, action, type, metric, from, to);
  }

  /// Whether nothing can pass.
  boolean isEmpty() {
    return campaign == NO_CAMPAIGN;
  }

  /// What the store looks for by itself.
  DeliveryFilter coarse() {
    return new DeliveryFilter(Set.of(), campaign);
  }

  boolean accepts(DeliveryView view) {
    long created = AppTime.seconds(view.createdAt());
    return created >= from
        && created <= to
        && (type == null || type.equals(view.channel().word()))
        && (action == null || action == ActionId.of(view.origin().campaign(), view.origin().step()))
        && (metric == null || has(view, metric));
  }

  /// Whether all that follows, being older, is too old.
  boolean isBefore(DeliveryView view) {
    return AppTime.seconds(view.createdAt()) < from;
  }

  private static boolean has(DeliveryView view, Metric metric) {
    return metric == Metric.CREATED
        || view.outcomes().stream().anyMatch(outcome -> outcome.metric() == metric);
  }
}
