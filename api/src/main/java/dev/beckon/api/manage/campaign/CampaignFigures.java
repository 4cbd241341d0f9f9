package dev.beckon.api.manage.campaign;

import dev.beckon.api.manage.DayPointJson;
import dev.beckon.api.manage.Days;
import dev.beckon.api.manage.Sum;
import dev.beckon.core.machine.Fact;
import dev.beckon.engine.query.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The counters of campaigns, added up over steps and days.
///
/// Counters under a step are of messages and visits; those without one are of journeys.
public final class CampaignFigures {
  private final Numbers numbers;

  public CampaignFigures(Numbers numbers) {
    this.numbers = numbers;
  }

  /// @param journeys started, finished, exited, converted …
  /// @param messages of all steps together
  /// @param steps by step id
  public record Life(Sum journeys, Sum messages, Map<String, Sum> steps) {
    public long active() {
      return Math.max(
          0,
          journeys.of("started")
              - journeys.of("finished")
              - journeys.of("exited")
              - journeys.of("never_activated"));
    }
  }

  public Life life(int workspace, int campaign) {
    Life life = new Life(new Sum(), new Sum(), new TreeMap<>());
    for (Numbers.Count count : numbers.life(workspace, Fact.Subject.CAMPAIGN, campaign)) {
      if (count.step().isEmpty()) {
        life.journeys().add(count.metric(), count.count());
      } else {
        life.messages().add(count.metric(), count.count());
        life.steps()
            .computeIfAbsent(count.step(), _ -> new Sum())
            .add(count.metric(), count.count());
      }
    }
    return life;
  }

  /// What became of the messages of each day.
  public List<Sum> byDay(int workspace, int campaign, Days days) {
    List<Sum> sums = new ArrayList<>();
    for (int i = 0; i < days.count(); i++) {
      sums.add(new Sum());
    }
    for (Numbers.HourCount count :
        numbers.hours(workspace, Fact.Subject.CAMPAIGN, campaign, days.fromHour(), days.toHour())) {
      if (!count.step().isEmpty()) {
        sums.get(days.indexOf(count.hour())).add(count.metric(), count.count());
      }
    }
    return sums;
  }

  public static List<DayPointJson> series(List<Sum> sums, Days days) {
    List<DayPointJson> series = new ArrayList<>();
    for (int i = 0; i < sums.size(); i++) {
      series.add(sums.get(i).on(days.date(i)));
    }
    return series;
  }

  /// One sum of what became of messages over all the days.
  public static Sum total(List<Sum> sums) {
    Sum total = new Sum();
    sums.forEach(total::addAll);
    return total;
  }
}
