package dev.beckon.delivery;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Effect;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The deliveries of one sender: a few at a time, those of one person one after the other. Each
/// sender has its own, so that a server that hangs holds up nobody else's messages.
final class Lane {

  /// How many messages of one sender are under way at the same time.
  static final int UNDER_WAY_MAX = 8;

  /// How many waiting deliveries of one sender are kept in memory whole; of the rest only the id
  /// in the outbox is.
  static final int HELD_MAX = 1_000;

  /// A delivery that waits or is under way; only the thread that attempts it changes it.
  static final class Job {
    final DeliveryId id;
    private Effect.@Nullable Deliver held;
    private int tries;

    Job(Effect.Deliver deliver) {
      this.id = deliver.id();
      this.held = deliver;
    }

    Effect.@Nullable Deliver held() {
      return held;
    }

    int nextTry() {
      return ++tries;
    }
  }

  private final Executor workers;
  private final Consumer<Job> attempt;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quieter = lock.newCondition();
  private final Deque<Job> ready = new ArrayDeque<>();

  /// Who has a delivery ready, under way or waiting to be tried again, with those behind it.
  private final Map<PersonKey, Deque<Job>> behind = new HashMap<>();

  private int underWay;
  private int held;
  private boolean stopped;

  Lane(Executor workers, Consumer<Job> attempt) {
    this.workers = workers;
    this.attempt = attempt;
  }

  void add(Job job) {
    lock.lock();
    try {
      if (held < HELD_MAX) {
        held++;
      } else {
        job.held = null;
      }
      Deque<Job> queue = behind.get(job.id.person());
      if (queue == null) {
        behind.put(job.id.person(), new ArrayDeque<>(0));
        ready.addLast(job);
      } else {
        queue.addLast(job);
      }
    } finally {
      lock.unlock();
    }
    startNext();
  }

  /// The delivery has come to its end; the person's next one may go.
  void done(Job job) {
    lock.lock();
    try {
      underWay--;
      quieter.signalAll();
      held -= job.held == null ? 0 : 1;
      Deque<Job> queue = behind.get(job.id.person());
      Job next = queue == null ? null : queue.pollFirst();
      if (next == null) {
        behind.remove(job.id.person());
      } else {
        ready.addLast(next);
      }
    } finally {
      lock.unlock();
    }
    startNext();
  }

  /// The delivery will be tried again; others may go meanwhile, the person's next one may not.
  void pause() {
    lock.lock();
    try {
      underWay--;
      quieter.signalAll();
    } finally {
      lock.unlock();
    }
    startNext();
  }

  /// The time to try the delivery again has come.
  void resume(Job job) {
    lock.lock();
    try {
      ready.addLast(job);
    } finally {
      lock.unlock();
    }
    startNext();
  }

  private void startNext() {
    for (Job job = next(); job != null; job = next()) {
      Job mine = job;
      workers.execute(() -> attempt.accept(mine));
    }
  }

  private @Nullable Job next() {
    lock.lock();
    try {
      if (stopped || underWay >= UNDER_WAY_MAX || ready.isEmpty()) {
        return null;
      }
      underWay++;
      return ready.removeFirst();
    } finally {
      lock.unlock();
    }
  }

  /// Starts nothing more.
  void stop() {
    lock.lock();
    try {
      stopped = true;
    } finally {
      lock.unlock();
    }
  }

  int underWay() {
    lock.lock();
    try {
      return underWay;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until nothing is under way.
  ///
  /// @return whether that came to be in time
  boolean awaitQuiet(long nanos) {
    long left = nanos;
    lock.lock();
    try {
      while (underWay > 0 && left > 0) {
        left = quieter.awaitNanos(left);
      }
      return underWay == 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
