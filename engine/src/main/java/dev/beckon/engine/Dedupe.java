package dev.beckon.engine;

import dev.beckon.core.machine.Input;
import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.MetaKind;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import org.jspecify.annotations.Nullable;

/// Remembers the keys of events that were processed, so that a repeated call does nothing.
///
/// Keys are forgotten by a slow walk round the table, some rows per minute of the partition's time;
/// until the walk comes by, an expired key is simply not believed any more.
final class Dedupe {
  /// How long a repeated event is recognised (ms).
  static final long WINDOW_MS = 30L * 86_400_000;

  /// How many rows the walk looks at per minute.
  static final int EXPIRY_ROWS_PER_MINUTE = 2_000;

  private static final long MINUTE_MS = 60_000;
  private static final byte[] KEY = Keys.meta(MetaKind.EXPIRY, 0);
  private static final byte[] FIRST = new byte[0];

  private byte[] cursor;

  Dedupe(Rows rows) {
    byte[] row = rows.get(Table.META, KEY);
    cursor = row == null ? FIRST : row;
  }

  /// The key of the event that comes from outside with the message; null where there is none.
  @Nullable Mark markOf(Message message) {
    return switch (message) {
      case Message.ToIdentifier to -> markOf(to.workspace(), to.input());
      case Message.ToPerson to -> markOf(to.person().workspace(), to.input());
      case Message.Anonymous event -> markOf(event.workspace(), event.track());
      case Message.Publish _,
          Message.Claim _,
          Message.Release _,
          Message.Newcomer _,
          Message.Associate _,
          Message.Forwarded _,
          Message.Luggage _,
          Message.Absorb _,
          Message.Transfer _,
          Message.Block _,
          Message.Unblock _,
          Message.DeviceSeen _,
          Message.DeviceLost _,
          Message.NewcomerAnswered _,
          Message.Tick _,
          Message.Relayed _ ->
          null;
    };
  }

  private static @Nullable Mark markOf(int workspace, Input input) {
    if (!(input instanceof Input.Track track)) {
      return null;
    }
    String id = track.event().id();
    return id == null ? null : new Mark(workspace, id, track);
  }

  boolean isKnown(Store store, Mark mark) {
    byte[] row = store.get(Table.DEDUPE, Keys.dedupe(mark.workspace(), mark.event()));
    return row != null && mark.track().at() - NumberRow.read(row) < WINDOW_MS;
  }

  void remember(Store store, Mark mark) {
    store.put(
        Table.DEDUPE,
        Keys.dedupe(mark.workspace(), mark.event()),
        NumberRow.write(mark.track().at()));
  }

  /// Goes on with the walk when another minute has begun.
  void expire(Store store, long before, long at) {
    if (Math.floorDiv(before, MINUTE_MS) == Math.floorDiv(at, MINUTE_MS)) {
      return;
    }
    Walk walk = new Walk(at);
    store.scan(Table.DEDUPE, cursor, null, walk);
    walk.expired.delete(store);
    byte[] next = walk.seen < EXPIRY_ROWS_PER_MINUTE ? FIRST : Keys.next(walk.last);
    if (next.length != 0 || cursor.length != 0) {
      cursor = next;
      store.put(Table.META, KEY, cursor);
    }
  }

  /// @param event the caller's key against doubles
  record Mark(int workspace, String event, Input.Track track) {}

  private static final class Walk implements Rows.Visitor {
    private final long at;
    private final Doomed expired = new Doomed(Table.DEDUPE);
    private byte[] last = FIRST;
    private int seen;

    Walk(long at) {
      this.at = at;
    }

    @Override
    public boolean row(byte[] key, byte[] value) {
      if (at - NumberRow.read(value) >= WINDOW_MS) {
        expired.add(key);
      }
      last = key;
      return ++seen < EXPIRY_ROWS_PER_MINUTE;
    }
  }
}
