/// Runs engine partitions in this process on one RocksDB.
@NullMarked
package dev.beckon.host.rocksdb;

import org.jspecify.annotations.NullMarked;
