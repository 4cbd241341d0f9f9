package dev.beckon.host.rocksdb;

import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.rocksdb.RocksDBException;

/// The one thread that writes a fixed set of partitions.
///
/// It goes round: take what is waiting, have it processed, have due timers looked at, commit all of
/// it as one batch with one sync, and only then tell the world. When there is nothing to do it
/// sleeps until the earliest timer of its partitions or until somebody brings work.
final class Writer implements Runnable {
  /// How long a round goes on with due timers and sweeps before it commits (ns).
  private static final long TICKING_NS_MAX = 5_000_000;

  /// The longest sleep (ms), for clocks that jump.
  private static final long SLEEP_MS_MAX = 10_000;

  private final Crew crew;
  private final Commits commits;
  private final List<Seat> seats;
  private final InstantSource clock;
  private final int messagesMax;
  private final Gate gate;
  private final Thread thread;
  private final List<Task> round = new ArrayList<>();
  private final List<Outputs> outputs = new ArrayList<>();
  private volatile boolean idle;
  private volatile long due;
  private int nextToTake;
  private int nextToTick;

  Writer(
      Crew crew,
      String name,
      Commits commits,
      List<Seat> seats,
      InstantSource clock,
      Gate gate,
      int messagesMax) {
    this.crew = crew;
    this.commits = commits;
    this.seats = List.copyOf(seats);
    this.clock = clock;
    this.gate = gate;
    this.messagesMax = messagesMax;
    this.thread = Thread.ofPlatform().name(name).unstarted(this);
  }

  Gate gate() {
    return gate;
  }

  void start() {
    thread.start();
  }

  /// Says that there is something to do; any thread may do so.
  void wake() {
    if (idle) {
      LockSupport.unpark(thread);
    }
  }

  /// When the earliest of the partitions wants its next tick (epoch ms).
  long due() {
    return due;
  }

  /// Waits until the thread has come to its end.
  void join() throws InterruptedException {
    thread.join();
  }

  @Override
  public void run() {
    try {
      due = earliestDue();
      while (!crew.isOver()) {
        if (!goRound()) {
          sleep();
        }
      }
      if (crew.failed() == null) {
        seats.forEach(Seat::forgetArrived);
        commit();
      }
    } catch (Throwable failed) {
      crew.fail(failed);
    }
    failAll();
  }

  /// Does what is waiting and due.
  ///
  /// @return whether there was anything
  private boolean goRound() throws RocksDBException {
    takeWaiting();
    int taken = round.size();
    tickDue();
    if (round.isEmpty()) {
      return false;
    }
    seats.forEach(Seat::forgetArrived);
    commit();
    gate.passed(taken);
    due = earliestDue();
    tell();
    crew.done(taken);
    return true;
  }

  /// Empties one seat after the other until the batch is full, so that it concerns few partitions
  /// where much is waiting: what they count is then written once for many messages.
  private void takeWaiting() {
    for (int i = 0; i < seats.size() && round.size() < messagesMax; i++) {
      Seat seat = seats.get(nextToTake);
      nextToTake = (nextToTake + 1) % seats.size();
      takeFrom(seat);
    }
  }

  private void takeFrom(Seat seat) {
    while (round.size() < messagesMax) {
      Task task = seat.next();
      if (task == null) {
        return;
      }
      round.add(task);
      outputs.add(seat.process(task.message()));
    }
  }

  private void tickDue() {
    if (crew.isClosing()) {
      return;
    }
    long now = clock.millis();
    long end = System.nanoTime() + TICKING_NS_MAX;
    for (int i = 0; i < seats.size() && System.nanoTime() - end < 0; i++) {
      Seat seat = seats.get(nextToTick);
      nextToTick = (nextToTick + 1) % seats.size();
      if (seat.nextDue() <= now) {
        round.add(new Task(seat.index(), new Message.Tick(now), null));
        outputs.add(seat.tick(now));
      }
    }
  }

  private void commit() throws RocksDBException {
    seats.forEach(Seat::finish);
    commits.commit();
  }

  /// Passes on what has become durable, in the order in which it was processed.
  private void tell() {
    for (int i = 0; i < round.size(); i++) {
      crew.tell(round.get(i), outputs.get(i));
    }
    round.clear();
    outputs.clear();
  }

  private void sleep() {
    idle = true;
    if (seats.stream().allMatch(Seat::isIdle) && !crew.isOver()) {
      long wait = Math.min(untilDue(), SLEEP_MS_MAX);
      if (wait > 0) {
        LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(wait));
      }
    }
    idle = false;
  }

  private long earliestDue() {
    long earliest = Long.MAX_VALUE;
    for (Seat seat : seats) {
      earliest = Math.min(earliest, seat.nextDue());
    }
    return earliest;
  }

  private long untilDue() {
    return crew.isClosing() || due == Long.MAX_VALUE ? Long.MAX_VALUE : due - clock.millis();
  }

  /// Refuses whatever is left, after a failure.
  void failAll() {
    Throwable cause = crew.failed();
    if (cause == null) {
      return;
    }
    round.forEach(task -> task.fail(cause));
    for (Seat seat : seats) {
      for (Task task = seat.next(); task != null; task = seat.next()) {
        task.fail(cause);
      }
    }
  }
}
