package dev.beckon.host.rocksdb;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Everything that the partitions of one writer have written in a round, to be committed as one.
final class Batch {
  private final Map<Family, Overlay> overlays = new EnumMap<>(Family.class);

  Batch() {
    Arrays.stream(Family.values()).forEach(family -> overlays.put(family, new Overlay()));
  }

  Overlay of(Family family) {
    Overlay overlay = overlays.get(family);
    if (overlay == null) {
      throw new IllegalStateException(
          "Expected an overlay for every family, but none of " + family);
    }
    return overlay;
  }

  boolean isEmpty() {
    return overlays.values().stream().allMatch(Overlay::isEmpty);
  }

  /// Adds all that was written, ranges before rows.
  void addTo(Writes target, Database database) {
    overlays.forEach((family, overlay) -> overlay.addTo(target, database.handle(family).getID()));
  }

  void clear() {
    overlays.values().forEach(Overlay::clear);
  }
}
