package dev.beckon.core.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Immutable maps that keep their order: copies with one entry more or less.
public final class Maps {
  private static final SequencedMap<?, ?> EMPTY =
      Collections.unmodifiableSequencedMap(new LinkedHashMap<>());

  private Maps() {}

  @SuppressWarnings("unchecked")
  public static <K, V> SequencedMap<K, V> empty() {
    return (SequencedMap<K, V>) EMPTY;
  }

  public static <K, V> SequencedMap<K, V> copy(SequencedMap<? extends K, ? extends V> map) {
    if (map.isEmpty()) {
      return empty();
    }
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
  }

  public static <K, V> SequencedMap<K, V> with(SequencedMap<K, V> map, K key, V value) {
    LinkedHashMap<K, V> next = new LinkedHashMap<>(map);
    next.put(key, value);
    return Collections.unmodifiableSequencedMap(next);
  }

  public static <K, V> SequencedMap<K, V> without(SequencedMap<K, V> map, K key) {
    if (!map.containsKey(key)) {
      return map;
    }
    LinkedHashMap<K, V> next = new LinkedHashMap<>(map);
    next.remove(key);
    return Collections.unmodifiableSequencedMap(next);
  }
}
