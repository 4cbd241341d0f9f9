package dev.beckon.delivery.tracking;

import org.jspecify.annotations.Nullable;

/// The key of each workspace under which its tokens and links are signed.
@FunctionalInterface
public interface TrackingSecrets {
  /// The least length of a secret (bytes).
  int SECRET_BYTES_MIN = 16;

  /// The secret of the workspace, or null if there is no such workspace.
  byte @Nullable [] secretOf(int workspace);
}
