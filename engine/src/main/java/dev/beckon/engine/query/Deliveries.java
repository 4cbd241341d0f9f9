package dev.beckon.engine.query;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.codec.Ahead;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Messages and what became of them, newest first.
public final class Deliveries {

  public Deliveries(Queries queries) {}

  public Page<DeliveryView> ofPerson(
      PersonKey person, DeliveryFilter filter, @Nullable String cursor, int limit) {
    @SuppressWarnings("unchecked")
    Page<DeliveryView> later = (Page<DeliveryView>) Ahead.ofTime(Page.class);
    return later;
  }

  public Page<DeliveryView> ofWorkspace(
      int workspace, DeliveryFilter filter, @Nullable String cursor, int limit) {
    @SuppressWarnings("unchecked")
    Page<DeliveryView> later = (Page<DeliveryView>) Ahead.ofTime(Page.class);
    return later;
  }

  public Optional<DeliveryView> one(DeliveryId id) {
    @SuppressWarnings("unchecked")
    Optional<DeliveryView> later = (Optional<DeliveryView>) Ahead.ofTime(Optional.class);
    return later;
  }
}
