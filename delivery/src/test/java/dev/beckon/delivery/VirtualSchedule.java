package dev.beckon.delivery;

import java.util.PriorityQueue;

/// Time that passes when the test says so.
final class VirtualSchedule implements Schedule {
  private record Task(long at, long number, Runnable what) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(
          (a, b) ->
              a.at() == b.at()
                  ? Long.compare(a.number(), b.number())
                  : Long.compare(a.at(), b.at()));
  private long now = 1_000_000;
  private long numbers;

  @Override
  public synchronized long now() {
    return now;
  }

  @Override
  public synchronized void at(long time, Runnable task) {
    tasks.add(new Task(time, numbers++, task));
  }

  /// Goes on to the next task and runs it; false if there is none.
  boolean next() {
    Task task;
    synchronized (this) {
      task = tasks.poll();
      if (task == null) {
        return false;
      }
      now = Math.max(now, task.at());
    }
    task.what().run();
    return true;
  }
}
