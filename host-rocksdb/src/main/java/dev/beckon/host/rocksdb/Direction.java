package dev.beckon.host.rocksdb;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksIterator;

/// Which way a scan goes.
enum Direction {
  FORTH {
    @Override
    void start(RocksIterator stored, Key from, Key to) {
      stored.seek(from.bytes());
    }

    @Override
    void step(RocksIterator stored) {
      stored.next();
    }

    @Override
    Map.@Nullable Entry<Key, byte[]> next(Overlay overlay, @Nullable Key after, Key from, Key to) {
      Map.Entry<Key, byte[]> next = after == null ? overlay.ceiling(from) : overlay.higher(after);
      return next == null || next.getKey().compareTo(to) >= 0 ? null : next;
    }

    @Override
    int compare(Key left, Key right) {
      return left.compareTo(right);
    }
  },
  BACK {
    @Override
    void start(RocksIterator stored, Key from, Key to) {
      stored.seekForPrev(to.bytes());
      if (stored.isValid() && to.equals(Key.ofWhole(stored.key()))) {
        stored.prev();
      }
    }

    @Override
    void step(RocksIterator stored) {
      stored.prev();
    }

    @Override
    Map.@Nullable Entry<Key, byte[]> next(Overlay overlay, @Nullable Key after, Key from, Key to) {
      Map.Entry<Key, byte[]> next = overlay.lower(after == null ? to : after);
      return next == null || next.getKey().compareTo(from) < 0 ? null : next;
    }

    @Override
    int compare(Key left, Key right) {
      return right.compareTo(left);
    }
  };

  /// Puts the iterator on the first row of the range in this direction.
  abstract void start(RocksIterator stored, Key from, Key to);

  abstract void step(RocksIterator stored);

  /// The first uncommitted entry of the range behind a key, or of the whole range.
  abstract Map.@Nullable Entry<Key, byte[]> next(
      Overlay overlay, @Nullable Key after, Key from, Key to);

  /// Negative where `left` is met first.
  abstract int compare(Key left, Key right);
}
