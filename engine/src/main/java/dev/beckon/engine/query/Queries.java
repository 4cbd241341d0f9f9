package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.store.Rows;
import java.util.function.Function;

/// Consistent views of partitions, read on the caller's thread; a writer is never held up.
public interface Queries {

  int partitions();

  /// Reads one partition; the rows are valid during the call only.
  <T> T read(int partition, Function<Rows, T> reader);

  /// Reads the home of a person, if there is such a partition at all.
  default <T> T readHome(PersonKey person, T ifNone, Function<Rows, T> reader) {
    return person.partition() < partitions() ? read(person.partition(), reader) : ifNone;
  }
}
