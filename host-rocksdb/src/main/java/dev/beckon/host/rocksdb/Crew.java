package dev.beckon.host.rocksdb;

import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.host.Unavailable;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All writers together: who has which partition, what is under way between them, and whether they
/// go on.
///
/// What comes from outside passes a gate; relays never do, because refusing them could make two
/// writers wait for each other. A failure of one writer stops all: nothing is acknowledged after
// it.
final class Crew implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

  private final List<Writer> writers = new ArrayList<>();
  private final List<Seat> seats = new ArrayList<>();
  private final AtomicLong underWay = new AtomicLong();
  private final AtomicReference<@Nullable Unavailable> failure = new AtomicReference<>();
  private volatile Consumer<Outputs.Pending> deliveries = _ -> {};
  private volatile boolean closing;

  /// Each partition belongs to the writer at its index modulo their number.
  Crew(Database database, Disk disk, InstantSource clock, RocksSettings settings) {
    int count = Math.min(settings.writers(), settings.partitions());
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      batches.add(new Batch());
    }
    for (int i = 0; i < settings.partitions(); i++) {
      seats.add(Seat.open(database, batches.get(i % count), i, settings.partitions()));
    }
    for (int i = 0; i < count; i++) {
      writers.add(
          new Writer(
              this,
              "beckon-writer-" + i,
              new Commits(database, disk, batches.get(i)),
              seatsOf(i, count),
              clock,
              new Gate(settings.intakeMessagesMax()),
              settings.batchMessagesMax()));
    }
  }

  private List<Seat> seatsOf(int writer, int writers) {
    return seats.stream().filter(seat -> seat.index() % writers == writer).toList();
  }

  /// Starts the writers on what was left over from before.
  void start(Consumer<Outputs.Pending> listener, List<Task> leftOver) {
    deliveries = listener;
    leftOver.forEach(this::pass);
    writers.forEach(Writer::start);
  }

  CompletableFuture<Receipt> takeIn(int partition, Message message) {
    Gate gate = writerOf(partition).gate();
    gate.enter();
    return takeIn(List.of(partition), message, gate::leave);
  }

  /// Tells every partition; such messages are few and are always admitted.
  CompletableFuture<Receipt> takeInEverywhere(Message message) {
    return takeIn(seats.stream().map(Seat::index).toList(), message, () -> {});
  }

  private CompletableFuture<Receipt> takeIn(List<Integer> to, Message message, Runnable over) {
    Ticket ticket = new Ticket(to.size(), over);
    underWay.addAndGet(to.size());
    if (closing) {
      done(to.size());
      ticket.fail(new Unavailable("Expected a running engine, but it is shutting down."));
      return ticket.receipt();
    }
    to.forEach(partition -> hand(new Task(partition, message, ticket)));
    Unavailable failed = failure.get();
    if (failed != null) {
      ticket.fail(failed);
    }
    return ticket.receipt();
  }

  /// Tells the world what came of a task once it is durable.
  void tell(Task task, Outputs outputs) {
    for (Outputs.Relay relay : outputs.relays()) {
      pass(Task.of(task.partition(), relay, task.ticket()));
    }
    if (task.message() instanceof Message.Relayed relayed) {
      seat(relayed.source()).noteArrived(task.partition(), relayed.sequence());
    }
    outputs.deliveries().forEach(deliveries);
    if (task.ticket() != null) {
      task.ticket().settle(outputs);
    }
  }

  private void pass(Task relay) {
    underWay.incrementAndGet();
    hand(relay);
  }

  private void hand(Task task) {
    seat(task.partition()).add(task);
    writerOf(task.partition()).wake();
  }

  /// Notes that tasks taken from a queue are done with and told of.
  void done(int tasks) {
    if (underWay.addAndGet(-tasks) == 0 && closing) {
      writers.forEach(Writer::wake);
    }
  }

  private Seat seat(int partition) {
    return seats.get(partition);
  }

  /// When the next tick is worth while (epoch ms); 0 while anything is under way.
  long nextDue() {
    return underWay.get() > 0
        ? 0
        : writers.stream().mapToLong(Writer::due).min().orElse(Long.MAX_VALUE);
  }

  boolean isClosing() {
    return closing;
  }

  /// Whether the writers should stop: everything is finished, or something has failed.
  boolean isOver() {
    return failure.get() != null || (closing && underWay.get() == 0);
  }

  @Nullable Unavailable failed() {
    return failure.get();
  }

  void fail(Throwable cause) {
    Unavailable failed =
        new Unavailable(
            "Expected the engine to go on, but a writer has failed: %s. Put that right and start again."
                .formatted(cause),
            cause);
    if (failure.compareAndSet(null, failed)) {
      LOG.error(failed.getMessage(), cause);
      writers.forEach(Writer::wake);
    }
  }

  /// Finishes what was taken in and stops the writers.
  @Override
  public void close() {
    closing = true;
    writers.forEach(Writer::wake);
    boolean interrupted = false;
    for (Writer writer : writers) {
      interrupted |= !joined(writer);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (underWay.get() > 0) {
      fail(new IllegalStateException("closed before it was started"));
      writers.forEach(Writer::failAll);
    }
  }

  /// The writers use the store, so it is not left to an interrupt whether they are waited for.
  private static boolean joined(Writer writer) {
    boolean undisturbed = true;
    while (true) {
      try {
        writer.join();
        return undisturbed;
      } catch (InterruptedException _) {
        undisturbed = false;
      }
    }
  }

  private Writer writerOf(int partition) {
    return writers.get(partition % writers.size());
  }
}
