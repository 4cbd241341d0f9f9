package dev.beckon.core.value;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An immutable map from whole numbers, sorted by key; a change copies two small arrays.
public final class LongMap<V> {
  private static final LongMap<?> EMPTY = new LongMap<>(new long[0], new Object[0]);

  private final long[] keys;
  private final Object[] values;

  private LongMap(long[] keys, Object[] values) {
    this.keys = keys;
    this.values = values;
  }

  @SuppressWarnings("unchecked")
  public static <V> LongMap<V> empty() {
    return (LongMap<V>) EMPTY;
  }

  public int size() {
    return keys.length;
  }

  public boolean isEmpty() {
    return keys.length == 0;
  }

  public long keyAt(int index) {
    return keys[index];
  }

  @SuppressWarnings("unchecked")
  public V valueAt(int index) {
    return (V) values[index];
  }

  @SuppressWarnings("unchecked")
  public @Nullable V get(long key) {
    int index = Arrays.binarySearch(keys, key);
    return index < 0 ? null : (V) values[index];
  }

  public LongMap<V> with(long key, V value) {
    int index = Arrays.binarySearch(keys, key);
    if (index >= 0) {
      Object[] next = values.clone();
      next[index] = value;
      return new LongMap<>(keys, next);
    }
    int at = -index - 1;
    long[] nextKeys = new long[keys.length + 1];
    Object[] nextValues = new Object[keys.length + 1];
    System.arraycopy(keys, 0, nextKeys, 0, at);
    System.arraycopy(values, 0, nextValues, 0, at);
    nextKeys[at] = key;
    nextValues[at] = value;
    System.arraycopy(keys, at, nextKeys, at + 1, keys.length - at);
    System.arraycopy(values, at, nextValues, at + 1, keys.length - at);
    return new LongMap<>(nextKeys, nextValues);
  }

  public LongMap<V> without(long key) {
    int at = Arrays.binarySearch(keys, key);
    if (at < 0) {
      return this;
    }
    long[] nextKeys = new long[keys.length - 1];
    Object[] nextValues = new Object[keys.length - 1];
    System.arraycopy(keys, 0, nextKeys, 0, at);
    System.arraycopy(values, 0, nextValues, 0, at);
    System.arraycopy(keys, at + 1, nextKeys, at, nextKeys.length - at);
    System.arraycopy(values, at + 1, nextValues, at, nextKeys.length - at);
    return new LongMap<>(nextKeys, nextValues);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LongMap<?> map
        && Arrays.equals(keys, map.keys)
        && Arrays.equals(values, map.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(keys), Arrays.hashCode(values));
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i < keys.length; i++) {
      out.append(i == 0 ? "" : ", ").append(keys[i]).append('=').append(values[i]);
    }
    return out.append('}').toString();
  }
}
