/// Classes that break the rules of the house on purpose, as seen from host.rocksdb.
@NullMarked
package dev.beckon.host.rocksdb.canary;

import org.jspecify.annotations.NullMarked;
