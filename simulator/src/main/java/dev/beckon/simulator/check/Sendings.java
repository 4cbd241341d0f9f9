package dev.beckon.simulator.check;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.machine.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every delivery that the host has handed out, and in which of its lives.
public final class Sendings {
  private final Map<DeliveryId, Sending> all = new LinkedHashMap<>();

  /// @param lives of the host in which it was handed out
  /// @param ended whether the host had acknowledged the report of its end before
  public record Sending(Effect.Deliver deliver, List<Integer> lives, boolean ended, boolean late) {}

  /// @return whether it is handed out for the first time
  public boolean handed(Effect.Deliver deliver, int life) {
    Sending before = all.get(deliver.id());
    List<Integer> lives = new ArrayList<>(before == null ? List.of() : before.lives());
    lives.add(life);
    boolean ended = before != null && before.ended();
    all.put(deliver.id(), new Sending(deliver, List.copyOf(lives), ended, ended));
    return before == null;
  }

  /// The host knows for good what became of it.
  public void ended(DeliveryId id) {
    all.computeIfPresent(
        id, (_, before) -> new Sending(before.deliver(), before.lives(), true, before.late()));
  }

  public List<Sending> all() {
    return List.copyOf(all.values());
  }
}
