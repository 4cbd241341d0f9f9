package dev.beckon.core.machine;

import dev.beckon.core.event.Event;
import java.util.function.Consumer;

/// The events of one person so far, in the order in which they were processed.
@FunctionalInterface
public interface History {

  /// A person without a past.
  History NONE = _ -> {};

  void forEach(Consumer<Event> reader);
}
