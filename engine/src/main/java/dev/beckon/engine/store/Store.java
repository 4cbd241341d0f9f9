package dev.beckon.engine.store;

/// One partition's rows, open for writing by its one writer.
///
/// What both hosts can give and no more: byte-ordered keys, reads that see the writer's own
/// uncommitted writes, and all writes of a batch committed atomically by the host.
public interface Store extends Rows {

  void put(Table table, byte[] key, byte[] value);

  void delete(Table table, byte[] key);

  /// Deletes from `from` inclusive to `to` exclusive.
  void deleteRange(Table table, byte[] from, byte[] to);
}
