package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.codec.Ahead;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened to a person or in a workspace, newest first.
public final class Activities {

  public Activities(Queries queries) {}

  public Page<ActivityView> ofPerson(
      PersonKey person, ActivityFilter filter, @Nullable String cursor, int limit) {
    @SuppressWarnings("unchecked")
    Page<ActivityView> later = (Page<ActivityView>) Ahead.ofTime(Page.class);
    return later;
  }

  public Page<ActivityView> ofWorkspace(
      int workspace, ActivityFilter filter, @Nullable String cursor, int limit) {
    @SuppressWarnings("unchecked")
    Page<ActivityView> later = (Page<ActivityView>) Ahead.ofTime(Page.class);
    return later;
  }

  public Optional<ActivityView> one(int workspace, ActivityId id) {
    @SuppressWarnings("unchecked")
    Optional<ActivityView> later = (Optional<ActivityView>) Ahead.ofTime(Optional.class);
    return later;
  }

  /// When the person was last heard of (epoch ms), 0 where never.
  public long lastSeen(PersonKey person) {
    return Ahead.ofTime(Long.class);
  }
}
