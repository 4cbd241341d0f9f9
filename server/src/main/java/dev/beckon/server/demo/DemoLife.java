package dev.beckon.server.demo;

import dev.beckon.engine.host.Intake;
import dev.beckon.engine.host.Overloaded;
import dev.beckon.engine.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;

/// Plays the plot into an engine.
final class DemoLife {
  private static final Duration STEP = Duration.ofHours(1);
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

  /// Plays hour after hour under a clock that is moved along, so that campaigns take their time.
  void playThroughTime(List<Happening> plot, DemoOutcomes outcomes, LongConsumer clock, long end) {
    long begin = plot.getFirst().at();
    int next = 0;
    for (long now = begin; now <= end; now += STEP.toMillis()) {
      clock.accept(now);
      List<Message> messages = new ArrayList<>(outcomes.due(now));
      while (next < plot.size() && plot.get(next).at() <= now) {
        messages.add(plot.get(next++).message(workspace));
      }
      messages.add(new Message.Tick(0));
      takeIn(messages);
      progress.accept((double) (now - begin) / Math.max(1, end - begin));
    }
  }

  /// Plays everything at once; what lies in the past is told as past.
  void playAtOnce(List<Happening> plot) {
    int chunk = 100;
    for (int from = 0; from < plot.size(); from += chunk) {
      int to = Math.min(plot.size(), from + chunk);
      takeIn(plot.subList(from, to).stream().map(h -> h.message(workspace)).toList());
      progress.accept((double) to / plot.size());
    }
  }

  private void takeIn(List<Message> messages) {
    List<CompletableFuture<?>> taken = new ArrayList<>();
    for (Message message : messages) {
      taken.add(accept(message));
    }
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
