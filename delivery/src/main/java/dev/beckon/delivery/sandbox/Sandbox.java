package dev.beckon.delivery.sandbox;

import java.util.List;
import java.util.Optional;

/// The sandbox inbox of each workspace, for reading.
public interface Sandbox {

  /// Messages newest first whose recipient or subject contains the words.
  ///
  /// @param words empty for all
  /// @param before only messages with a smaller sequence; `Long.MAX_VALUE` for the newest
  List<SandboxRow> list(int workspace, String words, long before, int limit);

  /// One message, taken apart.
  Optional<SandboxMessage> read(int workspace, String id);

  /// One message, exactly as it would have gone out.
  Optional<byte[]> raw(int workspace, String id);

  /// Empties the workspace's inbox.
  void clear(int workspace);
}
