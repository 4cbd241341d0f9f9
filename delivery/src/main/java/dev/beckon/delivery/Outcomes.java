package dev.beckon.delivery;

import dev.beckon.core.machine.Input;
import java.util.concurrent.CompletionStage;

/// Where the dispatcher says what became of a message.
@FunctionalInterface
public interface Outcomes {

  /// Takes the report in; the stage completes when it is durable. A failed stage or an exception
  /// makes the dispatcher say it again later.
  CompletionStage<?> report(Input.Report report);
}
