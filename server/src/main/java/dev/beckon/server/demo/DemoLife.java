package dev.beckon.server.demo;

import dev.beckon.engine.host.Intake;
import dev.beckon.engine.host.Overloaded;
import dev.beckon.engine.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;

/// Plays the plot into an engine.
final class DemoLife {
  private static final Duration STEP = Duration.ofHours(1);
  private static final Duration STEP_LATELY = Duration.ofMinutes(5);
  private static final Duration LATELY = Duration.ofDays(2);
  private static final long PATIENCE_SECONDS = 60;

  private final Intake intake;
  private final int workspace;
  private final DoubleConsumer progress;

  /// @param progress hears how far it is, from 0 to 1
  DemoLife(Intake intake, int workspace, DoubleConsumer progress) {
    this.intake = intake;
    this.workspace = workspace;
    this.progress = progress;
  }

  /// Plays step after step under a clock that is moved along, so that campaigns take their time.
  void playThroughTime(List<Happening> plot, DemoOutcomes outcomes, LongConsumer clock, long end) {
    long begin = plot.getFirst().at();
    int next = 0;
    for (long from = begin, to; from < end; from = to) {
      to = Math.min(end, from + step(from, end));
      List<Moment> moments = new ArrayList<>(outcomes.due(to));
      while (next < plot.size() && plot.get(next).at() <= to) {
        Happening happening = plot.get(next++);
        moments.add(new Moment(happening.at(), happening.message(workspace)));
      }
      moments.sort(Comparator.comparingLong(Moment::at));
      takeIn(moments, clock, from, to);
      progress.accept((double) (to - begin) / (end - begin));
    }
  }

  /// The days that are looked at most are played most finely.
  private static long step(long from, long end) {
    return (end - from < LATELY.toMillis() ? STEP_LATELY : STEP).toMillis();
  }

  /// What comes late, as the step before has only just brought it about, is received at once.
  private void takeIn(List<Moment> moments, LongConsumer clock, long from, long to) {
    List<CompletableFuture<?>> taken = new ArrayList<>();
    for (Moment moment : moments) {
      clock.accept(Math.max(from, moment.at()));
      taken.add(accept(moment.message()));
    }
    clock.accept(to);
    taken.add(accept(new Message.Tick(0)));
    await(taken);
  }

  /// Plays a part of the plot at once; what lies in the past is told as past.
  void playAtOnce(List<Happening> plot, int begin, int end) {
    int chunk = 100;
    for (int from = begin; from < end; from += chunk) {
      int to = Math.min(end, from + chunk);
      takeIn(plot.subList(from, to).stream().map(h -> h.message(workspace)).toList());
      progress.accept((double) to / plot.size());
    }
  }

  private void takeIn(List<Message> messages) {
    List<CompletableFuture<?>> taken = new ArrayList<>();
    for (Message message : messages) {
      taken.add(accept(message));
    }
    await(taken);
  }

  private static void await(List<CompletableFuture<?>> taken) {
    CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new))
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private CompletableFuture<?> accept(Message message) {
    while (true) {
      try {
        return intake.accept(message);
      } catch (Overloaded _) {
        Thread.onSpinWait();
      }
    }
  }
}
