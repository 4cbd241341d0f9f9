package dev.beckon.engine.query;

import dev.beckon.core.person.Person;
import dev.beckon.core.segment.Condition;
import dev.beckon.engine.codec.Ahead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many people a condition would match at this moment, and some of them.
public final class Preview {

  public Preview(Queries queries) {}

  /// Looks at everybody, as far as the budget goes.
  ///
  /// @param at the moment to which windows refer (epoch ms)
  /// @param sample how many people to give
  public Result count(int workspace, Condition condition, long at, int sample, Budget budget) {
    return Ahead.ofTime(Result.class);
  }

  /// Those who match, newest first in each partition.
  public Page<Person> page(
      int workspace,
      Condition condition,
      long at,
      @Nullable String cursor,
      int limit,
      Budget budget) {
    @SuppressWarnings("unchecked")
    Page<Person> later = (Page<Person>) Ahead.ofTime(Page.class);
    return later;
  }

  /// @param matched of those that were looked at
  /// @param scanned how many were looked at
  /// @param complete whether that was everybody
  public record Result(long matched, long scanned, boolean complete, List<Person> sample) {}
}
