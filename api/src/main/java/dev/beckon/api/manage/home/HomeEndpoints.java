package dev.beckon.api.manage.home;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Days;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.api.manage.Sum;
import dev.beckon.api.manage.campaign.CampaignFigures;
import dev.beckon.api.manage.campaign.CampaignJson;
import dev.beckon.api.manage.campaign.CampaignViews;
import dev.beckon.core.machine.Fact;
import dev.beckon.delivery.SenderHealth;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.Journeys;
import dev.beckon.engine.query.Numbers;
import dev.beckon.engine.query.People;
import dev.beckon.registry.Registry;
import dev.beckon.registry.campaign.Campaign;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The first page of a workspace, and the first steps of newcomers.
public final class HomeEndpoints {
  private static final String TAG = "Home";
  private static final int RUNNING_MAX = 8;
  private static final int DAYS_DEFAULT = 30;
  private static final int DAYS_MAX = 90;
  private static final Set<String> EVENTS = Set.of("event", "page", "screen");

  private final Registry registry;
  private final Numbers numbers;
  private final People people;
  private final CampaignFigures figures;
  private final CampaignViews campaigns;
  private final Attention attention;
  private final Checklist checklist;
  private final InstantSource clock;

  public HomeEndpoints(
      Registry registry, Questions questions, CampaignViews campaigns, InstantSource clock) {
    this.registry = registry;
    this.numbers = questions.numbers();
    this.people = questions.people();
    this.figures = new CampaignFigures(numbers);
    this.campaigns = campaigns;
    this.attention =
        new Attention(registry, questions.activities(), questions.journeys(), questions.health());
    this.checklist = new Checklist(registry, figures);
    this.clock = clock;
  }

  /// What is asked of the engine and of delivery.
  public record Questions(
      Numbers numbers,
      People people,
      Activities activities,
      Journeys journeys,
      SenderHealth health) {}

  public void on(Endpoints endpoints) {
    endpoints
        .get(
            WORKSPACE + "/home",
            Access.VIEWER,
            About.of(TAG, "How is it going?", "Figures beside those of the days before.")
                .asks("days", "1 to 90, 30 if absent")
                .example("{}"),
            HomeJson.class,
            this::home)
        .get(
            WORKSPACE + "/checklist",
            Access.VIEWER,
            About.of(TAG, "First steps", "They tick themselves; demo content ticks none.")
                .example("{\"dismissed\": false, \"items\": []}"),
            Checklist.ChecklistJson.class,
            call -> checklist.of(call.workspace()))
        .tell(
            Method.PATCH,
            WORKSPACE + "/checklist",
            Access.EDITOR,
            About.of(TAG, "Hide or show the first steps", "For everybody in the workspace.")
                .example("{\"dismissed\": true}"),
            Checklist.ChecklistChangeJson.class,
            Checklist.ChecklistJson.class,
            (call, body) -> {
              checklist.dismiss(call.workspace(), body.dismissed());
              return checklist.of(call.workspace());
            });
  }

  private HomeJson home(Call call) {
    int workspace = call.workspace();
    int count = call.number("days", DAYS_DEFAULT, 1, DAYS_MAX);
    Days days = Days.last(count, registry.workspaces().get(workspace).timezone(), clock.instant());
    List<Sum> byDay = messages(workspace, days);
    Sum now = CampaignFigures.total(byDay);
    Sum before = CampaignFigures.total(messages(workspace, days.before()));
    return new HomeJson(
        count,
        days.first(),
        days.last(),
        totals(now, before),
        CampaignFigures.series(byDay, days),
        new HomeJson.HomePeopleJson(
            people.count(workspace), counted(workspace, days, Set.of("profile_create"))),
        new HomeJson.VersusJson(
            counted(workspace, days, EVENTS), counted(workspace, days.before(), EVENTS)),
        running(workspace),
        attention.of(workspace, now, days.first().atStartOfDay(days.zone()).toInstant()));
  }

  private List<Sum> messages(int workspace, Days days) {
    List<Sum> all = new ArrayList<>();
    for (int i = 0; i < days.count(); i++) {
      all.add(new Sum());
    }
    for (Campaign campaign : registry.campaigns().list(workspace)) {
      List<Sum> one = figures.byDay(workspace, campaign.id(), days);
      for (int i = 0; i < one.size(); i++) {
        all.get(i).addAll(one.get(i));
      }
    }
    return all;
  }

  private static HomeJson.TotalsJson totals(Sum now, Sum before) {
    return new HomeJson.TotalsJson(
        versus("sent", now, before),
        versus("delivered", now, before),
        versus("opened", now, before),
        versus("clicked", now, before),
        versus("converted", now, before));
  }

  private static HomeJson.VersusJson versus(String metric, Sum now, Sum before) {
    return new HomeJson.VersusJson(now.of(metric), before.of(metric));
  }

  private long counted(int workspace, Days days, Set<String> metrics) {
    long sum = 0;
    for (Numbers.HourCount count :
        numbers.hours(workspace, Fact.Subject.WORKSPACE, 0, days.fromHour(), days.toHour())) {
      sum += metrics.contains(count.metric()) ? count.count() : 0;
    }
    return sum;
  }

  private List<CampaignJson.CampaignRowJson> running(int workspace) {
    return registry.campaigns().list(workspace).stream()
        .filter(campaign -> campaign.run().state() == Campaign.State.RUNNING)
        .map(campaigns::row)
        .sorted(
            Comparator.comparingLong(
                    (CampaignJson.CampaignRowJson row) -> row.numbers().sent() + row.active())
                .reversed())
        .limit(RUNNING_MAX)
        .toList();
  }
}
