package dev.beckon.core.machine;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.Metric;
import dev.beckon.core.journey.JourneyLife;
import dev.beckon.core.journey.JourneyLife.Stage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Scenarios of one person: segments to the millisecond, and campaigns step by step.
final class PersonMachineTest {
  private static final String HEAD = "{settings: {name: Acme, timezone: UTC}, segments: [";
  private static final String INACTIVE =
      "{id: 1, name: Inactive, when: {all: [{attribute: plan, is: trial},"
          + " {not_performed: app_login, within: 7d}]}}";
  private static final String MID = "], campaigns: [";
  private static final String TAIL = "]}";

  private static String segments(String... segments) {
    return HEAD + String.join(",", segments) + MID + TAIL;
  }

  private static String campaigns(String segments, String... campaigns) {
    return HEAD + segments + MID + String.join(",", campaigns) + TAIL;
  }

  @Test
  void inactivityBecomesTrueWhenTheSeventhDayIsOver() {
    OnePerson ann = new OnePerson().publish(segments(INACTIVE)).is("plan", "trial");
    ann.passes(ofDays(7).minusMillis(1));
    assertThat(ann.isIn(1)).isFalse();
    ann.passes(ofMillis(1));
    assertThat(ann.isIn(1)).isTrue();
    ann.does("app_login");
    assertThat(ann.isIn(1)).isFalse();
    ann.passes(ofDays(7));
    assertThat(ann.isIn(1)).isTrue();
  }

  @Test
  void anEarlierEventMakesAPersonKnownForLonger() {
    OnePerson ann = new OnePerson().publish(segments(INACTIVE)).is("plan", "trial");
    ann.does("old_import", "{}", ofDays(30));
    assertThat(ann.isIn(1)).isTrue();
  }

  @Test
  void aPositiveWindowIsLeftWhenTheNthLatestOccurrenceAgesOut() {
    OnePerson ann =
        new OnePerson()
            .publish(
                segments(
                    "{id: 1, name: Keen, when: {performed: order, where: [{property: total, gte: 10}],"
                        + " at_least: 2, within: 3d}}"));
    ann.does("order", "{total: 10}", ofDays(0)).passes(ofDays(1));
    ann.does("order", "{total: 9}", ofDays(0));
    assertThat(ann.isIn(1)).isFalse();
    ann.does("order", "{total: 11.5}", ofDays(0));
    assertThat(ann.isIn(1)).isTrue();
    ann.passes(ofDays(2).minusMillis(1));
    assertThat(ann.isIn(1)).isTrue();
    ann.passes(ofMillis(1));
    assertThat(ann.isIn(1)).isFalse();
  }

  @Test
  void nestedSegmentsFollowWithinTheSameInput() {
    OnePerson ann =
        new OnePerson()
            .publish(
                segments(
                    "{id: 1, name: Outer, when: {not: {in_segment: Inner}}}",
                    "{id: 2, name: Inner, when: {attribute: plan, is: pro}}"));
    ann.is("plan", "trial");
    assertThat(ann.isIn(1)).isTrue();
    ann.is("plan", "PRO");
    assertThat(ann.isIn(1)).isFalse();
    assertThat(ann.isIn(2)).isTrue();
  }

  @Test
  void aNewSegmentLearnsFromThePast() {
    OnePerson ann = new OnePerson().is("plan", "trial").does("app_login").passes(ofDays(3));
    ann.publish(segments(INACTIVE)).sweep();
    assertThat(ann.isIn(1)).isFalse();
    ann.passes(ofDays(4));
    assertThat(ann.isIn(1)).isTrue();
  }

  @Test
  void aLateOlderUpdateDoesNotWin() {
    OnePerson ann = new OnePerson().is("plan", "pro").was("plan", "trial", ofHours(1));
    assertThat(ann.attribute("plan")).isEqualTo("pro");
    assertThat(ann.activities("skipped_update")).hasSize(1);
  }

  private static final String FOLLOW_UP =
      "{id: 5, name: Follow-up, state: running, trigger: {event: signed_up}, frequency: once,"
          + " goal: {performed: paid, within: 14d}, steps: ["
          + "{id: hello, send: {channel: email, message: Hello}},"
          + "{id: pause, delay: 3d},"
          + "{id: tried, branch: {performed: feature, where: [{property: name, is: analytics}],"
          + " since: entry}, then: [{id: adv, send: {channel: email, message: Advanced}}],"
          + " otherwise: [{id: simple, send: {channel: email, message: Simple}}]}]}";

  @Test
  void theBranchAsksWhatHappenedSinceTheEntry() {
    OnePerson ann = new OnePerson().publish(campaigns("", FOLLOW_UP)).is("email", "ann@x.test");
    ann.does("feature", "{name: analytics}", ofDays(0)).passes(ofMinutes(1)).does("signed_up");
    assertThat(ann.messages()).containsExactly("Hello");
    ann.passes(ofDays(3).minusMillis(1));
    assertThat(ann.messages()).containsExactly("Hello");
    ann.passes(ofMillis(1));
    assertThat(ann.messages()).containsExactly("Hello", "Simple");
    assertThat(ann.counted("finished")).isEqualTo(1);
    assertThat(ann.person().course().journeys().isEmpty()).isTrue();
  }

