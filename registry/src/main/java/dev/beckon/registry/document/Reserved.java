package dev.beckon.registry.document;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keys that stand in a published document but are not the author's to write.
final class Reserved {
  private static final Map<Kind, Set<String>> AT_TOP =
      Map.of(
          Kind.SEGMENT, Set.of("id"),
          Kind.CAMPAIGN, Set.of("id", "state", "started_epoch", "retired"));

  private Reserved() {}

  static List<Finding> findings(Kind kind, Value.Fields definition) {
    List<Finding> findings = new ArrayList<>();
    for (String key : definition.fields().keySet()) {
      if (AT_TOP.getOrDefault(kind, Set.of()).contains(key)) {
        findings.add(
            Finding.at(
                "/" + key,
                "Expected no \""
                    + key
                    + "\" here, for it is not part of the definition. Remove it."));
      }
    }
    steps(definition, "steps", "", findings);
    return findings;
  }

  private static void steps(
      Value.Fields owner, String key, String pointer, List<Finding> findings) {
    if (!(owner.get(key) instanceof Value.Items items)) {
      return;
    }
    for (int i = 0; i < items.items().size(); i++) {
      if (items.items().get(i) instanceof Value.Fields step) {
        String place = pointer + "/" + key + "/" + i;
        if (step.get("content") != null) {
          findings.add(Finding.at(place + "/content", "Expected no \"content\". Remove it."));
        }
        steps(step, "then", place, findings);
        steps(step, "otherwise", place, findings);
      }
    }
  }
}
