package dev.beckon.simulator;

import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.query.Queries;
import java.util.List;

/// What a host must offer to be put to the test: its clock in the hands of the test, and an end to
/// everything that it does.
public interface Harness extends AutoCloseable {
  /// Epoch ms.
  long now();

  /// Takes in a message; comes back when it is durable together with all that it made partitions
  /// tell each other.
  Receipt accept(Message message);

  /// Takes in messages at the same moment, in this order; comes back as after one.
  void acceptAll(List<Message> messages);

  /// Moves the clock, and comes back when everything that is due by then has happened: timers have
  /// rung, sweeps are complete, no relay is under way.
  ///
  /// @param at epoch ms, not before [#now]
  void advanceTo(long at);

  /// The deliveries that the host has handed out since it was last asked.
  List<Outputs.Pending> takeDeliveries();

  Queries queries();

  /// Stops in good order and starts again on the same data.
  void restart();

  /// Ends without any order, as by SIGKILL, and starts again on what was durable.
  void kill();

  @Override
  void close();
}
