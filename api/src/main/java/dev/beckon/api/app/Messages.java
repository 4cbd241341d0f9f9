package dev.beckon.api.app;

import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.query.Deliveries;
import dev.beckon.engine.query.DeliveryView;
import dev.beckon.engine.query.Page;
import dev.beckon.engine.query.Queries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pages of messages as the App API shows them, newest first.
final class Messages {
  /// How many pages of the store one answer looks at.
  private static final int LOOKS_MAX = 20;

  private final Deliveries deliveries;
  private final Lookup lookup;
  private final DeliveryToken tokens;

  Messages(Queries queries, DeliveryToken tokens) {
    this.deliveries = new Deliveries(queries);
    this.lookup = new Lookup(queries);
    this.tokens = tokens;
  }

  record Listed(List<AppMessage> messages, String next) {}

  record One(AppMessage message) {}

  Listed ofPerson(PersonKey person, Request request) {
    MessageSieve sieve = MessageSieve.of(request);
    return show(
        sieve,
        asked(request),
        (start, limit) -> deliveries.ofPerson(person, sieve.coarse(), start, limit));
  }

  Listed ofWorkspace(int workspace, Request request) {
    return ofWorkspace(workspace, request, MessageSieve.of(request));
  }

  Listed ofCampaign(int workspace, int campaign, Request request) {
    return ofWorkspace(workspace, request, MessageSieve.of(request).ofCampaign(campaign));
  }

  private Listed ofWorkspace(int workspace, Request request, MessageSieve sieve) {
    return show(
        sieve,
        asked(request),
        (start, limit) -> deliveries.ofWorkspace(workspace, sieve.coarse(), start, limit));
  }

  /// @throws Refusal if the workspace has no such message
  One inPath(int workspace, Request request) {
    String token = request.segment("id");
    Optional<DeliveryView> view =
        tokens
            .verify(token)
            .filter(id -> id.person().workspace() == workspace)
            .flatMap(deliveries::one);
    return view.map(found -> new One(show(found, new HashMap<>())))
        .orElseThrow(
            () -> Refusal.notFound("Expected the id of a message, but there is no " + token + "."));
  }

  private static Asked asked(Request request) {
    return Asked.of(request, Asked.LIMIT, Asked.LIMIT_MAX);
  }

  /// Reads on where the sieve leaves room, until the answer is full or enough was looked at.
  private Listed show(MessageSieve sieve, Asked asked, Asked.Source<DeliveryView> source) {
    if (sieve.isEmpty()) {
      return new Listed(List.of(), "");
    }
    Map<PersonKey, AppNames> names = new HashMap<>();
    List<AppMessage> items = new ArrayList<>();
    String next = asked.start();
    for (int looks = 0; looks < LOOKS_MAX && items.size() < asked.limit(); looks++) {
      Page<DeliveryView> page = new Asked(next, asked.limit() - items.size()).read(source);
      page.items().stream().filter(sieve::accepts).forEach(view -> items.add(show(view, names)));
      next = page.next();
      if (next == null || page.items().stream().anyMatch(sieve::isBefore)) {
        return new Listed(items, "");
      }
    }
    return new Listed(items, next == null ? "" : next);
  }

  private AppMessage show(DeliveryView view, Map<PersonKey, AppNames> names) {
    DeliveryId id = view.id();
    return AppMessage.of(tokens.of(id), names.computeIfAbsent(id.person(), this::namesOf), view);
  }

  private AppNames namesOf(PersonKey key) {
    return lookup.byKey(key).map(AppNames::of).orElseGet(() -> AppNames.gone(key));
  }
}
