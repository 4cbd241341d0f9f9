package dev.beckon.simulator.behaviour;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.simulator.World;
import java.util.List;
import java.util.Map;

/// Who starts, and what happens on the way.
final class CampaignScenarios {
  private CampaignScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("a journey takes every kind of step", CampaignScenarios::everyStep),
        new Scenario("a wait ends when its condition is met", CampaignScenarios::waitMet),
        new Scenario("a wait without an end waits for ever", CampaignScenarios::waitForEver),
        new Scenario("a window that runs out ends a wait", CampaignScenarios::waitForWindow),
        new Scenario("the trigger's data choose the way", CampaignScenarios::triggerData),
        new Scenario("the filter is tried for half an hour", CampaignScenarios::filter),
        new Scenario("entering a segment starts a journey", CampaignScenarios::bySegment),
        new Scenario("once is once for ever", CampaignScenarios::once),
        new Scenario("once per period is once per period", CampaignScenarios::oncePer),
        new Scenario("every time is every time, side by side", CampaignScenarios::everyTime),
        new Scenario("without overlap a second journey waits", CampaignScenarios::noOverlap),
        new Scenario("an event that is too old starts nobody", CampaignScenarios::tooOld),
        new Scenario("a goal credits the last message, once", CampaignScenarios::goal));
  }

  private static String campaign(String rest) {
    return "campaigns:\n  - name: C\n" + rest.indent(4);
  }

  private static final String ALL_KINDS =
      campaign(
          """
          trigger: {event: signed_up}
          steps:
            - {id: hello, send: {channel: email, message: Hello}}
            - {id: pause, delay: 2d}
            - id: paying
              branch: {attribute: plan, is: pro}
              then:
                - {id: thanks, send: {channel: email, message: Thanks}}
                - {id: out, exit: true}
              otherwise:
                - id: asking
                  wait_until: {performed: upgraded, since: step}
                  at_most: 3d
                  then: [{id: great, send: {channel: email, message: Great}}]
                  otherwise: [{id: pity, send: {channel: email, message: Pity}}]
            - {id: bye, send: {channel: email, message: Bye}}
          """);

  private static void everyStep(World world) {
    world.publish(ALL_KINDS);
    world.person("ann").is("email", "ann@x.test").is("plan", "pro").does("signed_up");
    world.person("bob").is("email", "bob@x.test").does("signed_up");
    world.person("eve").is("email", "eve@x.test").does("signed_up");
    world.passes(ofMillis(1));
    world.person("eve").does("upgraded");
    assertThat(world.inbox("ann")).containsExactly("Hello");
    world.passes(ofDays(2).minusMillis(2));
    assertThat(world.inbox("ann")).containsExactly("Hello");
    world.passes(ofMillis(1));
    assertThat(world.inbox("ann")).containsExactly("Hello", "Thanks");
    assertThat(world.person("eve").step()).isEqualTo("asking");
    world.passes(ofMillis(1));
    world.person("eve").does("upgraded");
    assertThat(world.inbox("eve")).containsExactly("Hello", "Great", "Bye");
    world.passes(ofDays(3).minusMillis(2));
    assertThat(world.inbox("bob")).containsExactly("Hello");
    world.passes(ofMillis(1));
    assertThat(world.inbox("bob")).containsExactly("Hello", "Pity", "Bye");
    assertThat(world.counted("C", "started")).isEqualTo(3);
    assertThat(world.counted("C", "finished")).isEqualTo(3);
    assertThat(world.counted("C", "paying", "yes")).isOne();
    assertThat(world.counted("C", "asking", "yes")).isOne();
    assertThat(world.counted("C", "asking", "no")).isOne();
    assertThat(world.counted("C", "bye", "sent")).isEqualTo(2);
    assertThat(world.person("ann").trace())
        .containsSubsequence("pause:waiting:2 days", "paying:branched:true", "thanks:sent:");
  }

  private static final String WAIT =
      campaign(
          """
          trigger: {event: asked}
          frequency: every_time
          steps:
            - id: wait
              wait_until: {attribute: answer, exists: true}
              then: [{id: got, send: {channel: email, message: Got it}}]
          """);

  private static void waitMet(World world) {
    world.publish(WAIT);
    var ann = world.person("ann").is("email", "ann@x.test").is("answer", "yes").does("asked");
    assertThat(world.inbox("ann")).containsExactly("Got it");
    ann.is("answer", "").does("asked");
    world.passes(ofDays(50));
    assertThat(world.inbox("ann")).hasSize(1);
    ann.is("answer", "no");
    assertThat(world.inbox("ann")).hasSize(2);
  }

  private static void waitForEver(World world) {
    world.publish(WAIT);
    var ann = world.person("ann").is("email", "ann@x.test").does("asked");
    world.passes(ofDays(3000));
    assertThat(world.inbox("ann")).isEmpty();
    assertThat(ann.step()).isEqualTo("wait");
    assertThat(world.counted("C", "wait", "reached")).isOne();
    assertThat(world.counted("C", "wait", "passed")).isZero();
  }

  private static void waitForWindow(World world) {
    world.publish(
        campaign(
            """
            trigger: {event: asked}
            frequency: every_time
            steps:
              - {id: quiet, wait_until: {not_performed: noise, within: 2h}}
              - {id: now, send: {channel: email, message: Now}}
            """));
    var ann = world.person("ann").is("email", "ann@x.test");
    world.passes(ofDays(1));
    ann.does("asked");
    assertThat(world.inbox("ann")).containsExactly("Now");
    ann.does("noise").does("asked");
    world.passes(ofHours(1));
    ann.does("noise");
    world.passes(ofHours(2).minusMillis(1));
    assertThat(world.inbox("ann")).hasSize(1);
    world.passes(ofMillis(1));
    assertThat(world.inbox("ann")).hasSize(2);
  }

  private static void triggerData(World world) {
    world.publish(
        campaign(
            """
            trigger: {event: order, where: [{property: total, gt: 0}]}
            frequency: every_time
            steps:
              - id: big
                branch: {event: total, gte: 100}
                then: [{id: vip, send: {channel: email, message: Vip}}]
                otherwise: [{id: plain, send: {channel: email, message: Plain}}]
            """));
    var ann = world.person("ann").is("email", "ann@x.test");
    ann.does("order", Map.of("total", 0)).does("order", Map.of("total", 250));
    ann.does("order", Map.of("total", 99));
    assertThat(world.inbox("ann")).containsExactly("Vip", "Plain");
    assertThat(world.mail("ann").getFirst().text("event", "total")).isEqualTo("250");
  }

  private static void filter(World world) {
    world.publish(
        campaign(
            """
            trigger: {event: signed_up}
            filter: {attribute: consent, is: true}
            frequency: every_time
            steps: [{id: hello, send: {channel: email, message: Hello}}]
            """));
    world.person("ann").is("email", "ann@x.test").does("signed_up");
    world.person("bob").is("email", "bob@x.test").does("signed_up");
    world.passes(ofMinutes(30).minusMillis(1));
    world.person("ann").is("consent", "true");
    assertThat(world.inbox("ann")).containsExactly("Hello");
    world.passes(ofMillis(1));
    world.person("bob").is("consent", "true");
    assertThat(world.inbox("bob")).isEmpty();
    assertThat(world.counted("C", "never_activated")).isOne();
    world.person("bob").does("signed_up");
    assertThat(world.inbox("bob")).containsExactly("Hello");
  }

  private static void bySegment(World world) {
    world.publish(
        """
        segments: [{name: Idle, when: {not_performed: login, within: 1d}}]
        campaigns:
          - name: C
            trigger: {segment: Idle}
            frequency: every_time
            steps:
              - {id: hey, send: {channel: email, message: Hey}}
              - {id: later, delay: 1h}
              - {id: still, send: {channel: email, message: Still there?}}
        """);
    var ann = world.person("ann").is("email", "ann@x.test");
    world.passes(ofDays(1));
    assertThat(world.inbox("ann")).containsExactly("Hey");
    ann.does("login");
    world.passes(ofHours(2));
    assertThat(world.inbox("ann")).containsExactly("Hey");
    assertThat(world.counted("C", "exited")).isOne();
    world.passes(ofDays(1));
    assertThat(world.inbox("ann")).containsExactly("Hey", "Hey", "Still there?");
  }

  private static String simple(String frequency) {
    return campaign(
        "trigger: {event: go}\n"
            + frequency
            + """

            steps:
              - {id: first, send: {channel: email, message: First}}
              - {id: pause, delay: 1h}
              - {id: second, send: {channel: email, message: Second}}
            """);
  }

  private static void once(World world) {
    world.publish(simple("frequency: once"));
    var ann = world.person("ann").is("email", "ann@x.test").does("go").does("go");
    world.passes(ofDays(900));
    ann.does("go");
    assertThat(world.inbox("ann")).containsExactly("First", "Second");
  }

  private static void oncePer(World world) {
    world.publish(simple("frequency: {once_per: 7d}"));
    var ann = world.person("ann").is("email", "ann@x.test").does("go");
    world.passes(ofDays(7).minusMillis(1));
    ann.does("go");
    assertThat(world.inbox("ann")).containsExactly("First", "Second");
    world.passes(ofMillis(1));
    ann.does("go");
    assertThat(world.inbox("ann")).containsExactly("First", "Second", "First");
  }

  private static void everyTime(World world) {
    world.publish(simple("frequency: every_time"));
    var ann = world.person("ann").is("email", "ann@x.test").does("go");
    world.passes(ofMinutes(10));
    ann.does("go");
    assertThat(ann.journeys()).hasSize(2);
    world.passes(ofMinutes(50));
    assertThat(world.inbox("ann")).containsExactly("First", "First", "Second");
    world.passes(ofMinutes(10));
    assertThat(world.inbox("ann")).containsExactly("First", "First", "Second", "Second");
  }

  private static void noOverlap(World world) {
    world.publish(simple("frequency: every_time\noverlap: false"));
    var ann = world.person("ann").is("email", "ann@x.test").does("go").does("go");
    world.passes(ofHours(1));
    assertThat(world.inbox("ann")).containsExactly("First", "Second");
    ann.does("go");
    assertThat(world.inbox("ann")).containsExactly("First", "Second", "First");
  }

  private static void tooOld(World world) {
    world.publish(simple("frequency: every_time"));
    var ann = world.person("ann").is("email", "ann@x.test");
    ann.did("go", ofDays(3).plusMillis(1));
    assertThat(world.inbox("ann")).isEmpty();
    ann.did("go", ofDays(3));
    assertThat(world.inbox("ann")).containsExactly("First");
    assertThat(ann.times("go")).isEqualTo(2);
  }

  private static void goal(World world) {
    world.publish(
        campaign(
            """
            trigger: {event: go}
            goal: {performed: paid, within: 7d}
            steps:
              - {id: first, send: {channel: email, message: First}}
              - {id: pause, delay: 1d}
              - {id: second, send: {channel: email, message: Second}}
            """));
    var ann = world.person("ann").is("email", "ann@x.test").does("go");
    world.passes(ofDays(2));
    ann.does("paid").does("paid");
    assertThat(world.counted("C", "second", "converted")).isOne();
    assertThat(world.counted("C", "first", "converted")).isOne();
    assertThat(world.counted("C", "converted")).isOne();
    var bob = world.person("bob").is("email", "bob@x.test").does("go");
    world.passes(ofDays(9));
    bob.does("paid");
    assertThat(world.counted("C", "converted")).isOne();
  }
}
