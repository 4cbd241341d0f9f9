package dev.beckon.simulator.check;

import dev.beckon.core.journey.Journey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.LongMap;
import dev.beckon.engine.store.TallyGroup;
import dev.beckon.simulator.audit.Counts;
import dev.beckon.simulator.script.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Nobody vanishes on the way: who entered a campaign is under way, finished or exited; who reached
/// a step waits there, has passed it or ended there; and the counters say what the model counted.
public final class Conservation implements Checker {
  @Override
  public List<String> problems(Evidence evidence) {
    Map<Counts.Key, Long> found = counted(evidence, Fact.Subject.CAMPAIGN);
    Map<Counts.Key, Long> underWay = new TreeMap<>();
    evidence.stored().people().forEach(person -> note(person, underWay));
    List<String> problems = new ArrayList<>();
    NavigableSet<Counts.Key> places = new TreeSet<>();
    found.keySet().forEach(key -> places.add(place(key)));
    places.forEach(place -> balance(place, found, underWay, problems));
    evidence.script().groups().forEach(group -> balance(evidence, group, problems));
    compare(evidence.auditor().counts().all(), found, problems);
    return problems;
  }

  private static Counts.Key place(Counts.Key key) {
    return new Counts.Key(key.program(), key.step(), "");
  }

  private static Map<Counts.Key, Long> counted(Evidence evidence, Fact.Subject subject) {
    Map<Counts.Key, Long> counted = new TreeMap<>();
    evidence
        .stored()
        .tallies()
        .forEach(
            (group, counts) -> {
              if (group.subject() == TallyGroup.subjectCode(subject)) {
                counts.forEach(
                    (name, count) ->
                        counted.put(new Counts.Key(group.id(), name.step(), name.metric()), count));
              }
            });
    return counted;
  }

  private static void note(Person person, Map<Counts.Key, Long> underWay) {
    LongMap<Journey> journeys = person.course().journeys();
    for (int i = 0; i < journeys.size(); i++) {
      Journey journey = journeys.valueAt(i);
      underWay.merge(new Counts.Key(journey.campaign(), "", ""), 1L, Long::sum);
      if (!journey.step().isEmpty()) {
        underWay.merge(new Counts.Key(journey.campaign(), journey.step(), ""), 1L, Long::sum);
      }
    }
  }

  private static void balance(
      Counts.Key place,
      Map<Counts.Key, Long> found,
      Map<Counts.Key, Long> underWay,
      List<String> problems) {
    boolean whole = place.step().isEmpty();
    long in = of(found, place, whole ? "started" : "reached");
    long there = underWay.getOrDefault(place, 0L);
    long out =
        whole
            ? of(found, place, "finished")
                + of(found, place, "exited")
                + of(found, place, "never_activated")
            : of(found, place, "passed") + of(found, place, "ended");
    if (in != there + out) {
      problems.add(
          "Expected as many to come as to be there and to leave, but at "
              + place
              + " came "
              + in
              + ", are "
              + there
              + " and left "
              + out
              + ".");
    }
  }

  private static void balance(Evidence evidence, Group group, List<String> problems) {
    long entered = evidence.stored().counted(Fact.Subject.SEGMENT, group.id(), "", "entered");
    long left = evidence.stored().counted(Fact.Subject.SEGMENT, group.id(), "", "left");
    long members = evidence.stored().members(group.id()).size();
    if (entered - left != members) {
      problems.add(
          "Expected "
              + (entered - left)
              + " members of "
              + group.name()
              + ", but got "
              + members
              + ".");
    }
  }

  private static void compare(
      Map<Counts.Key, Long> expected, Map<Counts.Key, Long> found, List<String> problems) {
    NavigableSet<Counts.Key> keys = new TreeSet<>(expected.keySet());
    found.keySet().stream().filter(key -> !isOfJourneys(key)).forEach(keys::add);
    for (Counts.Key key : keys) {
      long wanted = expected.getOrDefault(key, 0L);
      long got = found.getOrDefault(key, 0L);
      if (wanted != got) {
        problems.add("Expected " + wanted + " for " + key + ", but " + got + " were counted.");
      }
    }
  }

  /// Journeys that converted are counted, but the model only knows of messages that did.
  private static boolean isOfJourneys(Counts.Key key) {
    return key.step().isEmpty() && key.metric().equals("converted");
  }

  private static long of(Map<Counts.Key, Long> found, Counts.Key place, String metric) {
    return found.getOrDefault(new Counts.Key(place.program(), place.step(), metric), 0L);
  }
}
