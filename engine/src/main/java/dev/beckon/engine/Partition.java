package dev.beckon.engine;

import dev.beckon.core.catalog.DefinitionException;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.machine.Effect;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.message.Stamp;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Many people on one ordered stream of messages and one ordered store; what a message means for
/// one person is decided by the core, see `PersonMachine`.
///
/// One thread at a time. Whoever runs a partition processes a batch of messages, calls [#finish]
/// once, and commits everything that was written as one atomic batch; only then the outputs of the
/// batch are valid. If a batch cannot be committed, the partition is thrown away and opened anew.
public final class Partition {
  /// How many people one tick wakes at most; `Outputs.more` asks for another tick.
  public static final int WAKES_PER_TICK_MAX = 500;

  private final Site site;
  private final Turn turn = new Turn();
  private final Relays relays;
  private final Bookkeeping books;
  private final Catalogs catalogs;
  private final Decider decider;
  private final Dedupe dedupe;
  private final Homes homes;
  private final Removals removals;
  private final Suppressions suppressions;
  private final Shelf shelf;
  private final Visitors visitors;
  private final Reception reception;
  private final Sweep sweep;

  /// Opens a partition: reads its cursors and the definitions in force.
  ///
  /// @param index 0-based, below `partitions`
  public Partition(int index, int partitions, Rows rows) {
    ByteSink scratch = new ByteSink();
    site = new Site(index, partitions, new Position(rows), scratch);
    relays = new Relays(index, partitions, rows, turn);
    books = new Bookkeeping(rows, turn, relays, site);
    catalogs = new Catalogs(rows, scratch);
    decider = new Decider(catalogs, books);
    dedupe = new Dedupe(rows);
    Newcomers newcomers = new Newcomers(rows, site);
    homes = new Homes(site, turn, relays, books, decider, newcomers);
    removals = new Removals(site, turn, relays, books, decider);
    suppressions = new Suppressions(site, relays, books);
    shelf = new Shelf(relays);
    visitors = new Visitors(rows, site, relays, books);
    reception = new Reception(site, turn, relays, books.roster(), homes, newcomers, suppressions);
    sweep = new Sweep(rows, catalogs, decider, scratch);
  }

  public int index() {
    return site.index();
  }

  /// The latest time that the partition has been told (epoch ms), kept over restarts; whoever runs
  /// it does not tell it an earlier one.
  public long at() {
    return site.position().at();
  }

  /// Takes in one message and writes what follows from it.
  public Outputs process(Store store, Message message) {
    turn.begin();
    Dedupe.Mark mark = dedupe.markOf(message);
    if (mark != null && dedupe.isKnown(store, mark)) {
      Quarantine.noteRepeated(store, books, mark.workspace(), mark.track());
      return Outputs.NONE;
    }
    for (Message next = message; next != null; next = turn.nextOwn()) {
      take(store, next);
    }
    if (mark != null && !turn.isQuarantined()) {
      dedupe.remember(store, mark);
    }
    return turn.outputs();
  }

  /// Writes what was gathered in memory over the batch (cursors and tallies); to be called once
  /// before each commit, after the last message of the batch.
  public void finish(Store store) {
    books.finish(store);
    relays.finish(store);
    site.position().finish(store, site.scratch());
  }

  /// When a tick is worth while: at the latest the due time of the earliest timer (epoch ms), 0
  /// while a sweep is under way, `Long.MAX_VALUE` when nothing is waiting.
  public long nextDue() {
    return sweep.isUnderWay() ? 0 : books.timers().earliest();
  }

  /// Forgets the relays to a destination up to a sequence, because they are durable there.
  public void relayArrived(Store store, int destination, long sequence) {
    relays.arrived(store, destination, sequence);
  }

  /// Every delivery whose end has not been reported, to be dispatched again after a restart; in the
  /// order in which they were decided on.
  public static List<Outputs.Pending> pendingDeliveries(Rows rows, int partition) {
    return Outbox.pending(rows, partition);
  }

  /// A delivery whose end has not been reported, or null.
  public static Effect.@Nullable Deliver pendingDelivery(Rows rows, DeliveryId delivery) {
    return Outbox.pending(rows, delivery);
  }

  /// Every relay that may not have arrived, in order for each destination.
  public static List<Outputs.Relay> unsentRelays(Rows rows, int partition) {
    return Relays.unsent(rows);
  }

  private void take(Store store, Message message) {
    long before = site.position().at();
    if (!(message instanceof Message.Relayed)) {
      site.position().pass(Stamp.of(message));
    }
    switch (message) {
      case Message.ToIdentifier to -> reception.toIdentifier(store, to);
      case Message.ToPerson to -> homes.toPerson(store, to.person(), to.input());
      case Message.Anonymous event -> visitors.did(store, event);
      case Message.Associate associate -> visitors.associate(store, associate);
      case Message.Publish publish -> publish(store, publish);
      case Message.Claim claim -> reception.claim(store, claim);
      case Message.Release release -> reception.release(store, release);
      case Message.Block block -> suppressions.block(store, block);
      case Message.Unblock unblock -> suppressions.unblock(store, unblock);
      case Message.DeviceSeen seen -> shelf.seen(store, seen);
      case Message.DeviceLost lost -> shelf.lost(store, lost);
      case Message.Forwarded forwarded -> homes.forwarded(store, forwarded);
      case Message.Luggage luggage -> removals.arrived(store, luggage);
      case Message.Absorb absorb -> removals.absorb(store, absorb);
      case Message.Transfer transfer -> Desk.transfer(store, transfer);
      case Message.Newcomer newcomer -> reception.asked(store, newcomer);
      case Message.NewcomerAnswered answered -> reception.answered(store, answered);
      case Message.Tick tick -> tick(store, before, tick.at());
      case Message.Relayed relayed -> {
        if (relays.receive(relayed.source(), relayed.sequence())) {
          take(store, relayed.inner());
        }
      }
    }
  }

  private void publish(Store store, Message.Publish publish) {
    int workspace = publish.workspace();
    try {
      if (catalogs.publish(store, publish)) {
        sweep.begin(store, workspace, publish.version(), books.roster().people(workspace));
      }
    } catch (DefinitionException | IllegalArgumentException e) {
      Quarantine.note(store, books, workspace, publish.version(), publish.at(), e);
    }
  }

  /// @param before what the time was (epoch ms)
  private void tick(Store store, long before, long at) {
    Timers timers = books.timers();
    for (Timers.Due due : timers.take(store, at, WAKES_PER_TICK_MAX)) {
      byte[] row = store.get(Table.PERSON, Keys.person(due.person()));
      if (row != null) {
        decider.wake(store, due.person(), row, due.at());
      }
    }
    if (timers.earliest() > at) {
      sweep.goOn(store, at);
    }
    dedupe.expire(store, before, at);
    visitors.expire(store, before, at);
    if (timers.earliest() <= at || sweep.isUnderWay()) {
      turn.askForMore();
    }
  }
}
