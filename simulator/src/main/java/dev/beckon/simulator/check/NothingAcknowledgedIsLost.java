package dev.beckon.simulator.check;

import dev.beckon.core.machine.Fact;
import dev.beckon.core.value.Value;
import dev.beckon.simulator.audit.Dossier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every acknowledged event is there, once, and with the person it belongs to.
public final class NothingAcknowledgedIsLost implements Checker {
  @Override
  public List<String> problems(Evidence evidence) {
    List<String> problems = new ArrayList<>(evidence.auditor().surprises());
    Map<Long, Integer> kept = new HashMap<>();
    evidence.stored().activities().forEach(activity -> note(activity, kept));
    Set<Long> forgotten = new HashSet<>(evidence.auditor().forgottenMarks());
    evidence
        .said()
        .all()
        .forEach(
            (mark, saying) -> {
              int times = kept.getOrDefault(mark, 0);
              if (times == 0 && saying.acknowledged() && !forgotten.contains(mark)) {
                problems.add(
                    "Expected acknowledged event " + mark + " to be kept, but it is lost.");
              } else if (times > (saying.once() ? 1 : saying.times())) {
                problems.add(
                    "Expected event " + mark + " once, but it is kept " + times + " times.");
              }
            });
    evidence.auditor().people().forEach(dossier -> compare(evidence, dossier, problems));
    return problems;
  }

  private static void compare(Evidence evidence, Dossier dossier, List<String> problems) {
    Map<Long, Integer> kept = new HashMap<>();
    evidence.stored().activities(dossier.key()).forEach(activity -> note(activity, kept));
    Map<Long, Integer> expected = new HashMap<>();
    dossier.marks().forEach(mark -> expected.merge(mark, 1, Integer::sum));
    if (!kept.equals(expected)) {
      problems.add(
          "Expected events " + expected + " of " + dossier.key() + ", but there are " + kept + ".");
    }
  }

  private static void note(Fact.Activity activity, Map<Long, Integer> kept) {
    boolean event = activity.type().equals("event") || activity.type().equals("failed_event");
    if (event && activity.data().get("mark") instanceof Value.Whole(long mark)) {
      kept.merge(mark, 1, Integer::sum);
    }
  }
}
