package dev.beckon.engine;

import static dev.beckon.engine.testing.Docs.document;
import static dev.beckon.engine.testing.Docs.inactive;
import static dev.beckon.engine.testing.Docs.items;
import static dev.beckon.engine.testing.World.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.testing.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Ticks that come late, and inputs that others have overtaken.
final class LateTest {
  private static final Identifier ANN = Identifier.id("ann");
  private static final long WEEK = Duration.ofDays(7).toMillis();

  @Test
  void whatWasDueBeforeAnInputHappensFirstAndAtItsOwnTime() {
    World world = World.of(2).publish(document(items(inactive()), items()));
    world.identify(ANN, "plan", "trial");
    world.host().setNow(START + WEEK + 500);
    world.identify(ANN, "name", "Ann");
    assertThat(world.person(ANN))
        .hasValueSatisfying(
            person -> {
              assertThat(person.standing().isMember(1)).isTrue();
              assertThat(since(person)).isEqualTo(START + WEEK);
            });
  }

  @Test
  void anOvertakenInputDoesNotTakeAnybodyBackInTime() {
    World world = World.of(1).publish(document(items(inactive()), items()));
    world.identify(ANN, "plan", "trial");
    world.passes(Duration.ofMillis(WEEK));
    world.host().setNow(START + WEEK - 2);
    world.identify(ANN, "plan", "TRIAL");
    assertThat(world.person(ANN).map(person -> person.standing().isMember(1))).contains(true);
  }

  @Test
  void whatAnOvertakenInputSaysKeepsItsOwnTime() {
    World world = World.of(1);
    world.identify(ANN, "plan", "first");
    world.host().setNow(START + 10);
    world.identify(ANN, "plan", "later");
    world.host().setNow(START + 5);
    world.identify(ANN, "plan", "earlier");
    assertThat(world.person(ANN).map(person -> person.profile().attribute("plan")))
        .contains(Value.of("later"));
  }

  @Test
  void aClockThatWasSetBackIsBelieved() {
    Input said = new Input.Identify(START, ANN, List.of(), Maps.empty(), null, false);
    long late = Overtaken.LATE_MS_MAX;
    assertThat(Overtaken.asOf(START + late, said).at()).isEqualTo(START + late);
    assertThat(Overtaken.asOf(START + late + 1, said)).isSameAs(said);
    assertThat(Overtaken.asOf(START, said)).isSameAs(said);
    assertThat(Overtaken.asOf(START + 1, new Input.Delete(START)).at()).isEqualTo(START + 1);
  }

  @Test
  void aDeletionComesAfterWhatWasDueBefore() {
    World world = World.of(1).publish(document(items(inactive()), items()));
    world.identify(ANN, "plan", "trial");
    world.host().setNow(START + WEEK + 1);
    world.tell(new Message.ToIdentifier(World.WORKSPACE, ANN, new Input.Delete(0)));
    assertThat(world.person(ANN)).isEmpty();
    world.host().tick();
    assertThat(world.host().nextDue()).isEqualTo(Long.MAX_VALUE);
  }

  private static long since(Person person) {
    var membership = person.standing().memberships().get(1);
    return membership == null ? 0 : membership.since();
  }
}
