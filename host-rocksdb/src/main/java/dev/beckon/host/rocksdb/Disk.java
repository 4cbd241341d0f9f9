package dev.beckon.host.rocksdb;

import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/// Makes a batch durable before it returns, or throws.
@FunctionalInterface
interface Disk {
  void commit(Database database, WriteBatch batch) throws RocksDBException;
}
