package dev.beckon.host.rocksdb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a batch has written to one family and not committed yet.
///
/// Each key has one entry however often it is written, so a counter that moves five hundred times
/// is stored once. Erased ranges come before all entries that are left, because erasing drops the
/// entries it covers. Order is kept only from the first time that somebody asks for it.
final class Overlay {
  /// Stands for the value of a deleted row; known by its identity.
  private static final byte[] GONE = new byte[0];

  private record Range(Key from, Key to) {
    boolean covers(Key key) {
      return from.compareTo(key) <= 0 && key.compareTo(to) < 0;
    }
  }

  private final Map<Key, byte[]> entries = new HashMap<>();
  private final List<Range> erased = new ArrayList<>();
  private @Nullable NavigableMap<Key, byte[]> ordered;

  @SuppressWarnings("ReferenceEquality")
  static boolean isGone(byte[] value) {
    return value == GONE;
  }

  boolean isEmpty() {
    return entries.isEmpty() && erased.isEmpty();
  }

  int size() {
    return entries.size();
  }

  void put(Key key, byte[] value) {
    entries.put(key, value);
    if (ordered != null) {
      ordered.put(key, value);
    }
  }

  void delete(Key key) {
    put(key, GONE);
  }

  void erase(Key from, Key to) {
    if (from.compareTo(to) >= 0) {
      return;
    }
    NavigableMap<Key, byte[]> covered = inOrder().subMap(from, true, to, false);
    covered.keySet().forEach(entries::remove);
    covered.clear();
    erased.add(new Range(from, to));
  }

  /// The value written, a [gone][#isGone] one if the row was deleted, or null if the batch did not
  // touch it.
  byte @Nullable [] find(Key key) {
    byte[] written = entries.get(key);
    return written == null && isErased(key) ? GONE : written;
  }

  boolean isErased(Key key) {
    for (Range range : erased) {
      if (range.covers(key)) {
        return true;
      }
    }
    return false;
  }

  Map.@Nullable Entry<Key, byte[]> ceiling(Key key) {
    return entries.isEmpty() ? null : inOrder().ceilingEntry(key);
  }

  Map.@Nullable Entry<Key, byte[]> higher(Key key) {
    return entries.isEmpty() ? null : inOrder().higherEntry(key);
  }

  Map.@Nullable Entry<Key, byte[]> lower(Key key) {
    return entries.isEmpty() ? null : inOrder().lowerEntry(key);
  }

  /// Adds what has to be committed: the ranges first, then the entries.
  void addTo(Writes target, int family) {
    for (Range range : erased) {
      target.deleteRange(family, range.from().bytes(), range.to().bytes());
    }
    for (Map.Entry<Key, byte[]> entry : entries.entrySet()) {
      if (isGone(entry.getValue())) {
        target.delete(family, entry.getKey().bytes());
      } else {
        target.put(family, entry.getKey().bytes(), entry.getValue());
      }
    }
  }

  void clear() {
    entries.clear();
    erased.clear();
    ordered = null;
  }

  private NavigableMap<Key, byte[]> inOrder() {
    if (ordered == null) {
      ordered = new TreeMap<>(entries);
    }
    return ordered;
  }
}
