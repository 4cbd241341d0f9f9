package dev.beckon.api.manage.segment;

import dev.beckon.api.manage.Days;
import dev.beckon.api.manage.Definitions;
import dev.beckon.engine.query.Members;
import dev.beckon.engine.query.Sweeps;
import dev.beckon.registry.Registry;
import dev.beckon.registry.document.Document;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Shows segments with how many are in them and how that changed.
final class SegmentViews {
  private static final int DAYS = 30;
  private static final int WEEK = 7;

  /// A segment that was changed longer ago has been built, whatever is being built now.
  private static final Duration BUILDING_MAX = Duration.ofDays(1);

  private final Registry registry;
  private final Members members;
  private final Sweeps sweeps;
  private final InstantSource clock;

  SegmentViews(Registry registry, Members members, Sweeps sweeps, InstantSource clock) {
    this.registry = registry;
    this.members = members;
    this.sweeps = sweeps;
    this.clock = clock;
  }

  SegmentJson.SegmentRowJson row(Document segment) {
    return row(segment, series(segment), uses(segment));
  }

  SegmentJson full(Document segment) {
    List<SegmentJson.SegmentDayJson> series = series(segment);
    List<SegmentJson.SegmentUseJson> uses = uses(segment);
    return new SegmentJson(
        row(segment, series, uses), segment.definition(), segment.createdAt(), uses, series);
  }

  private SegmentJson.SegmentRowJson row(
      Document segment,
      List<SegmentJson.SegmentDayJson> series,
      List<SegmentJson.SegmentUseJson> uses) {
    long count = series.getLast().count();
    Sweeps.Progress progress = sweeps.progress(segment.workspace());
    boolean recent =
        Duration.between(segment.updatedAt(), clock.instant()).compareTo(BUILDING_MAX) < 0;
    boolean building = recent && !isReached(segment.workspace(), progress);
    return new SegmentJson.SegmentRowJson(
        segment.id(),
        segment.name(),
        Definitions.text(segment.definition(), "description"),
        segment.version(),
        building ? SegmentJson.State.BUILDING : SegmentJson.State.LIVE,
        building ? (Double) Math.min(progress.share(), 0.99) : null,
        count,
        count - series.get(DAYS - 1 - WEEK).count(),
        series.stream().map(SegmentJson.SegmentDayJson::count).toList(),
        (int) uses.stream().map(use -> use.kind() + " " + use.id()).distinct().count(),
        segment.updatedAt());
  }

  private boolean isReached(int workspace, Sweeps.Progress progress) {
    long published =
        registry.publication().latest(workspace).map(latest -> latest.version()).orElse(0L);
    return progress.complete() && progress.version() >= published;
  }

  /// Counted back from the present, by who entered and left.
  private List<SegmentJson.SegmentDayJson> series(Document segment) {
    String zone = registry.workspaces().get(segment.workspace()).timezone();
    Days days = Days.last(DAYS, zone, clock.instant());
    long[] entered = new long[DAYS];
    long[] left = new long[DAYS];
    for (Members.Moves moves :
        members.moves(segment.workspace(), segment.id(), days.fromHour(), days.toHour())) {
      entered[days.indexOf(moves.hour())] += moves.entered();
      left[days.indexOf(moves.hour())] += moves.left();
    }
    long count = members.count(segment.workspace(), segment.id());
    List<SegmentJson.SegmentDayJson> series = new ArrayList<>();
    for (int day = DAYS - 1; day >= 0; day--) {
      series.addFirst(
          new SegmentJson.SegmentDayJson(days.date(day), count, entered[day], left[day]));
      count = Math.max(0, count - entered[day] + left[day]);
    }
    return series;
  }

  private List<SegmentJson.SegmentUseJson> uses(Document segment) {
    List<SegmentJson.SegmentUseJson> uses = new ArrayList<>();
    for (Document.Use use : registry.segments().uses(segment.workspace(), segment.id())) {
      uses.add(
          new SegmentJson.SegmentUseJson(
              SegmentJson.UseKind.valueOf(use.kind().name()),
              use.id(),
              use.name(),
              SegmentJson.UseRole.valueOf(use.role().toUpperCase(Locale.ROOT))));
    }
    return uses;
  }
}
