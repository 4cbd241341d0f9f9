package dev.beckon.delivery.render;

import org.jspecify.annotations.Nullable;

/// Where the content of messages is looked up.
@FunctionalInterface
public interface Contents {

  /// The content with this hash, or null if the workspace has none; the same hash always means the
  /// same content.
  @Nullable Content find(int workspace, String hash);
}
