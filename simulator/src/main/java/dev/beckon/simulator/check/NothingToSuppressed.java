package dev.beckon.simulator.check;

import dev.beckon.simulator.audit.Dossier;
import java.util.ArrayList;
import java.util.List;

/// Whoever unsubscribed, complained or has an address that bounced gets nothing.
public final class NothingToSuppressed implements Checker {
  @Override
  public List<String> problems(Evidence evidence) {
    List<String> problems = new ArrayList<>();
    for (Sendings.Sending sending : evidence.sendings().all()) {
      var deliver = sending.deliver();
      Dossier dossier = evidence.auditor().person(deliver.id().person());
      if (dossier != null && dossier.muting().covers(deliver.at())) {
        problems.add(
            "Expected nothing to "
                + deliver.rendering().recipient()
                + " at "
                + deliver.at()
                + ", but "
                + deliver.step()
                + " was sent.");
      }
    }
    return problems;
  }
}
