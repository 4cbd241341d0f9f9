package dev.beckon.delivery.email.smtp;

import dev.beckon.delivery.email.smtp.SmtpException.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// The open connections of every sender, kept for a while after use; no sender ever waits for
/// another's.
public final class SmtpPool implements AutoCloseable {

  /// Whose connections they are; a changed setting is another key, so that it holds at once.
  public record Key(int workspace, SmtpServer server) {}

  /// A connection on loan; exactly one of [#giveBack] and [#discard] ends the loan.
  public final class Loan {
    private final Key key;
    private final Semaphore permits;
    private final SmtpConnection connection;
    private final boolean used;

    private Loan(Key key, Semaphore permits, SmtpConnection connection, boolean used) {
      this.key = key;
      this.permits = permits;
      this.connection = connection;
      this.used = used;
    }

    public SmtpConnection connection() {
      return connection;
    }

    /// Whether it has been used before, so that the server may have hung up in the meantime.
    public boolean used() {
      return used;
    }

    public void giveBack() {
      if (connection.reusable()) {
        keep(key, connection);
      } else {
        connection.quit();
      }
      permits.release();
    }

    public void discard() {
      connection.abandon();
      permits.release();
    }
  }

  private record Idle(SmtpConnection connection, long sinceNanos) {}

  private static final class Shelf {
    private final Semaphore permits = new Semaphore(SmtpLimits.CONNECTIONS_PER_SENDER_MAX);
    private final Deque<Idle> idle = new ArrayDeque<>();
  }

  private final SmtpLimits limits;
  private final SSLSocketFactory tls;
  private final ScheduledExecutorService watchdog = watchdog();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Shelf> shelves = new HashMap<>();
  private final Future<?> sweeping;
  private boolean closed;

  public SmtpPool(SmtpLimits limits, SSLSocketFactory tls) {
    this.limits = limits;
    this.tls = tls;
    long period = Math.max(1, limits.idle().toMillis() / 2);
    this.sweeping =
        watchdog.scheduleWithFixedDelay(this::sweep, period, period, TimeUnit.MILLISECONDS);
  }

  private static ScheduledExecutorService watchdog() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("smtp-watchdog").factory());
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  /// A connection that is ready for a message.
  ///
  /// @param fresh never give one that was used before
  public Loan borrow(Key key, boolean fresh) throws SmtpException {
    Shelf shelf = shelf(key);
    await(shelf.permits, key);
    boolean lent = false;
    try {
      SmtpConnection old = fresh ? null : takeIdle(shelf);
      SmtpConnection connection =
          old != null ? old : SmtpConnection.open(key.server(), limits, tls, watchdog);
      lent = true;
      return new Loan(key, shelf.permits, connection, old != null);
    } finally {
      if (!lent) {
        shelf.permits.release();
      }
    }
  }

  private Shelf shelf(Key key) {
    lock.lock();
    try {
      return shelves.computeIfAbsent(key, _ -> new Shelf());
    } finally {
      lock.unlock();
    }
  }

  private void await(Semaphore permits, Key key) throws SmtpException {
    boolean free = false;
    try {
      free = permits.tryAcquire(limits.command().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (!free) {
      throw new SmtpException(
          Stage.OPENING,
          "Expected a free connection to "
              + key.server()
              + ", but all "
              + SmtpLimits.CONNECTIONS_PER_SENDER_MAX
              + " are in use.");
    }
  }

  private @Nullable SmtpConnection takeIdle(Shelf shelf) {
    while (true) {
      Idle idle = pop(shelf);
      if (idle == null) {
        return null;
      }
      if (!overdue(idle) && !idle.connection().stale()) {
        return idle.connection();
      }
      idle.connection().abandon();
    }
  }

  private @Nullable Idle pop(Shelf shelf) {
    lock.lock();
    try {
      return shelf.idle.pollLast();
    } finally {
      lock.unlock();
    }
  }

  private boolean overdue(Idle idle) {
    return System.nanoTime() - idle.sinceNanos() > limits.idle().toNanos();
  }

  private void keep(Key key, SmtpConnection connection) {
    lock.lock();
    try {
      if (!closed) {
        shelves
            .computeIfAbsent(key, _ -> new Shelf())
            .idle
            .addLast(new Idle(connection, System.nanoTime()));
        return;
      }
    } finally {
      lock.unlock();
    }
    connection.quit();
  }

  /// Says goodbye, on other threads, on connections that nobody has used for a while.
  private void sweep() {
    remove(false).forEach(connection -> Thread.startVirtualThread(connection::quit));
  }

  private List<SmtpConnection> remove(boolean all) {
    List<SmtpConnection> removed = new ArrayList<>();
    lock.lock();
    try {
      for (Shelf shelf : shelves.values()) {
        shelf.idle.removeIf(idle -> (all || overdue(idle)) && removed.add(idle.connection()));
      }
    } finally {
      lock.unlock();
    }
    return removed;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    remove(true).forEach(SmtpConnection::abandon);
    sweeping.cancel(false);
    watchdog.shutdownNow();
  }
}
