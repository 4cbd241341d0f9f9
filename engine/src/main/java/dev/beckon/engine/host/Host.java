package dev.beckon.engine.host;

import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.query.Queries;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs the partitions: gives each one writer, commits its batches, keeps its time.
public interface Host extends AutoCloseable {

  Intake intake();

  Queries queries();

  int partitions();

  /// Why the host no longer works, in words for whoever runs it; empty while it does.
  Optional<String> failure();

  /// Starts processing. Every delivery that is pending, from before a restart or new, is handed to
  /// the listener after it is durable, and again after a restart until its end has been reported.
  /// The listener must return quickly.
  void start(Consumer<Outputs.Pending> deliveries);

  /// Stops taking in, finishes what was taken in, and closes the store.
  @Override
  void close();
}
