package dev.beckon.delivery;

import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The real time.
public final class SystemSchedule implements Schedule, AutoCloseable {
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("delivery-schedule").factory());

  public SystemSchedule(InstantSource clock) {
    this.clock = clock;
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public long now() {
    return clock.millis();
  }

  @Override
  public void at(long time, Runnable task) {
    if (!executor.isShutdown()) {
      var _ = executor.schedule(task, Math.max(0, time - now()), TimeUnit.MILLISECONDS);
    }
  }

  /// Drops what has not come due.
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
