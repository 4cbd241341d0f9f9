package dev.beckon.api.manage.campaign;

import dev.beckon.api.manage.Days;
import dev.beckon.api.manage.Definitions;
import dev.beckon.api.manage.Sum;
import dev.beckon.core.campaign.Step;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.JourneyFilter;
import dev.beckon.engine.query.JourneyView;
import dev.beckon.engine.query.Journeys;
import dev.beckon.registry.Registry;
import dev.beckon.registry.campaign.Campaign;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Shows campaigns with their figures.
public final class CampaignViews {
  private static final int DAYS = 30;
  private static final int INCIDENTS_COUNTED_MAX = 1_000;

  private final Registry registry;
  private final CampaignFigures figures;
  private final Journeys journeys;
  private final StepTitles titles;
  private final InstantSource clock;

  public CampaignViews(
      Registry registry,
      CampaignFigures figures,
      Journeys journeys,
      StepTitles titles,
      InstantSource clock) {
    this.registry = registry;
    this.figures = figures;
    this.journeys = journeys;
    this.titles = titles;
    this.clock = clock;
  }

  public CampaignJson.CampaignRowJson row(Campaign campaign) {
    int workspace = campaign.document().workspace();
    CampaignFigures.Life life = figures.life(workspace, campaign.id());
    Days days = days(workspace, DAYS);
    List<Sum> byDay = figures.byDay(workspace, campaign.id(), days);
    Value.Fields definition = campaign.document().definition();
    Value trigger = definition.get("trigger");
    return new CampaignJson.CampaignRowJson(
        campaign.id(),
        campaign.name(),
        Definitions.text(definition, "description"),
        campaign.document().version(),
        CampaignJson.State.valueOf(campaign.run().state().shown().toUpperCase(Locale.ROOT)),
        trigger == null ? Value.Fields.EMPTY : trigger,
        steps(nested(definition, "steps")),
        life.active(),
        life.journeys().of("started"),
        CampaignFigures.total(byDay).numbers(),
        byDay.stream().map(sum -> sum.of("sent")).toList(),
        campaign.run().startedAt(),
        campaign.document().updatedAt());
  }

  CampaignJson full(Campaign campaign) {
    return new CampaignJson(
        row(campaign),
        campaign.document().definition(),
        campaign.document().createdAt(),
        campaign.run().stoppedAt(),
        problems(campaign),
        campaign.run().recipe());
  }

  List<CampaignJson.CampaignProblemJson> problems(Campaign campaign) {
    return registry.campaigns().problems(campaign).stream()
        .map(
            problem ->
                new CampaignJson.CampaignProblemJson(
                    problem.pointer(), problem.stepId(), problem.severity(), problem.detail()))
        .toList();
  }

  CampaignJson.CampaignNumbersJson numbers(Campaign campaign, int count) {
    int workspace = campaign.document().workspace();
    CampaignFigures.Life life = figures.life(workspace, campaign.id());
    Days days = days(workspace, count);
    return new CampaignJson.CampaignNumbersJson(
        clock.instant(),
        life.journeys().of("started"),
        life.active(),
        life.journeys().of("finished"),
        life.journeys().of("exited") + life.journeys().of("never_activated"),
        life.journeys().of("converted"),
        life.messages().numbers(),
        CampaignFigures.series(figures.byDay(workspace, campaign.id(), days), days),
        steps(campaign, life));
  }

  private SequencedMap<String, CampaignJson.StepNumbersJson> steps(
      Campaign campaign, CampaignFigures.Life life) {
    int workspace = campaign.document().workspace();
    Map<String, Long> incidents = incidents(workspace, campaign.id());
    SequencedMap<String, CampaignJson.StepNumbersJson> steps = new LinkedHashMap<>();
    titles
        .compile(workspace, campaign.document().definition())
        .ifPresent(
            compiled ->
                compiled
                    .route()
                    .steps()
                    .forEach(
                        (id, step) ->
                            steps.put(id, step(step, sumOf(life, id), countOf(incidents, id)))));
    return steps;
  }

  private static CampaignJson.StepNumbersJson step(Step step, Sum sum, long incidents) {
    boolean chooses = step instanceof Step.Branch || step instanceof Step.WaitUntil;
    long waiting = sum.of("reached") - sum.of("passed") - sum.of("ended");
    return new CampaignJson.StepNumbersJson(
        sum.of("reached"),
        Math.max(0, waiting),
        sum.of("passed"),
        sum.of("converted"),
        chooses ? (Long) sum.of("yes") : null,
        chooses ? (Long) sum.of("no") : null,
        step instanceof Step.Send ? sum.numbers() : null,
        incidents);
  }

  private static Sum sumOf(CampaignFigures.Life life, String step) {
    Sum sum = life.steps().get(step);
    return sum == null ? new Sum() : sum;
  }

  private static long countOf(Map<String, Long> counts, String step) {
    Long count = counts.get(step);
    return count == null ? 0 : count;
  }

  private Map<String, Long> incidents(int workspace, int campaign) {
    Map<String, Long> byStep = new TreeMap<>();
    JourneyFilter halted = new JourneyFilter(JourneyFilter.State.HALTED, null);
    for (JourneyView view :
        journeys.ofCampaign(workspace, campaign, halted, null, INCIDENTS_COUNTED_MAX).items()) {
      byStep.merge(view.journey().step(), 1L, Long::sum);
    }
    return byStep;
  }

  private Days days(int workspace, int count) {
    return Days.last(count, registry.workspaces().get(workspace).timezone(), clock.instant());
  }

  private static int steps(Value value) {
    int count = 0;
    if (value instanceof Value.Items items) {
      for (Value item : items.items()) {
        if (item instanceof Value.Fields step) {
          count += 1 + steps(nested(step, "then")) + steps(nested(step, "otherwise"));
        }
      }
    }
    return count;
  }

  private static Value nested(Value.Fields step, String name) {
    Value steps = step.get(name);
    return steps == null ? Value.nothing() : steps;
  }
}