  @Test
  void aConversionIsCreditedToTheLatestMessageOnce() {
    OnePerson ann = new OnePerson().publish(campaigns("", FOLLOW_UP)).is("email", "ann@x.test");
    ann.does("signed_up").reports(Metric.SENT).passes(ofHours(1)).does("paid").does("paid");
    assertThat(ann.counted("hello", "converted")).isEqualTo(1);
    assertThat(ann.counted("converted")).isEqualTo(1);
  }

  @Test
  void editingADelayRetimesWhoeverWaits() {
    OnePerson ann = new OnePerson().publish(campaigns("", FOLLOW_UP)).is("email", "ann@x.test");
    ann.does("signed_up").passes(ofDays(2));
    ann.publish(campaigns("", FOLLOW_UP.replace("delay: 3d", "delay: 1d"))).sweep();
    assertThat(ann.messages()).containsExactly("Hello", "Simple");
  }

  @Test
  void whoeverUnsubscribedWalksOnWithoutMail() {
    OnePerson ann = new OnePerson().publish(campaigns("", FOLLOW_UP)).is("email", "ann@x.test");
    ann.does("signed_up").reports(Metric.UNSUBSCRIBED).passes(ofDays(4));
    assertThat(ann.messages()).containsExactly("Hello");
    assertThat(ann.trace()).contains("simple:withheld:unsubscribed");
    assertThat(ann.counted("finished")).isEqualTo(1);
  }

  @Test
  void whoeverLeavesTheFilterByTimeLeavesAtThatMoment() {
    String filtered =
        FOLLOW_UP.replace(
            "frequency:",
            "filter: {performed: visit, within: 1d}, exit: {on_leaving_trigger: true}, frequency:");
    OnePerson ann = new OnePerson().publish(campaigns("", filtered)).is("email", "ann@x.test");
    ann.does("visit").does("signed_up").passes(ofDays(1).minusMillis(1));
    assertThat(ann.counted("exited")).isZero();
    ann.passes(ofMillis(1));
    assertThat(ann.counted("exited")).isEqualTo(1);
  }

  private static final String SAVE =
      "{id: 6, name: Save, state: running, started_epoch: 1, trigger: {segment: Inactive},"
          + " exit: {when: {performed: app_login, since: entry}, at: once}, frequency: every_time,"
          + " steps: [{id: hey, send: {channel: email, message: Hey}},"
          + "{id: wait, wait_until: {performed: reply, since: step}, at_most: 5d,"
          + " then: [{id: thanks, send: {channel: email, message: Thanks}}],"
          + " otherwise: [{id: help, send: {channel: email, message: Help}}]}]}";

  @Test
  void loggingInEndsTheSeriesAtOnce() {
    OnePerson ann = new OnePerson().publish(campaigns(INACTIVE, SAVE)).is("plan", "trial");
    ann.is("email", "ann@x.test").passes(ofDays(8));
    assertThat(ann.messages()).containsExactly("Hey");
    ann.does("app_login");
    assertThat(ann.person().course().journeys().isEmpty()).isTrue();
    assertThat(ann.counted("exited")).isEqualTo(1);
    ann.passes(ofDays(6));
    assertThat(ann.messages()).containsExactly("Hey");
    ann.passes(ofDays(1));
    assertThat(ann.messages()).containsExactly("Hey", "Hey");
  }

  @Test
  void aWaitTimesOutOrIsMet() {
    OnePerson ann = new OnePerson().publish(campaigns(INACTIVE, SAVE)).is("plan", "trial");
    ann.is("email", "ann@x.test").passes(ofDays(8)).does("reply");
    assertThat(ann.messages()).containsExactly("Hey", "Thanks");
    OnePerson bob = new OnePerson().publish(campaigns(INACTIVE, SAVE)).is("plan", "trial");
    bob.is("email", "bob@x.test").passes(ofDays(12));
    assertThat(bob.messages()).containsExactly("Hey", "Help");
  }

  @Test
  void aFilterIsTriedAgainForHalfAnHour() {
    String filtered =
        FOLLOW_UP.replace("frequency:", "filter: {attribute: ok, is: true}, frequency:");
    OnePerson ann = new OnePerson().publish(campaigns("", filtered)).is("email", "ann@x.test");
    ann.does("signed_up").passes(ofMinutes(29)).is("ok", true);
    assertThat(ann.messages()).containsExactly("Hello");
    OnePerson bob = new OnePerson().publish(campaigns("", filtered)).is("email", "bob@x.test");
    bob.does("signed_up").passes(ofMinutes(31)).is("ok", true);
    assertThat(bob.messages()).isEmpty();
    assertThat(bob.counted("never_activated")).isEqualTo(1);
  }

