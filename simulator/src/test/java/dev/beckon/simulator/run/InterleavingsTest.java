package dev.beckon.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Maps;
import dev.beckon.engine.message.Message;
import dev.beckon.simulator.Stored;
import dev.beckon.simulator.World;
import dev.beckon.simulator.check.Evidence;
import dev.beckon.simulator.check.OnePersonPerIdentifier;
import dev.beckon.simulator.check.Sendings;
import dev.beckon.simulator.script.Dice;
import dev.beckon.simulator.script.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Few calls about the same identifiers, in thousands of orders, with crashes in between.
final class InterleavingsTest {
  private static final int ORDERS = 1_500;

  @Test
  void whoeverGivesUpAnAddressAndWantsItBackMayLoseIt() {
    for (int order = 0; order < ORDERS; order++) {
      Stage stage = stage(order);
      say(stage, Identifier.id("ann"));
      say(stage, Identifier.id("bob"));
      stage.settle();
      PersonKey ann = stage.stored().holder(Identifier.id("ann")).orElseThrow();
      stage.say(renaming(ann, "shared@x.test"));
      stage.say(renaming(ann, "other@x.test"));
      stage.say(renaming(ann, "shared@x.test"));
      say(stage, Identifier.id("bob"), Identifier.email("shared@x.test"));
      assertOnePerIdentifier(stage, order);
    }
  }

  @Test
  void peopleWhoAreDeletedWhileTheyClaimLeaveNothingBehind() {
    for (int order = 0; order < ORDERS; order++) {
      Stage stage = stage(order);
      say(stage, Identifier.id("ann"), Identifier.email("shared@x.test"));
      stage.say(message(Identifier.id("ann"), new Input.Delete(0)));
      say(stage, Identifier.email("shared@x.test"), Identifier.id("ann"));
      say(stage, Identifier.id("bob"), Identifier.email("shared@x.test"));
      assertOnePerIdentifier(stage, order);
    }
  }

  @Test
  void fourPeopleAndTwoAddresses() {
    for (int order = 0; order < ORDERS; order++) {
      Stage stage = stage(order);
      for (String name : List.of("ann", "bob", "eve", "kim")) {
        say(stage, Identifier.id(name), Identifier.email("one@x.test"));
        say(stage, Identifier.id(name), Identifier.email("two@x.test"));
      }
      assertOnePerIdentifier(stage, order);
    }
  }

  private static Stage stage(int order) {
    return new Stage(new Dice(order), 2 + order % 4, World.START, Tricks.NONE);
  }

  private static void say(Stage stage, Identifier by, Identifier... sets) {
    stage.say(message(by, new Input.Identify(0, by, List.of(sets), Maps.empty(), null, false)));
    stage.step(3);
  }

  private static Message message(Identifier by, Input input) {
    return new Message.ToIdentifier(Stored.WORKSPACE, by, input);
  }

  private static Message renaming(PersonKey person, String email) {
    List<Identifier> sets = List.of(Identifier.email(email));
    return new Message.ToPerson(
        person, new Input.Identify(0, null, sets, Maps.empty(), null, false));
  }

  private static void assertOnePerIdentifier(Stage stage, int order) {
    if (order % 3 == 0) {
      stage.step(order % 11);
      stage.crash(0);
    }
    stage.settle();
    Evidence evidence =
        new Evidence(
            stage.stored(),
            stage.auditor(),
            Script.NOTHING,
            new Sendings(),
            stage.said(),
            stage.journal(),
            stage.now());
    assertThat(new OnePersonPerIdentifier().problems(evidence)).as("order %s", order).isEmpty();
    assertThat(stage.auditor().surprises()).as("order %s", order).isEmpty();
  }
}
