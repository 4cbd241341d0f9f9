package dev.beckon.host.rocksdb;

import dev.beckon.core.identity.Identifier;
import dev.beckon.engine.Routing;
import java.util.stream.IntStream;

/// Ids picked for where their desks are.
final class Routes {

  /// An id whose address is kept by another writer.
  static String idFarFromItsEmail() {
    RocksSettings settings = TestSettings.small();
    return IntStream.range(0, 1_000)
        .mapToObj(i -> "ann" + i)
        .filter(id -> desk(Identifier.id(id), settings) != desk(Says.email(id), settings))
        .findFirst()
        .orElseThrow();
  }

  private static int desk(Identifier identifier, RocksSettings settings) {
    return Routing.deskOf(Docs.WORKSPACE, identifier, settings.partitions()) % settings.writers();
  }

  private Routes() {}
}