  @Test
  void anEventOlderThanThreeDaysStartsNothing() {
    OnePerson ann = new OnePerson().publish(campaigns("", FOLLOW_UP)).is("email", "ann@x.test");
    ann.does("signed_up", "{}", ofDays(3).plusMillis(1));
    assertThat(ann.messages()).isEmpty();
    ann.does("signed_up", "{}", ofDays(3));
    assertThat(ann.messages()).containsExactly("Hello");
  }

  @Test
  void deletingEndsEverything() {
    OnePerson ann = new OnePerson().publish(campaigns("", FOLLOW_UP)).is("email", "ann@x.test");
    ann.does("signed_up").take(new Input.Delete(ann.now()));
    assertThat(ann.person().exists()).isFalse();
    assertThat(ann.counted("exited")).isEqualTo(1);
  }

  private static final String FILTERED =
      FOLLOW_UP.replace("frequency:", "filter: {attribute: ok, is: true}, frequency:");

  private static OnePerson waiting(String campaign) {
    OnePerson ann = new OnePerson().publish(campaigns("", campaign)).is("email", "ann@x.test");
    return ann.does("signed_up");
  }

  private static OnePerson halted() {
    String without = FOLLOW_UP.replace("{id: pause, delay: 3d},", "");
    OnePerson ann = waiting(FOLLOW_UP).publish(campaigns("", without)).sweep();
    assertThat(ann.trace()).anySatisfy(line -> assertThat(line).startsWith("pause:halted"));
    return ann;
  }

  @Test
  void aRemovedStepIsLeftForTheOneThatFollows() {
    String without =
        FOLLOW_UP
            .replace("{id: pause, delay: 3d},", "")
            .replace("steps:", "retired: {pause: tried}, steps:");
    OnePerson ann = waiting(FOLLOW_UP).publish(campaigns("", without)).sweep();
    assertThat(ann.messages()).containsExactly("Hello", "Simple");
  }

  @Test
  void aHaltedJourneyWaitsUntilSomebodyResumesIt() {
    OnePerson ann = halted().passes(ofDays(9));
    assertThat(ann.messages()).containsExactly("Hello");
    long journey = ann.person().course().journeys().keyAt(0);
    ann.publish(campaigns("", FOLLOW_UP)).take(new Input.ResumeJourney(ann.now(), journey));
    assertThat(ann.messages()).containsExactly("Hello", "Simple");
  }

  @Test
  void membersEndJourneysInEveryState() {
    for (OnePerson ann : List.of(waiting(FOLLOW_UP), waiting(FILTERED), halted())) {
      long journey = ann.person().course().journeys().keyAt(0);
      ann.take(new Input.EndJourney(ann.now(), journey));
      assertThat(ann.person().course().journeys().isEmpty()).isTrue();
    }
  }

  @Test
  void haltingACampaignEndsItsJourneysInEveryState() {
    String stopped = FOLLOW_UP.replace("state: running", "state: halted");
    for (OnePerson ann : List.of(waiting(FOLLOW_UP), waiting(FILTERED), halted())) {
      ann.publish(campaigns("", stopped)).sweep();
      assertThat(ann.person().course().journeys().isEmpty()).isTrue();
    }
  }

  @Test
  void aCampaignThatIsGoneEndsItsJourneys() {
    OnePerson ann = waiting(FOLLOW_UP).publish(segments(INACTIVE)).sweep();
    assertThat(ann.person().course().journeys().isEmpty()).isTrue();
    assertThat(ann.counted("exited")).isEqualTo(1);
  }

  @Test
  void meetingTheGoalEndsTheJourneyWhereTheRuleSaysSo() {
    String onGoal = FOLLOW_UP.replace("goal:", "exit: {on_goal: true}, goal:");
    OnePerson ann = waiting(onGoal).does("paid");
    assertThat(ann.person().course().journeys().isEmpty()).isTrue();
    String without = onGoal.replace("{id: pause, delay: 3d},", "");
    OnePerson bob = waiting(onGoal).publish(campaigns("", without)).sweep().does("paid");
    assertThat(bob.person().course().journeys().isEmpty()).isTrue();
  }

  @Test
  void deletingAPersonEndsJourneysInEveryState() {
    for (OnePerson ann : List.of(waiting(FOLLOW_UP), waiting(FILTERED), halted())) {
      ann.take(new Input.Delete(ann.now()));
      assertThat(ann.counted("exited")).isEqualTo(1);
    }
  }

  @AfterAll
  static void everyLegalMoveWasTaken() {
    for (Stage from : Stage.values()) {
      for (Stage to : JourneyLife.movesFrom(from)) {
        assertThat(Moves.taken()).contains(new Moves.Move(from, to));
      }
    }
  }
}
