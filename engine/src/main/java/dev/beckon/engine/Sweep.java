package dev.beckon.engine;

import dev.beckon.core.catalog.Catalog;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.PersonRecord;
import dev.beckon.engine.codec.SweepRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.MetaKind;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Brings everybody up to date after a publication, a chunk per tick, while live inputs go on.
final class Sweep {
  /// How many people are woken in one go.
  static final int WAKES_MAX = 500;

  /// How many people are looked at in one go, most of whom live inputs have reached already.
  static final int LOOKS_MAX = 5_000;

  private final Catalogs catalogs;
  private final Decider decider;
  private final ByteSink out;
  private final TreeMap<Integer, SweepRow> underWay = new TreeMap<>();

  Sweep(Rows rows, Catalogs catalogs, Decider decider, ByteSink out) {
    this.catalogs = catalogs;
    this.decider = decider;
    this.out = out;
    byte[] from = Keys.metas(MetaKind.SWEEP);
    rows.scan(
        Table.META,
        from,
        Keys.after(from),
        (key, row) -> {
          SweepRow sweep = SweepRow.read(row);
          if (!sweep.complete()) {
            underWay.put(Keys.metaOf(key), sweep);
          }
          return true;
        });
  }

  boolean isUnderWay() {
    return !underWay.isEmpty();
  }

  /// Begins, or begins again, for everybody who is here.
  void begin(Store store, int workspace, long version, long people) {
    note(store, workspace, new SweepRow(version, 0, 0, people, people == 0));
  }

  /// Goes on for a bounded while with the first workspace that needs it.
  void goOn(Store store, long at) {
    Map.Entry<Integer, SweepRow> first = underWay.firstEntry();
    if (first == null) {
      return;
    }
    int workspace = first.getKey();
    SweepRow before = first.getValue();
    Chunk chunk = new Chunk(catalogs.of(workspace), before);
    store.scan(
        Table.PERSON,
        Keys.next(Keys.person(new PersonKey(workspace, before.after()))),
        Keys.workspace(workspace + 1),
        chunk);
    for (int i = 0; i < chunk.keys.size(); i++) {
      decider.decide(store, chunk.keys.get(i), chunk.rows.get(i), new Input.Wake(at));
    }
    note(
        store,
        workspace,
        new SweepRow(
            before.version(),
            chunk.after,
            before.scanned() + chunk.looks,
            before.people(),
            !chunk.full()));
  }

  private void note(Store store, int workspace, SweepRow sweep) {
    if (sweep.complete()) {
      underWay.remove(workspace);
    } else {
      underWay.put(workspace, sweep);
    }
    sweep.write(out.clear());
    store.put(Table.META, Keys.meta(MetaKind.SWEEP, workspace), out.toBytes());
  }

  private static final class Chunk implements Rows.Visitor {
    private final long wanted;
    private final List<PersonKey> keys = new ArrayList<>();
    private final List<byte[]> rows = new ArrayList<>();
    private long after;
    private int looks;

    Chunk(Catalog catalog, SweepRow before) {
      wanted = catalog.sweptFor();
      after = before.after();
    }

    @Override
    public boolean row(byte[] key, byte[] value) {
      PersonKey person = Keys.personIn(key);
      after = person.cioId();
      looks++;
      if (PersonRecord.isOlderThan(value, wanted)) {
        keys.add(person);
        rows.add(value);
      }
      return !full();
    }

    boolean full() {
      return looks == LOOKS_MAX || keys.size() == WAKES_MAX;
    }
  }
}
