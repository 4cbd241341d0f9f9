package dev.beckon.engine;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.segment.Verdict;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.MetaKind;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who has to be looked at when: one row per person, in due order.
///
/// What is due is taken from a remembered lower bound on, never from the start of the table: a
/// store that marks deleted rows walks over the marks of everything that was taken before, which
/// turns each look into a scan of the past. For the same reason one look deletes what it took as
/// one range. Nothing ever lies below the bound; a timer that goes below takes it along.
///
/// Every look moves the bound, even one that reads nothing: it follows from the messages alone, not
/// from what is remembered in between, so that it is the same after a crash.
final class Timers {
  private static final byte[] KEY = Keys.meta(MetaKind.TIMERS, 0);
  private static final byte[] EMPTY = new byte[0];

  private byte[] bound;
  private boolean moved;
  private long earliest;

  Timers(Rows rows) {
    byte[] row = rows.get(Table.META, KEY);
    bound = row == null ? EMPTY : row;
    earliest = first(rows);
  }

  /// At the latest the due time of the earliest timer; [Verdict#NEVER] when there is none.
  long earliest() {
    return earliest;
  }

  void move(Store store, PersonKey person, long before, long after) {
    if (before == after) {
      return;
    }
    if (before != Verdict.NEVER) {
      store.delete(Table.TIMER, Keys.timer(before, person));
    }
    arm(store, person, after);
  }

  void arm(Store store, PersonKey person, long at) {
    if (at == Verdict.NEVER) {
      return;
    }
    byte[] key = Keys.timer(at, person);
    store.put(Table.TIMER, key, EMPTY);
    earliest = Math.min(earliest, at);
    if (Arrays.compareUnsigned(key, bound) < 0) {
      bind(key);
    }
  }

  /// Takes timers that are due out of the table, earliest first.
  List<Due> take(Store store, long at, int max) {
    byte[] end = Keys.timersAt(at + 1);
    if (earliest > at) {
      raise(end);
      return List.of();
    }
    Taking taking = new Taking(max);
    store.scan(Table.TIMER, bound, end, taking);
    byte[] last = taking.last;
    if (last != null) {
      store.deleteRange(Table.TIMER, bound, Keys.next(last));
    }
    raise(last != null && taking.isFull() ? Keys.next(last) : end);
    earliest = first(store);
    return taking.due;
  }

  /// Writes the bound, if it has moved.
  void finish(Store store) {
    if (moved) {
      store.put(Table.META, KEY, bound);
      moved = false;
    }
  }

  private void raise(byte[] key) {
    if (Arrays.compareUnsigned(key, bound) > 0) {
      bind(key);
    }
  }

  private void bind(byte[] key) {
    bound = key;
    moved = true;
  }

  private long first(Rows rows) {
    long[] first = {Verdict.NEVER};
    rows.scan(
        Table.TIMER,
        bound,
        null,
        (key, _) -> {
          first[0] = Keys.timerAt(key);
          return false;
        });
    return first[0];
  }

  record Due(long at, PersonKey person) {}

  private static final class Taking implements Rows.Visitor {
    private final int max;
    private final List<Due> due = new ArrayList<>();
    private byte @Nullable [] last;

    Taking(int max) {
      this.max = max;
    }

    @Override
    public boolean row(byte[] key, byte[] value) {
      due.add(new Due(Keys.timerAt(key), Keys.timerPerson(key)));
      last = key;
      return !isFull();
    }

    /// Whether more may be due than was taken.
    boolean isFull() {
      return due.size() == max;
    }
  }
}
