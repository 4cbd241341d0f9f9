package dev.beckon.api.manage.segment;

import dev.beckon.api.json.Document;
import dev.beckon.api.json.Inline;
import dev.beckon.core.value.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A segment with its definition.
///
/// @param uses what refers to it
/// @param series of the last 30 days, oldest first
public record SegmentJson(
    @Inline SegmentRowJson row,
    @Document("segment") Value definition,
    Instant createdAt,
    List<SegmentUseJson> uses,
    List<SegmentDayJson> series) {

  /// A segment as a line of a table.
  ///
  /// @param progress from 0 to 1 while it is built, else null
  /// @param spark how many were in it at the end of each of the last 30 days, oldest first
  public record SegmentRowJson(
      int id,
      String name,
      @Nullable String description,
      int version,
      State state,
      @Nullable Double progress,
      long count,
      @dev.beckon.api.json.Named("change_7d") long change7d,
      List<Long> spark,
      int usedBy,
      Instant updatedAt) {}

  public enum State {
    BUILDING,
    LIVE
  }

  public record SegmentUseJson(UseKind kind, int id, String name, UseRole role) {}

  public enum UseKind {
    CAMPAIGN,
    SEGMENT
  }

  public enum UseRole {
    TRIGGER,
    FILTER,
    EXIT,
    GOAL,
    STEP,
    CONDITION
  }

  public record SegmentDayJson(LocalDate date, long count, long entered, long left) {}
}
