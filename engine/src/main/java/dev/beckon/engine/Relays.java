package dev.beckon.engine;

import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.MessageCodec;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.MetaKind;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Messages between partitions: kept until they have arrived, numbered without a gap for each
/// destination, taken in once.
final class Relays {
  private static final byte[] FIRST = new byte[0];

  private final int index;
  private final Turn turn;
  private final long[] sent;
  private final long[] received;
  private final long[] arrived;
  private final BitSet sentMoved = new BitSet();
  private final BitSet receivedMoved = new BitSet();

  Relays(int index, int partitions, Rows rows, Turn turn) {
    this.index = index;
    this.turn = turn;
    sent = load(rows, MetaKind.SENT, partitions);
    received = load(rows, MetaKind.RECEIVED, partitions);
    arrived = new long[partitions];
  }

  private static long[] load(Rows rows, MetaKind kind, int partitions) {
    long[] numbers = new long[partitions];
    byte[] from = Keys.metas(kind);
    rows.scan(
        Table.META,
        from,
        Keys.after(from),
        (key, row) -> {
          numbers[Keys.metaOf(key)] = NumberRow.read(row);
          return true;
        });
    return numbers;
  }

  /// Tells another partition, or the partition itself before the turn is over.
  void send(Store store, int destination, Message message) {
    if (destination == index) {
      turn.tellOneself(message);
      return;
    }
    long sequence = ++sent[destination];
    sentMoved.set(destination);
    store.put(Table.RELAY, Keys.relay(destination, sequence), MessageCodec.encode(message));
    turn.add(new Outputs.Relay(destination, sequence, message));
  }

  /// Whether the relay is new, and not one that has been taken in before.
  boolean receive(int source, long sequence) {
    long last = received[source];
    if (sequence <= last) {
      return false;
    }
    if (sequence != last + 1) {
      throw new IllegalStateException(
          "Expected relay "
              + (last + 1)
              + " of partition "
              + source
              + ", but got "
              + sequence
              + "; those between are lost, so the partition stops. Send the unsent relays of "
              + source
              + " again, in order.");
    }
    received[source] = sequence;
    receivedMoved.set(source);
    return true;
  }

  void arrived(Store store, int destination, long sequence) {
    if (sequence > arrived[destination]) {
      store.deleteRange(
          Table.RELAY,
          Keys.relay(destination, arrived[destination]),
          Keys.relay(destination, sequence + 1));
      arrived[destination] = sequence;
    }
  }

  void finish(Store store) {
    finish(store, MetaKind.SENT, sent, sentMoved);
    finish(store, MetaKind.RECEIVED, received, receivedMoved);
  }

  private static void finish(Store store, MetaKind kind, long[] numbers, BitSet moved) {
    for (int i = moved.nextSetBit(0); i >= 0; i = moved.nextSetBit(i + 1)) {
      store.put(Table.META, Keys.meta(kind, i), NumberRow.write(numbers[i]));
    }
    moved.clear();
  }

  static List<Outputs.Relay> unsent(Rows rows) {
    List<Outputs.Relay> unsent = new ArrayList<>();
    rows.scan(
        Table.RELAY,
        FIRST,
        null,
        (key, row) -> {
          unsent.add(
              new Outputs.Relay(
                  Keys.relayDestination(key), Keys.relaySequence(key), MessageCodec.decode(row)));
          return true;
        });
    return unsent;
  }
}
