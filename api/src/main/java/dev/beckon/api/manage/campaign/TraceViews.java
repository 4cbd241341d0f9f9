package dev.beckon.api.manage.campaign;

import dev.beckon.api.manage.campaign.JourneyJson.TraceKind;
import dev.beckon.api.manage.campaign.JourneyJson.TraceOutcome;
import dev.beckon.api.manage.message.DeliveryState;
import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.journey.TraceStep;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.query.Deliveries;
import dev.beckon.engine.query.DeliveryFilter;
import dev.beckon.engine.query.DeliveryView;
import dev.beckon.engine.query.JourneyView;
import dev.beckon.engine.query.Journeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows what a journey did, step by step, with the evidence and the messages.
public final class TraceViews {
  private static final int DELIVERIES_MAX = 200;

  private final Journeys journeys;
  private final Deliveries deliveries;
  private final DeliveryToken tokens;
  private final JourneyViews views;

  public TraceViews(
      Journeys journeys, Deliveries deliveries, DeliveryToken tokens, JourneyViews views) {
    this.journeys = journeys;
    this.deliveries = deliveries;
    this.tokens = tokens;
    this.views = views;
  }

  JourneyJson.JourneyTraceJson json(JourneyView view) {
    Campaign campaign = views.campaignOf(view);
    List<TraceStep> trace = journeys.trace(view.person(), view.journey().number());
    List<DeliveryView> sent =
        deliveries
            .ofPerson(
                view.person(),
                new DeliveryFilter(java.util.Set.of(), view.journey().campaign()),
                null,
                DELIVERIES_MAX)
            .items();
    List<JourneyJson.TraceEntryJson> entries = new ArrayList<>();
    for (TraceStep step : trace) {
      entries.add(entry(campaign, step, sent));
    }
    converted(view, entries);
    return new JourneyJson.JourneyTraceJson(views.json(view, campaign, trace), entries);
  }

  /// Puts the conversion where it belongs in time.
  private static void converted(JourneyView view, List<JourneyJson.TraceEntryJson> entries) {
    if (view.convertedAt() == 0) {
      return;
    }
    Instant at = Instant.ofEpochMilli(view.convertedAt());
    int place = 0;
    while (place < entries.size() && !entries.get(place).at().isAfter(at)) {
      place++;
    }
    entries.add(
        place,
        new JourneyJson.TraceEntryJson(
            at,
            null,
            TraceKind.CONVERTED,
            "Converted",
            TraceOutcome.CONVERTED,
            "The goal was met.",
            List.of(),
            null,
            null));
  }

  private JourneyJson.TraceEntryJson entry(
      @Nullable Campaign campaign, TraceStep step, List<DeliveryView> sent) {
    StepJson shown = step.step().isEmpty() ? null : StepTitles.of(campaign, step.step());
    DeliveryView message = step.action().equals("sent") ? message(step, sent) : null;
    TraceKind kind = kind(step, shown);
    return new JourneyJson.TraceEntryJson(
        Instant.ofEpochMilli(step.at()),
        step.step().isEmpty() ? null : step.step(),
        kind,
        title(kind, step, shown),
        outcome(step),
        because(step),
        step.evidence().stream()
            .map(look -> new JourneyJson.EvidenceJson(look.asked(), look.found(), look.truth()))
            .toList(),
        message == null ? null : tokens.of(message.id()),
        message == null ? null : DeliveryState.of(message.furthest()));
  }

  private static @Nullable DeliveryView message(TraceStep step, List<DeliveryView> sent) {
    for (DeliveryView view : sent) {
      if (view.origin().journey() == step.journey()
          && view.origin().step().equals(step.step())
          && view.createdAt() == step.at()) {
        return view;
      }
    }
    return null;
  }

  private static TraceKind kind(TraceStep step, @Nullable StepJson shown) {
    return switch (step.action()) {
      case "started" -> TraceKind.STARTED;
      case "admitted", "filtered" -> TraceKind.FILTER;
      case "exited", "finished" -> TraceKind.ENDED;
      case "sent", "withheld" -> TraceKind.SEND;
      default -> shown == null ? TraceKind.EXIT : TraceKind.valueOf(shown.kind().name());
    };
  }

  private static String title(TraceKind kind, TraceStep step, @Nullable StepJson shown) {
    return switch (kind) {
      case STARTED -> "Started";
      case FILTER -> "Entry filter";
      case ENDED -> step.action().equals("finished") ? "Finished" : "Left";
      case SEND, DELAY, WAIT_UNTIL, BRANCH, EXIT, CONVERTED ->
          shown == null ? step.step() : shown.title();
    };
  }

  private static TraceOutcome outcome(TraceStep step) {
    return switch (step.action()) {
      case "started" -> TraceOutcome.STARTED;
      case "filtered", "waiting" -> TraceOutcome.WAITING;
      case "branched" ->
          switch (step.verdict()) {
            case "true", "met" -> TraceOutcome.YES;
            case "timed_out" -> TraceOutcome.TIMED_OUT;
            default -> TraceOutcome.NO;
          };
      case "sent" -> TraceOutcome.SENT;
      case "withheld" -> TraceOutcome.HELD;
      case "halted" -> TraceOutcome.FAILED;
      case "exited" -> TraceOutcome.EXITED;
      case "finished" -> TraceOutcome.FINISHED;
      case "entered", "resumed" -> TraceOutcome.ENTERED;
      default -> TraceOutcome.PASSED;
    };
  }

  private static String because(TraceStep step) {
    return switch (step.action()) {
      case "sent" -> "The message was handed to delivery.";
      case "withheld" -> "Not sent: " + step.verdict() + ".";
      case "waiting" -> "Waits: " + step.verdict() + ".";
      // The name of an event is written as it is.
      case "started" ->
          step.verdict().endsWith(" happened") ? step.verdict() + "." : sentence(step.verdict());
      case "removed" -> "The step was removed from the campaign.";
      case "resumed" -> "A member let it go on.";
      case "branched" ->
          switch (step.verdict()) {
            case "true" -> "The condition held.";
            case "false" -> "The condition did not hold.";
            case "met" -> "What was waited for has come.";
            default -> "The time was over.";
          };
      default -> sentence(step.verdict());
    };
  }

  private static String sentence(String words) {
    if (words.isEmpty()) {
      return "";
    }
    String text = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    return text.endsWith(".") ? text : text + ".";
  }
}
