package dev.beckon.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.Step;
import dev.beckon.core.testing.Json;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wrong documents are refused with the place, what was expected, and what was probably meant.
final class DefinitionReaderTest {
  private static final Names NAMES =
      name -> name.equals("Trial") ? OptionalInt.of(7) : OptionalInt.empty();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{attribut: plan, is: pro}|/when|Expected a condition with one of the keys attribute",
        "{attribute: plan, iss: pro}|/when/iss|Did you mean \"is\"?",
        "{attribute: plan}|/when|Expected a comparison",
        "{attribute: plan, is: a, gt: 3}|/when/gt|Expected one of is and gt, but got both",
        "{attribute: plan, is: [a]}|/when/is|Expected a text, a number",
        "{attribute: 3, is: a}|/when/attribute|Put it in quotes",
        "{in_segment: Trail}|/when/in_segment|there is no \"Trail\"",
        "{all: []}|/when/all|at least one condition",
        "{all: {attribute: a, is: b}}|/when/all|Expected a list, but got an object",
        "{any: [{attribute: a, is: b}, 3]}|/when/any/1|Expected an object, but got a number",
        "{performed: e, at_least: 0}|/when/at_least|from 1 to 1000, but got 0",
        "{performed: e, at_least: 1001}|/when/at_least|from 1 to 1000, but got 1001",
        "{performed: e, within: 7}|/when/within|Put it in quotes",
        "{performed: e, within: 7 days}|/when/within|such as 30m, 48h, 7d or 2w",
        "{performed: e, since: entry}|/when/since|only known inside a campaign",
        "{event: total, gt: 3}|/when/event|only known inside a campaign",
        "{performed: e, where: [{propertie: a, is: b}]}|/when/where/0/propertie|Did you mean",
      })
  void aWrongConditionIsRefusedAtItsPlace(String condition, String pointer, String detail) {
    assertRefused(segmentProblems(condition), pointer, detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: a, delay: 0d}|/steps/0/delay|Expected a duration",
        "{id: a, dealy: 2d}|/steps/0|Expected a step with one of the keys send, delay",
        "{id: A, exit: true}|/steps/0/id|letters a–z",
        "{id: a, exit: true}, {id: a, delay: 2d}|/steps/1/id|there twice",
        "{id: a, send: {channel: fax, message: M}}|/steps/0/send/channel|Expected one of email",
        "{id: a, wait_until: {attribute: x, is: y}, otherwise: []}|/steps/0/otherwise|at_most",
      })
  void aWrongStepIsRefusedAtItsPlace(String steps, String pointer, String detail) {
    assertRefused(campaignProblems(steps), pointer, detail);
  }

  private static void assertRefused(List<Problem> problems, String pointer, String detail) {
    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.pointer()).isEqualTo(pointer);
              assertThat(problem.detail()).contains(detail);
            });
  }

  private static List<Problem> segmentProblems(String condition) {
    try {
      DefinitionReader.segment(Json.fields("{name: S, when: " + condition + "}"), NAMES);
      return List.of();
    } catch (DefinitionException e) {
      return e.problems();
    }
  }

  private static List<Problem> campaignProblems(String steps) {
    try {
      DefinitionReader.campaign(
          Json.fields("{name: C, trigger: {event: e}, steps: [" + steps + "]}"), NAMES);
      return List.of();
    } catch (DefinitionException e) {
      return e.problems();
    }
  }

  @Test
  void theWayGoesOnBehindTheStepThatHoldsAList() throws DefinitionException {
    Campaign campaign =
        DefinitionReader.campaign(
            Json.fields(
                "{name: C, trigger: {segment: Trial}, steps: ["
                    + "{id: b, branch: {in_segment: Trial}, then: [{id: x, delay: 1d}]},"
                    + "{id: last, delay: 2d}]}"),
            NAMES);
    assertThat(campaign.route().first()).isEqualTo("b");
    assertThat(campaign.route().steps().get("b"))
        .isInstanceOfSatisfying(
            Step.Branch.class,
            branch -> {
              assertThat(branch.then()).isEqualTo("x");
              assertThat(branch.otherwise()).isEqualTo("last");
            });
    assertThat(campaign.route().steps().get("x"))
        .isInstanceOfSatisfying(
            Step.Delay.class, delay -> assertThat(delay.next()).isEqualTo("last"));
  }

  @Test
  void conditionsMayNestAsDeepAsTheLimitAndNoDeeper() {
    assertThat(nested(Limits.CONDITION_DEPTH_MAX - 1)).isEmpty();
    assertThat(nested(Limits.CONDITION_DEPTH_MAX).toString()).contains("nested at most 20 deep");
  }

  private static List<Problem> nested(int nots) {
    return segmentProblems("{not: ".repeat(nots) + "{attribute: a, is: b}" + "}".repeat(nots));
  }

  @Test
  void aTreeMayHoldAsManyConditionsAsTheLimitAndNoMore() {
    assertThat(wide(Limits.CONDITIONS_PER_TREE_MAX - 1)).isEmpty();
    assertThat(wide(Limits.CONDITIONS_PER_TREE_MAX).toString()).contains("at most 500 conditions");
  }

  private static List<Problem> wide(int leaves) {
    return segmentProblems("{any: [" + "{attribute: a, is: b},".repeat(leaves) + "]}");
  }

  @Test
  void segmentsThatReferToEachOtherInACircleAreRefused() {
    String document =
        "{settings: {name: A, timezone: UTC}, campaigns: [], segments: ["
            + "{id: 1, name: A, when: {in_segment: B}}, {id: 2, name: B, when: {in_segment: C}},"
            + "{id: 3, name: C, when: {not: {in_segment: A}}}]}";
    List<Problem> problems = List.of();
    try {
      Catalog.compile(1, 1, Json.fields(document), Epochs.NONE);
    } catch (DefinitionException e) {
      problems = e.problems();
    }
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().detail()).contains("A → B → C → A");
  }
}
