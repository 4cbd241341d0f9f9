package dev.beckon.delivery.email;

import org.jspecify.annotations.Nullable;

/// Where the sender of each workspace is looked up; asked again for every attempt, so that a
/// changed setting holds at once.
@FunctionalInterface
public interface Senders {

  /// The sender, or null if there is no such workspace.
  @Nullable Sender of(int workspace);
}
