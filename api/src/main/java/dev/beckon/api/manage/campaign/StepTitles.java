package dev.beckon.api.manage.campaign;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.Step;
import dev.beckon.core.catalog.DefinitionException;
import dev.beckon.core.catalog.DefinitionReader;
import dev.beckon.core.segment.ConditionWords;
import dev.beckon.core.segment.Durations;
import dev.beckon.core.value.Value;
import dev.beckon.registry.Registry;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The steps of authored campaigns, each with a title made by one rule everywhere.
public final class StepTitles {
  private final Registry registry;

  public StepTitles(Registry registry) {
    this.registry = registry;
  }

  /// The campaign as it would be compiled; empty for a draft with mistakes in it.
  Optional<Campaign> compile(int workspace, Value.Fields definition) {
    try {
      return Optional.of(
          DefinitionReader.campaign(
              definition,
              name ->
                  registry
                      .segments()
                      .named(workspace, name)
                      .map(found -> OptionalInt.of(found.id()))
                      .orElseGet(OptionalInt::empty)));
    } catch (DefinitionException _) {
      return Optional.empty();
    }
  }

  static @Nullable StepJson of(@Nullable Campaign campaign, String id) {
    Step step = campaign == null ? null : campaign.route().steps().get(id);
    return step == null ? null : new StepJson(id, kind(step), title(step));
  }

  static StepJson.StepKind kind(Step step) {
    return switch (step) {
      case Step.Send _ -> StepJson.StepKind.SEND;
      case Step.Delay _ -> StepJson.StepKind.DELAY;
      case Step.WaitUntil _ -> StepJson.StepKind.WAIT_UNTIL;
      case Step.Branch _ -> StepJson.StepKind.BRANCH;
      case Step.Exit _ -> StepJson.StepKind.EXIT;
    };
  }

  private static String title(Step step) {
    return switch (step) {
      case Step.Send send -> send.message();
      case Step.Delay delay -> "Wait " + Durations.words(delay.duration());
      case Step.WaitUntil wait -> "Wait until " + ConditionWords.of(wait.until());
      case Step.Branch branch -> ConditionWords.of(branch.when());
      case Step.Exit _ -> "Exit";
    };
  }
}
