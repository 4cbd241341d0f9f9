package dev.beckon.engine.host;

import dev.beckon.engine.message.Message;
import java.util.concurrent.CompletableFuture;

/// Where everything from outside enters the engine.
public interface Intake {

  /// Stamps the message with the host's clock, routes it to its partition and takes it in.
  ///
  /// The future completes when the message is durable. On an embedded host it has then been
  /// processed, with all that it told other partitions, and the person it concerned is given; on a
  /// cluster it will be soon.
  ///
  /// @throws Overloaded if more is waiting than the host can promise to process soon; nothing was
  ///     taken in
  CompletableFuture<Receipt> accept(Message message);
}
