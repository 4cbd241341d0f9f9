package dev.beckon.delivery;

import dev.beckon.core.machine.Input;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says what became of messages until it has been heard.
final class Reporter {
  private static final long FIRST_WAIT_MS = 100;
  private static final long LONGEST_WAIT_MS = 10_000;
  private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);

  private final Outcomes outcomes;
  private final Schedule schedule;
  private final LongAdder repeated = new LongAdder();

  Reporter(Outcomes outcomes, Schedule schedule) {
    this.outcomes = outcomes;
    this.schedule = schedule;
  }

  /// Completes, never exceptionally, when the report is durable.
  CompletableFuture<Void> tell(Input.Report report) {
    CompletableFuture<Void> heard = new CompletableFuture<>();
    tell(report, FIRST_WAIT_MS, heard);
    return heard;
  }

  /// How often something had to be said again.
  long repeated() {
    return repeated.sum();
  }

  private void tell(Input.Report report, long wait, CompletableFuture<Void> heard) {
    CompletionStage<?> answer;
    try {
      answer = outcomes.report(report);
    } catch (RuntimeException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    var _ =
        answer.whenComplete(
            (_, problem) -> {
              if (problem == null) {
                heard.complete(null);
              } else {
                again(report, wait, heard, problem);
              }
            });
  }

  private void again(
      Input.Report report, long wait, CompletableFuture<Void> heard, Throwable problem) {
    repeated.increment();
    LOG.debug("A report on {} was not taken in; it is said again.", report.delivery(), problem);
    schedule.at(
        schedule.now() + wait, () -> tell(report, Math.min(2 * wait, LONGEST_WAIT_MS), heard));
  }
}
