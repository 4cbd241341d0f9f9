package dev.beckon.api.manage.campaign;

import dev.beckon.api.manage.people.PersonViews;
import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.Step;
import dev.beckon.core.journey.Ending;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.journey.TraceStep;
import dev.beckon.core.segment.Durations;
import dev.beckon.engine.query.JourneyView;
import dev.beckon.engine.query.Journeys;
import dev.beckon.registry.Registry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Shows journeys: where they stand and why, in plain words.
public final class JourneyViews {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm zzz", Locale.ENGLISH);

  private final Registry registry;
  private final Journeys journeys;
  private final PersonViews people;
  private final CampaignNames campaigns;
  private final StepTitles titles;

  public JourneyViews(
      Registry registry,
      Journeys journeys,
      PersonViews people,
      CampaignNames campaigns,
      StepTitles titles) {
    this.registry = registry;
    this.journeys = journeys;
    this.people = people;
    this.campaigns = campaigns;
    this.titles = titles;
  }

  /// The campaign of a journey as it is now, null when it is gone or cannot be read.
  @Nullable Campaign campaignOf(JourneyView view) {
    int workspace = view.person().workspace();
    return registry
        .campaigns()
        .find(workspace, view.journey().campaign())
        .flatMap(found -> titles.compile(workspace, found.document().definition()))
        .orElse(null);
  }

  JourneyJson json(JourneyView view) {
    return json(view, campaignOf(view), journeys.trace(view.person(), view.journey().number()));
  }

  JourneyJson json(JourneyView view, @Nullable Campaign campaign, List<TraceStep> trace) {
    Journey journey = view.journey();
    int workspace = view.person().workspace();
    Step step = campaign == null ? null : campaign.route().steps().get(journey.step());
    Instant due = view.endedAt() > 0 ? null : dueAt(journey, step);
    return new JourneyJson(
        JourneyIds.of(view.person(), journey.number()),
        campaigns.always(workspace, journey.campaign()),
        people.ref(view.person()),
        state(view),
        Instant.ofEpochMilli(journey.startedAt()),
        time(view.endedAt()),
        time(view.convertedAt()),
        StepTitles.of(campaign, journey.step()),
        journey.step().isEmpty() ? null : Instant.ofEpochMilli(journey.arrivedAt()),
        due,
        why(view, step, due, trace),
        state(view) == JourneyJson.State.EXITED ? last(trace) : null);
  }

  private static JourneyJson.State state(JourneyView view) {
    if (view.endedAt() == 0) {
      return JourneyJson.State.ACTIVE;
    }
    return view.ending() == Ending.FINISHED ? JourneyJson.State.FINISHED : JourneyJson.State.EXITED;
  }

  private static @Nullable Instant dueAt(Journey journey, @Nullable Step step) {
    return switch (step) {
      case null -> null;
      case Step.Delay delay -> Instant.ofEpochMilli(journey.arrivedAt() + delay.duration());
      case Step.WaitUntil wait when wait.atMost() > 0 ->
          Instant.ofEpochMilli(journey.arrivedAt() + wait.atMost());
      case Step.WaitUntil _, Step.Send _, Step.Branch _, Step.Exit _ -> null;
    };
  }

  private String why(
      JourneyView view, @Nullable Step step, @Nullable Instant due, List<TraceStep> trace) {
    return switch (state(view)) {
      case FINISHED -> "Finished: " + last(trace) + ".";
      case EXITED -> "Left because " + last(trace) + ".";
      case ACTIVE -> whyActive(view, step, due, trace);
    };
  }

  private String whyActive(
      JourneyView view, @Nullable Step step, @Nullable Instant due, List<TraceStep> trace) {
    if (view.journey().state() == Journey.State.FILTERING) {
      return "Held at the entry filter, which does not match yet.";
    }
    if (view.journey().state() == Journey.State.HALTED) {
      return "Halted: " + last(trace);
    }
    String until = due == null ? "" : moment(view.person().workspace(), due);
    return switch (step) {
      case null -> "Stands on a step that is no longer in the campaign.";
      case Step.Delay delay ->
          "Waiting until " + until + ": " + Durations.words(delay.duration()) + " after arriving.";
      case Step.WaitUntil _ ->
          due == null ? "Waiting for it to be true." : "Waiting, at most until " + until + ".";
      case Step.Send _, Step.Branch _, Step.Exit _ -> "Going on at this moment.";
    };
  }

  /// A time as people of the workspace read it.
  String moment(int workspace, Instant at) {
    ZoneId zone = ZoneId.of(registry.workspaces().get(workspace).timezone());
    return MINUTE.format(at.atZone(zone));
  }

  private static String last(List<TraceStep> trace) {
    return trace.isEmpty() ? "of a reason that is no longer kept" : trace.getLast().verdict();
  }

  private static @Nullable Instant time(long at) {
    return at == 0 ? null : Instant.ofEpochMilli(at);
  }
}
