package dev.beckon.core.journey;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.Step;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.Verdict;
import java.util.List;

/// What a journey walks on: the person's state as far as walking needs it, and the ways to change
// it.
public interface Ground {

  /// The instant of the decision (epoch ms).
  long now();

  /// Asks about the person as seen from the journey; what was looked at is added to the evidence.
  Verdict ask(Condition condition, Journey journey, List<TraceStep.Look> evidence);

  /// Whether the journey must end before something is done to the person.
  ///
  /// @param atAction whether rules that only hold at the next action count too
  boolean mustExit(Campaign campaign, Journey journey, boolean atAction);

  /// Decides on a message.
  ///
  /// @return empty when it goes out, otherwise the reason why not in a few words
  String send(Campaign campaign, Journey journey, Step.Send step);

  void moved(Journey journey);

  void ended(Campaign campaign, Journey journey, Ending ending, String reason);

  void traced(Campaign campaign, TraceStep step);

  /// Counts for a step of the campaign, booked to the start of the journey.
  void counted(Campaign campaign, Journey journey, String step, String metric);
}
