package dev.beckon.engine.query;

import dev.beckon.engine.store.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts what the partitions found, each newest first, into one page.
///
/// A partition that had to stop before it found enough hides what lies behind: nothing older than
/// the place where it stopped is given, and the listing goes on from there.
final class Merge<P extends Comparable<P>, T> {
  private final List<Found<P, T>> all = new ArrayList<>();
  private @Nullable P horizon;

  /// One thing that was found, to be read when it is known to be on the page.
  ///
  /// @param partition where it is
  record Found<P, T>(P position, int partition, Loader<T> loader) {}

  /// Reads something; null where it is gone or is not what was looked for after all.
  @FunctionalInterface
  interface Loader<T> {
    @Nullable T load(Rows rows);
  }

  void add(Found<P, T> found) {
    all.add(found);
  }

  /// A partition has looked at everything down to here and no further.
  void stoppedAt(P position) {
    if (horizon == null || position.compareTo(horizon) > 0) {
      horizon = position;
    }
  }

  /// @return the page, and the position after which the next one begins; null at the end
  Merged<P, T> page(Queries queries, int limit) {
    all.sort(Comparator.comparing((Found<P, T> found) -> found.position()).reversed());
    List<Found<P, T>> chosen = new ArrayList<>();
    P end = horizon;
    boolean cut = end != null;
    for (Found<P, T> found : all) {
      if (end != null && found.position().compareTo(end) < 0) {
        break;
      }
      if (chosen.size() == limit) {
        cut = true;
        break;
      }
      chosen.add(found);
    }
    P next = !cut ? null : chosen.size() == limit ? chosen.getLast().position() : end;
    return new Merged<>(load(queries, chosen), next);
  }

  private List<T> load(Queries queries, List<Found<P, T>> chosen) {
    TreeMap<Integer, List<Integer>> byPartition = new TreeMap<>();
    for (int i = 0; i < chosen.size(); i++) {
      byPartition.computeIfAbsent(chosen.get(i).partition(), _ -> new ArrayList<>()).add(i);
    }
    TreeMap<Integer, T> loaded = new TreeMap<>();
    byPartition.forEach(
        (partition, places) ->
            queries.read(
                partition,
                rows -> {
                  for (int place : places) {
                    T item = chosen.get(place).loader().load(rows);
                    if (item != null) {
                      loaded.put(place, item);
                    }
                  }
                  return loaded;
                }));
    return List.copyOf(loaded.values());
  }

  record Merged<P, T>(List<T> items, @Nullable P next) {}
}
