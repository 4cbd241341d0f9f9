package dev.beckon.simulator.audit;

import dev.beckon.simulator.script.Group;
import dev.beckon.simulator.script.Rule;
import dev.beckon.simulator.script.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers a rule by looking through everything that a person ever did (spec: journeys.md,
// 1.5–1.7).
public final class Scan {
  private final Script script;
  private final Dossier dossier;
  private final long now;

  public Scan(Script script, Dossier dossier, long now) {
    this.script = script;
    this.dossier = dossier;
    this.now = now;
  }

  /// Whether the person belongs in the group now.
  public boolean isIn(Group group) {
    return holds(group.when(), null);
  }

  /// @param voyage from which the rule is asked, or null
  boolean holds(Rule rule, @Nullable Voyage voyage) {
    return switch (rule) {
      case Rule.All all -> all.parts().stream().allMatch(part -> holds(part, voyage));
      case Rule.Any any -> any.parts().stream().anyMatch(part -> holds(part, voyage));
      case Rule.Not not -> !holds(not.part(), voyage);
      case Rule.Is is -> {
        String text = dossier.text(is.attribute());
        yield text != null && text.equalsIgnoreCase(is.value());
      }
      case Rule.AtLeast at -> {
        String text = dossier.text(at.attribute());
        yield text != null && Long.parseLong(text) >= at.least();
      }
      case Rule.Exists exists -> dossier.text(exists.attribute()) != null;
      case Rule.Told told ->
          voyage != null
              && voyage.trigger() != null
              && told.value().equals(voyage.trigger().kind());
      case Rule.In in -> {
        Group group = script.group(in.group());
        yield group != null && isIn(group);
      }
      case Rule.Did did ->
          times(did.deed(), after(did.since(), did.within(), voyage)) >= did.times();
      case Rule.DidNot not -> hasNot(not, voyage);
    };
  }

  private boolean hasNot(Rule.DidNot not, @Nullable Voyage voyage) {
    boolean oldEnough =
        not.since() != Rule.Since.EVER
            || not.within() == 0
            || now - dossier.knownSince() >= not.within();
    return oldEnough && times(not.deed(), after(not.since(), not.within(), voyage)) == 0;
  }

  private long after(Rule.Since since, long within, @Nullable Voyage voyage) {
    return switch (since) {
      case EVER -> within == 0 ? Long.MIN_VALUE : now - within;
      case ENTRY -> voyage == null ? now : voyage.entryAt();
      case STEP -> voyage == null ? now : voyage.arrivedAt();
    };
  }

  private int times(Rule.Deed wanted, long after) {
    List<Deed> deeds = dossier.deeds();
    int times = 0;
    for (Deed deed : deeds) {
      if (deed.is(wanted) && deed.at() > after) {
        times++;
      }
    }
    return times;
  }
}
