package dev.beckon.host.rocksdb;

import dev.beckon.engine.store.Rows.Visitor;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/// One walk over the rows of a range as a batch sees them: what is stored, under what it has
/// written.
///
/// The visitor may write while it is shown rows; it meets what it writes ahead of itself.
final class Scan {
  private final RocksIterator stored;
  private final Overlay overlay;
  private final Direction direction;
  private final Key from;
  private final Key to;

  Scan(RocksIterator stored, Overlay overlay, Direction direction, Key from, Key to) {
    this.stored = stored;
    this.overlay = overlay;
    this.direction = direction;
    this.from = from;
    this.to = to;
  }

  void run(Visitor visitor) throws RocksDBException {
    direction.start(stored, from, to);
    Key last = null;
    boolean more = true;
    while (more) {
      Key kept = storedKey();
      Map.Entry<Key, byte[]> written = direction.next(overlay, last, from, to);
      if (kept == null && written == null) {
        break;
      }
      int order = order(kept, written);
      last = order < 0 ? kept : written == null ? null : written.getKey();
      more = order < 0 ? showStored(kept, visitor) : showWritten(written, visitor);
      if (order <= 0) {
        direction.step(stored);
      }
    }
    stored.status();
  }

  private @Nullable Key storedKey() {
    return stored.isValid() ? Key.ofWhole(stored.key()) : null;
  }

  /// Negative where the stored row is next, zero where it is hidden by a written one.
  private int order(@Nullable Key kept, Map.@Nullable Entry<Key, byte[]> written) {
    if (kept == null) {
      return 1;
    }
    return written == null ? -1 : direction.compare(kept, written.getKey());
  }

  private boolean showStored(@Nullable Key key, Visitor visitor) {
    return key == null || overlay.isErased(key) || visitor.row(key.own(), stored.value());
  }

  private boolean showWritten(Map.@Nullable Entry<Key, byte[]> written, Visitor visitor) {
    return written == null
        || Overlay.isGone(written.getValue())
        || visitor.row(written.getKey().own(), written.getValue());
  }
}
