package dev.beckon.engine.query;

import dev.beckon.engine.codec.CatalogRow;
import dev.beckon.engine.codec.SweepRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.MetaKind;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;

/// How far bringing everybody up to date with the latest definitions has come.
public final class Sweeps {
  private final Queries queries;

  public Sweeps(Queries queries) {
    this.queries = queries;
  }

  public Progress progress(int workspace) {
    Progress all = new Progress(Long.MAX_VALUE, 0, 0, true);
    for (int p = 0; p < queries.partitions(); p++) {
      Progress one = queries.read(p, rows -> progress(rows, workspace));
      all =
          new Progress(
              Math.min(all.version(), one.version()),
              all.scanned() + one.scanned(),
              all.people() + one.people(),
              all.complete() && one.complete());
    }
    return all;
  }

  private static Progress progress(Rows rows, int workspace) {
    byte[] catalog = rows.get(Table.CATALOG, Keys.workspace(workspace));
    long version = catalog == null ? 0 : CatalogRow.versionOf(catalog);
    byte[] row = rows.get(Table.META, Keys.meta(MetaKind.SWEEP, workspace));
    if (row == null) {
      return new Progress(version, 0, 0, true);
    }
    SweepRow sweep = SweepRow.read(row);
    return new Progress(version, sweep.scanned(), sweep.people(), sweep.complete());
  }

  /// @param version of the definitions in force everywhere; 0 before the first publication
  /// @param scanned people who have been looked at since it was published
  /// @param people who were there when it was published
  public record Progress(long version, long scanned, long people, boolean complete) {
    /// From 0 to 1.
    public double share() {
      return complete || people == 0 ? 1 : Math.min(1, (double) scanned / people);
    }
  }
}
