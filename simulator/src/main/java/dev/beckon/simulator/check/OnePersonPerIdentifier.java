package dev.beckon.simulator.check;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every identifier is with the one person whom its desk knows, and nobody waits for an answer.
public final class OnePersonPerIdentifier implements Checker {
  @Override
  public List<String> problems(Evidence evidence) {
    List<String> problems = new ArrayList<>();
    Map<Identifier, PersonKey> desks = evidence.stored().desks();
    Map<Identifier, PersonKey> held = new LinkedHashMap<>();
    for (Person person : evidence.stored().people()) {
      for (IdentifierKind kind : IdentifierKind.values()) {
        Identifiers.Held slot = person.profile().identifiers().held(kind);
        if (slot != null) {
          check(person.key(), new Identifier(kind, slot.value()), slot, held, problems);
        }
      }
    }
    if (!held.equals(desks)) {
      problems.add("Expected the desks to know " + held + ", but they know " + desks + ".");
    }
    Map<Identifier, PersonKey> expected = evidence.auditor().desks();
    if (!expected.equals(desks)) {
      problems.add("Expected the desks to know " + expected + ", but they know " + desks + ".");
    }
    return problems;
  }

  private static void check(
      PersonKey person,
      Identifier identifier,
      Identifiers.Held slot,
      Map<Identifier, PersonKey> held,
      List<String> problems) {
    PersonKey other = held.put(identifier.normalized(), person);
    if (other != null) {
      problems.add(
          "Expected one person with "
              + identifier
              + ", but "
              + other
              + " and "
              + person
              + " have it.");
    }
    if (slot.pending()) {
      problems.add("Expected an answer for " + identifier + " of " + person + ", but none came.");
    }
  }
}
