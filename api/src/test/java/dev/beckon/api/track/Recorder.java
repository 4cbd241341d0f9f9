package dev.beckon.api.track;

import dev.beckon.engine.host.Intake;
import dev.beckon.engine.host.Overloaded;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.message.Message;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// An intake that writes down what it is given.
final class Recorder implements Intake {
  final List<Message> messages = new CopyOnWriteArrayList<>();
  volatile boolean busy;
  volatile boolean silent;

  @Override
  public CompletableFuture<Receipt> accept(Message message) {
    if (busy) {
      throw new Overloaded(3);
    }
    messages.add(message);
    return silent
        ? new CompletableFuture<>()
        : CompletableFuture.completedFuture(new Receipt(null));
  }
}
