package dev.beckon.engine.query;

import dev.beckon.engine.codec.Ahead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is happening in a workspace from a moment on, oldest first; nothing is missed or repeated.
///
/// For one reader; each poll goes on where the last one stopped.
public final class ActivityTail {

  /// @param after the last activity that was seen, or null to start with what happens from now on
  public ActivityTail(
      Queries queries, int workspace, ActivityFilter filter, @Nullable ActivityId after) {}

  /// What has become durable since the last poll.
  ///
  /// @param limit how many are given; what is beyond is counted as skipped
  public Poll poll(int limit) {
    return Ahead.ofTime(Poll.class);
  }

  /// @param skipped how many matching activities were left out because of the limit
  public record Poll(List<ActivityView> items, int skipped) {}
}
