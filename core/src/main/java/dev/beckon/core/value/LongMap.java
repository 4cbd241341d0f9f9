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

  /// Gathers a map of known size whose keys come in ascending order.
  public static <V> Builder<V> ascending(int size) {
    return new Builder<>(size);
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

  /// A map in the making; good for one map.
  public static final class Builder<V> {
    private final long[] keys;
    private final Object[] values;
    private int size;

    private Builder(int size) {
      keys = new long[size];
      values = new Object[size];
    }

    public void add(long key, V value) {
      if (size > 0 && keys[size - 1] >= key) {
        throw new IllegalArgumentException(
            "Expected keys in ascending order, but " + key + " follows " + keys[size - 1] + ".");
      }
      keys[size] = key;
      values[size] = value;
      size++;
    }

    public LongMap<V> build() {
      if (size != keys.length) {
        throw new IllegalStateException(
            "Expected " + keys.length + " entries, but got " + size + ".");
      }
      return size == 0 ? empty() : new LongMap<>(keys, values);
    }
  }
}
