package dev.beckon.engine.query;

import dev.beckon.core.person.Person;
import dev.beckon.engine.codec.Ahead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is in a segment, how many, and how that changed.
public final class Members {

  public Members(Queries queries) {}

  /// In the order of their `cio_id`.
  public Page<Person> page(int workspace, int segment, @Nullable String cursor, int limit) {
    @SuppressWarnings("unchecked")
    Page<Person> later = (Page<Person>) Ahead.ofTime(Page.class);
    return later;
  }

  public long count(int workspace, int segment) {
    return Ahead.ofTime(Long.class);
  }

  /// How many entered and left in each hour of a span in which somebody did, oldest first.
  ///
  /// @param fromHour inclusive, hours since the epoch
  /// @param toHour exclusive
  public List<Moves> moves(int workspace, int segment, long fromHour, long toHour) {
    @SuppressWarnings("unchecked")
    List<Moves> later = (List<Moves>) Ahead.ofTime(List.class);
    return later;
  }

  /// @param hour since the epoch
  public record Moves(long hour, long entered, long left) {}
}
