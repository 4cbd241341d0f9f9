package dev.beckon.simulator.behaviour;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.simulator.World;
import java.util.List;

/// Whether a message goes out, and what becomes of it.
final class DeliveryScenarios {
  private static final String TWO_MAILS =
      """
      campaigns:
        - name: C
          trigger: {event: go}
          goal: {performed: paid, within: 5d, after: clicked}
          steps:
            - {id: first, send: {channel: email, message: First}}
            - {id: pause, delay: 1d}
            - {id: second, send: {channel: email, message: Second}}
      """;

  private DeliveryScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("outcomes are counted once for each message", DeliveryScenarios::outcomes),
        new Scenario("who clicks has opened", DeliveryScenarios::click),
        new Scenario("a goal may count from the click", DeliveryScenarios::goalAfterClick),
        new Scenario("an address that bounced gets nothing more", DeliveryScenarios::bounce),
        new Scenario("whoever complained gets nothing more", DeliveryScenarios::complaint),
        new Scenario("whoever unsubscribed walks on in silence", DeliveryScenarios::unsubscribed),
        new Scenario("without an address nothing is sent", DeliveryScenarios::noAddress),
        new Scenario("a message carries the data of its moment", DeliveryScenarios::data),
        new Scenario("an event under the same key counts once", DeliveryScenarios::dedupe));
  }

  private static void outcomes(World world) {
    world.publish(TWO_MAILS);
    var ann = world.person("ann").is("email", "ann@x.test").does("go");
    ann.opens("First").opens("First").clicks("First").clicks("First");
    assertThat(world.counted("C", "first", "sent")).isOne();
    assertThat(world.counted("C", "first", "opened")).isOne();
    assertThat(world.counted("C", "first", "clicked")).isOne();
    assertThat(ann.activities("opened_email")).hasSize(2);
  }

  private static void click(World world) {
    world.publish(TWO_MAILS);
    world.person("ann").is("email", "ann@x.test").does("go").clicks("First");
    assertThat(world.counted("C", "first", "opened")).isOne();
  }

  private static void goalAfterClick(World world) {
    world.publish(TWO_MAILS);
    var ann = world.person("ann").is("email", "ann@x.test").does("go").clicks("First");
    world.passes(ofDays(2));
    ann.opens("Second").does("paid");
    assertThat(world.counted("C", "first", "converted")).isOne();
    assertThat(world.counted("C", "second", "converted")).isZero();
  }

  private static void bounce(World world) {
    world.bounces("ann@x.test");
    world.publish(TWO_MAILS);
    var ann = world.person("ann").is("email", "Ann@x.test").does("go");
    assertThat(world.counted("C", "first", "bounced")).isOne();
    world.passes(ofDays(1));
    assertThat(world.inbox("ann")).isEmpty();
    assertThat(ann.trace()).contains("second:withheld:address suppressed");
    assertThat(world.counted("C", "second", "undeliverable")).isOne();
    ann.changesTo("new@x.test").does("go");
    assertThat(world.counted("C", "finished")).isOne();
  }

  private static void complaint(World world) {
    world.publish(TWO_MAILS);
    var ann = world.person("ann").is("email", "ann@x.test").does("go").complains("First");
    world.passes(ofDays(1));
    assertThat(world.inbox("ann")).containsExactly("First");
    assertThat(ann.trace()).contains("second:withheld:address suppressed");
  }

  private static void unsubscribed(World world) {
    world.publish(TWO_MAILS);
    var ann = world.person("ann").is("email", "ann@x.test").does("go").unsubscribes("First");
    world.passes(ofDays(1));
    assertThat(ann.attribute("unsubscribed")).isEqualTo("true");
    assertThat(world.inbox("ann")).containsExactly("First");
    assertThat(world.counted("C", "finished")).isOne();
    var bob = world.person("bob").is("email", "bob@x.test").is("unsubscribed", "True").does("go");
    assertThat(world.inbox("bob")).isEmpty();
    bob.is("unsubscribed", false);
    world.passes(ofDays(1));
    assertThat(world.inbox("bob")).containsExactly("Second");
  }

  private static void noAddress(World world) {
    world.publish(TWO_MAILS);
    var ann = world.person("ann").does("go");
    assertThat(ann.trace()).contains("first:withheld:no e-mail address");
    ann.is("email", "ann@x.test");
    world.passes(ofDays(1));
    assertThat(world.inbox("ann")).containsExactly("Second");
  }

  private static void data(World world) {
    world.publish(TWO_MAILS);
    var ann = world.person("ann").is("email", "ann@x.test").is("name", "Ann").does("go");
    ann.is("name", "Anna");
    world.passes(ofDays(1));
    assertThat(world.mail("ann").getFirst().text("customer", "name")).isEqualTo("Ann");
    assertThat(world.mail("ann").getLast().text("customer", "name")).isEqualTo("Anna");
    assertThat(world.mail("ann").getLast().text("campaign", "name")).isEqualTo("C");
  }

  private static void dedupe(World world) {
    world.publish(TWO_MAILS.replace("goal:", "frequency: every_time\n    goal:"));
    var ann = world.person("ann").is("email", "ann@x.test");
    ann.doesOnce("go", "key-1").doesOnce("go", "key-1").doesOnce("go", "key-2");
    assertThat(ann.times("go")).isEqualTo(2);
    assertThat(world.inbox("ann")).containsExactly("First", "First");
    world.crashes();
    ann.doesOnce("go", "key-1");
    assertThat(ann.times("go")).isEqualTo(2);
    world.passes(ofDays(31));
    ann.doesOnce("go", "key-1");
    assertThat(ann.times("go")).isEqualTo(3);
  }
}
