package dev.beckon.delivery;

import dev.beckon.core.delivery.DeliveryId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What a ledger knows, in memory: deliveries in doubt (empty) and ended ones.
final class MemoryLedger implements AttemptLedger {
  private final Map<DeliveryId, Optional<Outcome>> entries = new ConcurrentHashMap<>();

  @Override
  public Optional<Outcome> outcome(DeliveryId delivery) {
    return entries.getOrDefault(delivery, Optional.empty());
  }

  @Override
  public boolean inDoubt(DeliveryId delivery) {
    Optional<Outcome> entry = entries.get(delivery);
    return entry != null && entry.isEmpty();
  }

  @Override
  public void started(DeliveryId delivery) {
    entries.put(delivery, Optional.empty());
  }

  @Override
  public void withdrawn(DeliveryId delivery) {
    entries.remove(delivery);
  }

  @Override
  public void ended(DeliveryId delivery, Outcome outcome) {
    entries.put(delivery, Optional.of(outcome));
  }

  @Override
  public void reported(DeliveryId delivery) {
    entries.remove(delivery);
  }

  Map<DeliveryId, Optional<Outcome>> entries() {
    return Map.copyOf(entries);
  }

  int size() {
    return entries.size();
  }

  @Override
  public void close() {}
}
