package dev.beckon.simulator.check;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.simulator.audit.Dossier;
import dev.beckon.simulator.audit.Scan;
import dev.beckon.simulator.script.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Whoever belongs in a segment by everything that they ever did is in it, and nobody else.
public final class SegmentsMatchFullScan implements Checker {
  @Override
  public List<String> problems(Evidence evidence) {
    List<String> problems = new ArrayList<>();
    for (Group group : evidence.script().groups()) {
      Set<String> expected = new TreeSet<>();
      for (Dossier dossier : evidence.auditor().people()) {
        if (new Scan(evidence.script(), dossier, evidence.now()).isIn(group)) {
          expected.add(dossier.key().cioIdText());
        }
      }
      compare(group, "members", expected, members(evidence, group), problems);
      compare(group, "people who know it", expected, standing(evidence, group), problems);
    }
    return problems;
  }

  private static Set<String> members(Evidence evidence, Group group) {
    Set<String> members = new TreeSet<>();
    evidence.stored().members(group.id()).stream().map(PersonKey::cioIdText).forEach(members::add);
    return members;
  }

  private static Set<String> standing(Evidence evidence, Group group) {
    Set<String> standing = new TreeSet<>();
    for (Person person : evidence.stored().people()) {
      if (person.standing().isMember(group.id())) {
        standing.add(person.key().cioIdText());
      }
    }
    return standing;
  }

  private static void compare(
      Group group, String what, Set<String> expected, Set<String> found, List<String> problems) {
    if (!expected.equals(found)) {
      problems.add(
          "Expected "
              + what
              + " of "
              + group
              + " to be "
              + expected
              + ", but they are "
              + found
              + ".");
    }
  }
}
