package dev.beckon.engine.host.memory;

import dev.beckon.engine.Partition;
import dev.beckon.engine.Routing;
import dev.beckon.engine.host.Host;
import dev.beckon.engine.host.Intake;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.message.Stamp;
import dev.beckon.engine.query.Queries;
import dev.beckon.engine.store.Rows;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// A host in one thread whose time is told to it, and which does nothing by itself.
///
/// At its own pace, every message is processed with all that follows from it before
/// [Intake#accept] returns. Step by step, somebody else chooses what happens next, so that every
/// interleaving of partitions, relays and commits can be tried, and a crash at any moment.
public final class InMemoryHost implements Host {
  private final List<Seat> seats = new ArrayList<>();
  private final boolean stepByStep;
  private final Seams seams;
  private Consumer<Outputs.Pending> listener = _ -> {};
  private long now;
  private boolean settling;

  private InMemoryHost(List<MemoryStore> stores, long now, boolean stepByStep, Seams seams) {
    this.now = now;
    this.stepByStep = stepByStep;
    this.seams = seams;
    for (int i = 0; i < stores.size(); i++) {
      seats.add(new Seat(i, stores.size(), stores.get(i), seams.store(i, stores.get(i))));
    }
    for (int i = 0; i < seats.size(); i++) {
      for (Outputs.Relay relay : Partition.unsentRelays(seats.get(i).store(), i)) {
        wire(i, relay, null);
      }
    }
  }

  /// An empty host that settles everything at once.
  ///
  /// @param now epoch ms
  public static InMemoryHost atOnce(int partitions, long now) {
    return new InMemoryHost(emptyStores(partitions), now, false, Seams.NONE);
  }

  /// An empty host that waits for [#step].
  ///
  /// @param now epoch ms
  public static InMemoryHost stepByStep(int partitions, long now) {
    return stepByStep(partitions, now, Seams.NONE);
  }

  /// The same, with somebody looking on; the seams stay over crashes.
  public static InMemoryHost stepByStep(int partitions, long now, Seams seams) {
    return new InMemoryHost(emptyStores(partitions), now, true, seams);
  }

