package dev.beckon.api.app;

import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Sweeps;
import dev.beckon.registry.document.Document;
import org.jspecify.annotations.Nullable;

/// A segment, and whether everybody has been looked at since the definitions last changed.
///
/// @param progress in percent, null when it is finished
/// @param tags null: segments have none
/// @param createdAt Unix seconds
record AppSegment(
    int id,
    String deduplicateId,
    String name,
    String description,
    State state,
    @Nullable Integer progress,
    Type type,
    @Nullable Value tags,
    long createdAt,
    long updatedAt) {

  enum State {
    /// The engine has not heard of the latest definitions.
    BUILD_QUEUED,
    /// People are being looked at.
    BUILD,
    FINISHED
  }

  enum Type {
    DYNAMIC
  }

  /// @param published the latest version of the workspace's definitions
  static AppSegment of(Document document, long published, Sweeps.Progress sweep) {
    State state = state(published, sweep);
    long updated = AppTime.seconds(document.updatedAt());
    Value description = document.definition().get("description");
    return new AppSegment(
        document.id(),
        AppTime.deduplicateId(document.id(), updated),
        document.name(),
        description == null ? "" : description.asText(),
        state,
        progress(state, sweep),
        Type.DYNAMIC,
        null,
        AppTime.seconds(document.createdAt()),
        updated);
  }

  private static State state(long published, Sweeps.Progress sweep) {
    if (sweep.version() < published) {
      return State.BUILD_QUEUED;
    }
    return sweep.complete() ? State.FINISHED : State.BUILD;
  }

  private static @Nullable Integer progress(State state, Sweeps.Progress sweep) {
    return switch (state) {
      case BUILD_QUEUED -> Integer.valueOf(0);
      case BUILD -> (int) (100 * sweep.share());
      case FINISHED -> null;
    };
  }
}
