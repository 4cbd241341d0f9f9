package dev.beckon.engine;

import static dev.beckon.engine.testing.World.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Maps;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.testing.Audit;
import dev.beckon.engine.testing.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each identifier is with one person, whatever comes in which order.
final class IdentityTest {
  private static final Identifier ANN = Identifier.id("ann");
  private static final Identifier BOB = Identifier.id("bob");
  private static final Identifier MAIL = Identifier.email("Ann@Example.com");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 32})
  void aSecondIdentifierIsClaimedAtItsOwnDesk(int partitions) {
    World world = World.of(partitions);
    PersonKey ann = world.identify(ANN, "email", MAIL.value());
    assertThat(world.person(MAIL)).map(Person::key).hasValue(ann);
    assertThat(world.person(Identifier.email("ANN@example.COM"))).map(Person::key).hasValue(ann);
    assertThat(world.track(MAIL, "opened_app")).isEqualTo(ann);
    assertThat(new Audit(world.queries()).contradictions()).isEmpty();
    assertThat(new Audit(world.queries()).people()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anIdentifierOfSomebodyElseIsRefused(int partitions) {
    World world = World.of(partitions);
    PersonKey ann = world.identify(ANN, "email", MAIL.value());
    world.identify(BOB);
    world.identify(BOB, "email", "ann@example.com", "plan", "pro");
    assertThat(world.person(MAIL)).map(Person::key).hasValue(ann);
    assertThat(world.person(BOB))
        .hasValueSatisfying(
            bob -> {
              assertThat(bob.profile().identifiers().emailValue()).isNull();
              assertThat(bob.profile().attribute("plan")).isNotNull();
            });
    assertThat(new Audit(world.queries()).activities("failed_attribute_change")).hasSize(1);
    assertThat(new Audit(world.queries()).contradictions()).isEmpty();
  }

  @Test
  void ofTwoWhoClaimAtTheSameTimeTheFirstAtTheDeskWins() {
    for (int first = 0; first < 2; first++) {
      World world = World.stepByStep(8);
      world.tell(World.identifying(ANN));
      world.tell(World.identifying(BOB));
      world.host().settle();
      world.tell(World.identifying(first == 0 ? ANN : BOB, "email", MAIL.value()));
      world.host().settle();
      world.tell(World.identifying(first == 0 ? BOB : ANN, "email", MAIL.value()));
      world.host().settle();
      assertThat(world.person(MAIL))
          .map(Person::key)
          .isEqualTo(world.person(first == 0 ? ANN : BOB).map(Person::key));
      assertThat(new Audit(world.queries()).contradictions()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anIdentifierThatIsGivenUpIsFree(int partitions) {
    World world = World.of(partitions);
    PersonKey ann = world.identify(ANN, "email", MAIL.value());
    assertThat(ann).isNotNull();
    assertThat(world.track(MAIL, "opened_app")).isEqualTo(ann);
    assertThat(world.track(MAIL, "opened_app")).isEqualTo(ann);
    world.tell(
        new Message.ToPerson(
            ann,
            new Input.Identify(
                0, null, List.of(Identifier.email("new@example.com")), Maps.empty(), null, false)));
    assertThat(world.person(MAIL)).isEmpty();
    PersonKey bob = world.identify(BOB, "email", MAIL.value());
    assertThat(world.person(MAIL)).map(Person::key).hasValue(bob);
    assertThat(world.track(MAIL, "opened_app")).isEqualTo(bob);
    assertThat(new Audit(world.queries()).contradictions()).isEmpty();
  }

  @Test
  void nobodyIsCreatedByAnUpdate() {
    World world = World.of(4);
    world.tell(
        new Message.ToIdentifier(
            WORKSPACE, ANN, new Input.Identify(0, ANN, List.of(), Maps.empty(), null, true)));
    assertThat(new Audit(world.queries()).people()).isEmpty();
    assertThat(new Audit(world.queries()).activities("failed_attribute_change")).hasSize(1);
  }

  @Test
  void aCallForSomebodyWhoWasJustDeletedFindsTheDeskFree() {
    World world = World.stepByStep(4);
    world.tell(World.identifying(ANN, "email", MAIL.value()));
    world.host().settle();
    PersonKey before = world.person(ANN).orElseThrow().key();
    // The desk of the address sends the event on to a home from which the person has just gone.
    world.tell(new Message.ToPerson(before, new Input.Delete(0)));
    world.tell(World.tracking(MAIL, "opened_app", "e1"));
    world.host().settle();
    assertThat(world.person(MAIL)).map(Person::key).isPresent().get().isNotEqualTo(before);
    assertThat(new Audit(world.queries()).activities("event")).hasSize(1);
    assertThat(new Audit(world.queries()).contradictions()).isEmpty();
  }

  @Test
  void aCallByCioIdForNobodyIsSaidToHaveFailed() {
    World world = World.of(4);
    PersonKey nobody = PersonKey.at(WORKSPACE, 2, 77);
    world.tell(new Message.ToPerson(nobody, new Input.Track(0, null, World.event("x", null))));
    assertThat(new Audit(world.queries()).activities("failed_event")).hasSize(1);
    assertThat(new Audit(world.queries()).people()).isEmpty();
  }
}
