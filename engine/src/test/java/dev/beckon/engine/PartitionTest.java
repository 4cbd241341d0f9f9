package dev.beckon.engine;

import static dev.beckon.engine.testing.Docs.document;
import static dev.beckon.engine.testing.Docs.followUp;
import static dev.beckon.engine.testing.Docs.inactive;
import static dev.beckon.engine.testing.Docs.items;
import static dev.beckon.engine.testing.World.WORKSPACE;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Fact;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.query.Deliveries;
import dev.beckon.engine.query.DeliveryFilter;
import dev.beckon.engine.query.JourneyFilter;
import dev.beckon.engine.query.Journeys;
import dev.beckon.engine.query.Members;
import dev.beckon.engine.query.Numbers;
import dev.beckon.engine.testing.World;
import org.junit.jupiter.api.Test;

/// People, messages and time on a few partitions.
final class PartitionTest {
  private static final Identifier ANN = Identifier.id("ann");

  @Test
  void aSegmentIsEnteredToTheMillisecond() {
    World world = World.of(4).publish(document(items(inactive()), items()));
    world.identify(ANN, "plan", "trial");
    world.passes(ofDays(7).minusMillis(1));
    assertThat(new Members(world.queries()).count(WORKSPACE, 1)).isZero();
    world.passes(ofMillis(1));
    assertThat(new Members(world.queries()).count(WORKSPACE, 1)).isEqualTo(1);
    assertThat(new Members(world.queries()).page(WORKSPACE, 1, null, 10).items())
        .hasSize(1)
        .first()
        .satisfies(person -> assertThat(person.profile().identifiers().idValue()).isEqualTo("ann"));
    world.track(ANN, "app_login");
    assertThat(new Members(world.queries()).page(WORKSPACE, 1, null, 10).items()).isEmpty();
  }

  @Test
  void aJourneyRunsFromTheEventToTheReport() {
    World world = World.of(4).publish(document(items(), items(followUp())));
    world.identify(ANN, "email", "Ann@Example.com");
    world.track(ANN, "signed_up");
    assertThat(world.mails).hasSize(1);
    Outputs.Pending mail = world.mails.getFirst();
    assertThat(mail.deliver().rendering().recipient()).isEqualTo("Ann@Example.com");
    world.report(mail, Metric.SENT);
    assertThat(new Deliveries(world.queries()).one(mail.deliver().id()))
        .hasValueSatisfying(view -> assertThat(view.furthest()).isEqualTo(Metric.SENT));
    world.passes(ofDays(3));
    assertThat(world.mails).hasSize(2);
    Journeys journeys = new Journeys(world.queries());
    assertThat(journeys.ofCampaign(WORKSPACE, 5, JourneyFilter.ALL, null, 10).items()).hasSize(1);
    assertThat(
            new Deliveries(world.queries())
                .ofWorkspace(WORKSPACE, DeliveryFilter.ALL, null, 10)
                .items())
        .hasSize(2);
    assertThat(new Numbers(world.queries()).life(WORKSPACE, Fact.Subject.CAMPAIGN, 5))
        .contains(new Numbers.Count("hello", "sent", 1));
  }
}
