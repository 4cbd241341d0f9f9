package dev.beckon.delivery;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.Handover.End;
import dev.beckon.delivery.Handover.Later;
import dev.beckon.delivery.Handover.Result;
import dev.beckon.delivery.Lane.Job;
import dev.beckon.delivery.email.Answer.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes each delivery that the engine has decided on to its end: rendered and handed to the
/// sender's channel, most often [dev.beckon.delivery.email.SmtpChannel], tried again while there is
/// hope, and reported back as an input.
///
/// Deliveries wait in the engine's outbox, not here: what is lost in a crash is handed in again.
/// Each sender has a [Lane] of its own. A person's deliveries keep their order, waits included.
public final class Dispatcher implements AutoCloseable {

  /// What has happened since the start.
  ///
  /// @param uncertain messages sent again although they may have been taken before
  public record Counts(
      long sent,
      long bounced,
      long failed,
      long retried,
      long uncertain,
      long reportsRepeated,
      int underWay,
      int waiting) {}

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Handover handover;
  private final Outbox outbox;
  private final Schedule schedule;
  private final Retries retries;
  private final Executor workers;
  private final Reporter reporter;
  private final Tally tally = new Tally();
  private final Map<Integer, Lane> lanes = new ConcurrentHashMap<>();
  private final Set<DeliveryId> known = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  /// @param workers runs one attempt per task, never on the caller's thread; a virtual thread each
  public Dispatcher(
      Handover handover,
      Outcomes outcomes,
      Outbox outbox,
      Schedule schedule,
      Retries retries,
      Executor workers) {
    this.handover = handover;
    this.outbox = outbox;
    this.schedule = schedule;
    this.retries = retries;
    this.workers = workers;
    this.reporter = new Reporter(outcomes, schedule);
  }

  /// Takes a delivery over and returns at once; one that is here already is passed over.
  public void dispatch(Effect.Deliver deliver) {
    if (!stopped && known.add(deliver.id())) {
      lane(deliver.id()).add(new Job(deliver));
    }
  }

  private Lane lane(DeliveryId id) {
    return lanes.computeIfAbsent(id.person().workspace(), _ -> new Lane(workers, this::attempt));
  }

  private void attempt(Job job) {
    try {
      Optional<Outcome> before = handover.ledger().outcome(job.id);
      if (before.isPresent()) {
        end(job, before.get());
      } else {
        attemptNow(job);
      }
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Expected to attempt {}, but could not; it is tried again.", job.id, e);
      settle(job, new Later("Something went wrong inside Beckon: " + e, Fault.SERVER));
    }
  }

  private void attemptNow(Job job) {
    Effect.Deliver held = job.held();
    Effect.Deliver deliver = held == null ? outbox.read(job.id) : held;
    if (deliver == null) {
      finish(job);
      return;
    }
    tally.begin(handover.ledger().inDoubt(job.id));
    settle(job, handover.attempt(deliver, schedule.now()));
  }

  private void settle(Job job, Result result) {
    switch (result) {
      case End(Outcome outcome) -> end(job, outcome);
      case Later later -> {
        int tries = job.nextTry();
        if (tries < retries.triesMax()) {
          tryLater(job, tries, later);
        } else {
          end(job, later.givenUp(tries));
        }
      }
    }
  }

  private void tryLater(Job job, int tries, Later later) {
    tally.retried();
    CompletableFuture<Void> heard =
        tries == 1
            ? reporter.tell(report(job, Metric.ATTEMPTED, later.detail()))
            : CompletableFuture.completedFuture(null);
    var _ =
        heard.thenRun(
            () -> {
              Lane lane = lane(job.id);
              long due = schedule.now() + retries.waitAfter(tries, job.id);
              schedule.at(due, () -> lane.resume(job));
              lane.pause();
            });
  }

  private void end(Job job, Outcome outcome) {
    tally.ended(outcome.metric());
    CompletableFuture<Void> heard = reporter.tell(report(job, outcome.metric(), outcome.detail()));
    if (outcome.arrived()) {
      heard =
          reporter
              .tell(report(job, Metric.DELIVERED, outcome.detail()))
              .thenCombine(heard, (_, _) -> null);
    }
    var _ = heard.thenRun(() -> finish(job));
  }

  private void finish(Job job) {
    try {
      handover.ledger().reported(job.id);
    } finally {
      known.remove(job.id);
      lane(job.id).done(job);
    }
  }

  private Input.Report report(Job job, Metric metric, Value.Fields detail) {
    return new Input.Report(schedule.now(), job.id, metric, detail);
  }

  public Counts counts() {
    int underWay = lanes.values().stream().mapToInt(Lane::underWay).sum();
    return tally.counts(reporter.repeated(), underWay, known.size() - underWay);
  }

  /// Starts nothing more and waits for what is under way; what waits stays in the outbox.
  ///
  /// @return whether everything under way has ended in time
  public boolean drain(Duration timeout) {
    stopped = true;
    lanes.values().forEach(Lane::stop);
    long end = System.nanoTime() + timeout.toNanos();
    for (Lane lane : lanes.values()) {
      if (!lane.awaitQuiet(end - System.nanoTime())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    if (!drain(CLOSE_TIMEOUT)) {
      LOG.warn("Some messages were still under way when the time to stop was over.");
    }
  }
}