  private static List<MemoryStore> emptyStores(int partitions) {
    List<MemoryStore> stores = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      stores.add(new MemoryStore());
    }
    return stores;
  }

  /// Loses everything that is not durable, and opens what is; this host is of no more use.
  ///
  /// Receipts that were waited for never come; nobody listens to deliveries until [#start].
  public InMemoryHost crash() {
    List<MemoryStore> stores = new ArrayList<>();
    for (Seat seat : seats) {
      seat.store().rollBack();
      stores.add(seat.store());
    }
    return new InMemoryHost(stores, now, stepByStep, seams);
  }

  @Override
  public Intake intake() {
    return this::accept;
  }

  @Override
  public Queries queries() {
    return new Views();
  }

  @Override
  public int partitions() {
    return seats.size();
  }

  @Override
  public Optional<String> failure() {
    return Optional.empty();
  }

  @Override
  public void start(Consumer<Outputs.Pending> deliveries) {
    listener = deliveries;
    for (int i = 0; i < seats.size(); i++) {
      Partition.pendingDeliveries(seats.get(i).store().committed(), i).forEach(deliveries);
    }
    goOn();
  }

  @Override
  public void close() {
    settle();
  }

  /// Epoch ms.
  public long now() {
    return now;
  }

  /// Lets time pass: every timer rings at its own instant, in order. Goes on until sweeps are done.
  ///
  /// @param at epoch ms, not before [#now]
  public void passTo(long at) {
    for (long due = nextDue(); due <= at; due = nextDue()) {
      now = Math.max(now, due);
      for (Seat seat : seats) {
        if (seat.partition().nextDue() <= now) {
          seat.inbox().add(new Seat.Task(new Message.Tick(now), null));
        }
      }
      settle();
    }
    now = at;
    tick();
    settle();
  }

  /// Sets the time without letting anybody notice.
  public void setNow(long at) {
    now = at;
  }

  /// Tells all partitions the time.
  public void tick() {
    for (Seat seat : seats) {
      seat.inbox().add(new Seat.Task(new Message.Tick(now), null));
    }
    goOn();
  }

  /// The earliest instant at which a tick is worth while, as [Partition#nextDue].
  public long nextDue() {
    long due = Long.MAX_VALUE;
    for (Seat seat : seats) {
      due = Math.min(due, seat.partition().nextDue());
    }
    return due;
  }

  /// Does one of the things that can be done next: a commit, a message from outside, or a relay.
  ///
  /// @param chooser is told how many there are, and answers with one of them, from 0
  /// @return false if there is nothing to do
  public boolean step(IntUnaryOperator chooser) {
    List<Runnable> options = options();
    if (options.isEmpty()) {
      return false;
    }
    options.get(chooser.applyAsInt(options.size())).run();
    return true;
  }

  /// Does everything that can be done, committing after each message.
  public void settle() {
    if (settling) {
      return;
    }
    settling = true;
    try {
      boolean more = true;
      while (more) {
        more = step(_ -> 0);
      }
    } finally {
      settling = false;
    }
  }

  /// A hash of every durable row of every partition.
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Seat seat : seats) {
        seat.store().committed().addTo(digest);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "Expected every JDK to know SHA-256, but this one does not.", e);
    }
  }

  private CompletableFuture<Receipt> accept(Message message) {
    Message stamped = Stamp.at(now, message);
    Ticket ticket = new Ticket();
    int partition = Routing.partitionOf(stamped, seats.size());
    if (partition >= seats.size()) {
      return CompletableFuture.completedFuture(new Receipt(null));
    }
    for (int i = 0; i < seats.size(); i++) {
      if (partition == Routing.EVERY || partition == i) {
        ticket.open();
        seats.get(i).inbox().add(new Seat.Task(stamped, ticket));
      }
    }
    goOn();
    return ticket.receipt();
  }

  private void goOn() {
    if (!stepByStep) {
      settle();
    }
  }

  private List<Runnable> options() {
    List<Runnable> options = new ArrayList<>();
    for (int i = 0; i < seats.size(); i++) {
      if (seats.get(i).isDirty()) {
        int index = i;
        options.add(() -> commit(index));
      }
    }
    for (Seat seat : seats) {
      offer(options, seat, seat.inbox());
      for (int source = 0; source < seats.size(); source++) {
        offer(options, seat, seat.wireFrom(source));
      }
    }
    return options;
  }

  private static void offer(List<Runnable> options, Seat seat, Deque<Seat.Task> queue) {
    if (!queue.isEmpty()) {
      options.add(() -> seat.process(queue.remove()));
    }
  }

  private void commit(int index) {
    for (Seat.Done done : seats.get(index).commit()) {
      seams.durable(index, done.task().message(), done.outputs());
      Ticket ticket = done.task().ticket();
      for (Outputs.Relay relay : done.outputs().relays()) {
        if (ticket != null) {
          ticket.open();
        }
        wire(index, relay, ticket);
      }
      if (done.task().message() instanceof Message.Relayed relayed) {
        Seat source = seats.get(relayed.source());
        source.partition().relayArrived(source.store(), index, relayed.sequence());
      }
      if (done.task().message() instanceof Message.Tick && done.outputs().more()) {
        seats.get(index).inbox().add(new Seat.Task(new Message.Tick(now), null));
      }
      done.outputs().deliveries().forEach(listener);
      if (ticket != null) {
        ticket.close(done.outputs().person());
      }
    }
  }

  private void wire(int source, Outputs.Relay relay, @Nullable Ticket ticket) {
    Message message = new Message.Relayed(source, relay.sequence(), relay.message());
    seats.get(relay.destination()).wireFrom(source).add(new Seat.Task(message, ticket));
  }

  private final class Views implements Queries {
    @Override
    public int partitions() {
      return seats.size();
    }

    @Override
    public <T> T read(int partition, Function<Rows, T> reader) {
      return reader.apply(seats.get(partition).store().committed());
    }
  }
}
