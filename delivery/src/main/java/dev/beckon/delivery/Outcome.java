package dev.beckon.delivery;

import dev.beckon.core.delivery.Metric;
import dev.beckon.core.value.Value;

/// How the dispatch of a message ended.
///
/// @param metric one that ends a dispatch
/// @param arrived whether the message is known to be in the mailbox, too
/// @param detail texts and truths about it, see [dev.beckon.core.machine.Input.Report]
public record Outcome(Metric metric, boolean arrived, Value.Fields detail) {
  public Outcome {
    if (!metric.endsDispatch()) {
      throw new IllegalArgumentException(
          "Expected a metric that ends a dispatch, but got " + metric + ".");
    }
  }
}
