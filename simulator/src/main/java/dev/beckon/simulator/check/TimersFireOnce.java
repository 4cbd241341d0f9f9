package dev.beckon.simulator.check;

import dev.beckon.core.machine.Effect;
import dev.beckon.core.person.Person;
import dev.beckon.core.segment.Membership;
import dev.beckon.core.segment.Verdict;
import dev.beckon.simulator.audit.Dossier;
import dev.beckon.simulator.audit.Letter;
import java.util.ArrayList;
import java.util.List;

/// Everything that is due happens once, at its own millisecond: messages go out and people move
/// between segments at the instants at which they must, and nobody's timer is left behind.
public final class TimersFireOnce implements Checker {
  @Override
  public List<String> problems(Evidence evidence) {
    List<String> problems = new ArrayList<>();
    if (evidence.stored().nextDue() <= evidence.now()) {
      problems.add(
          "Expected no timer to be due, but one is at " + evidence.stored().nextDue() + ".");
    }
    for (Dossier dossier : evidence.auditor().people()) {
      messages(evidence, dossier, problems);
      evidence
          .stored()
          .person(dossier.key())
          .ifPresentOrElse(
              person -> person(evidence, dossier, person, problems),
              () -> problems.add("Expected " + dossier.key() + " to exist, but there is nobody."));
    }
    return problems;
  }

  private static void messages(Evidence evidence, Dossier dossier, List<String> problems) {
    List<String> expected = dossier.letters().stream().map(Letter::line).sorted().toList();
    List<String> found =
        evidence.sendings().all().stream()
            .map(Sendings.Sending::deliver)
            .filter(
                deliver ->
                    deliver.id().person().equals(dossier.key())
                        || dossier.absorbed().contains(deliver.id().person()))
            .map(TimersFireOnce::line)
            .sorted()
            .toList();
    if (!expected.equals(found)) {
      problems.add(
          "Expected messages " + expected + " to " + dossier.key() + ", but got " + found + ".");
    }
  }

  private static String line(Effect.Deliver deliver) {
    return Letter.line(
        deliver.at(), deliver.campaign(), deliver.step(), deliver.rendering().recipient());
  }

  private static void person(
      Evidence evidence, Dossier dossier, Person person, List<String> problems) {
    boolean armed = evidence.stored().hasTimer(person);
    if (armed != (person.timerAt() != Verdict.NEVER)) {
      problems.add(
          "Expected one timer at "
              + person.timerAt()
              + " for "
              + person.key()
              + ", but it is not so.");
    }
    dossier
        .stays()
        .forEach(
            (segment, stay) -> {
              Membership found = person.standing().memberships().get(segment);
              boolean same =
                  found == null
                      ? !stay.in()
                      : found.member() == stay.in() && found.since() == stay.since();
              if (!same) {
                problems.add(
                    "Expected "
                        + stay
                        + " in segment "
                        + segment
                        + " of "
                        + person.key()
                        + ", but found "
                        + found
                        + ".");
              }
            });
  }
}
