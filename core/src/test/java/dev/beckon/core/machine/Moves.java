package dev.beckon.core.machine;

import dev.beckon.core.journey.Journey;
import dev.beckon.core.journey.JourneyLife;
import dev.beckon.core.journey.JourneyLife.Stage;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Person;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The moves between stages of a journey that scenarios have taken so far.
final class Moves {
  private static final Set<Move> TAKEN = ConcurrentHashMap.newKeySet();

  record Move(Stage from, Stage to) {}

  private Moves() {}

  static Set<Move> taken() {
    return TAKEN;
  }

  static void note(Person before, Decision decision) {
    Person person = before;
    for (Change change : decision.changes()) {
      if (change instanceof Change.JourneyMoved(Journey journey)) {
        @Nullable Journey known = person.course().journey(journey.number());
        if (known != null && known.state() != journey.state()) {
          note(JourneyLife.stage(known.state()), JourneyLife.stage(journey.state()));
        }
      }
      person = person.apply(change);
    }
    for (Fact fact : decision.facts()) {
      if (fact instanceof Fact.Ended ended) {
        note(JourneyLife.stage(ended.journey().state()), JourneyLife.stage(ended.ending()));
      }
    }
  }

  private static void note(Stage from, Stage to) {
    TAKEN.add(new Move(from, to));
  }
}
