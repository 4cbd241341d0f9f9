package dev.beckon.engine.host;

import dev.beckon.engine.message.Message;
import java.util.concurrent.CompletableFuture;

/// Where everything from outside enters the engine.
public interface Intake {

  /// Stamps the message with the host's clock, routes it to its partition and takes it in.
  ///
  /// The future completes when the message has been processed, with all that it made partitions
  /// tell each other, and all of it is durable; whoever waits for it can be sure that what is said
  /// next finds it done.
  ///
  /// @throws Overloaded if more is waiting than the host can promise to process soon; nothing was
  ///     taken in
  CompletableFuture<Receipt> accept(Message message);
}
