package dev.beckon.engine.host.memory;

import dev.beckon.engine.Partition;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.store.Store;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One partition with its rows, what waits for it, and what it has processed but not committed.
final class Seat {
  private final MemoryStore store;
  private final Store view;
  private final Partition partition;
  private final Deque<Task> inbox = new ArrayDeque<>();
  private final List<Deque<Task>> wires = new ArrayList<>();
  private List<Done> batch = new ArrayList<>();

  /// @param view the store as the partition sees it
  Seat(int index, int partitions, MemoryStore store, Store view) {
    this.store = store;
    this.view = view;
    this.partition = new Partition(index, partitions, view);
    for (int source = 0; source < partitions; source++) {
      wires.add(new ArrayDeque<>());
    }
  }

  MemoryStore store() {
    return store;
  }

  Partition partition() {
    return partition;
  }

  /// Messages from outside, in order.
  Deque<Task> inbox() {
    return inbox;
  }

  /// Relays of another partition that are under way to this one, in order.
  Deque<Task> wireFrom(int source) {
    return wires.get(source);
  }

  boolean isDirty() {
    return !batch.isEmpty() || store.isDirty();
  }

  void process(Task task) {
    batch.add(new Done(task, partition.process(view, task.message())));
  }

  /// Makes the batch durable.
  ///
  /// @return what may be told of now
  List<Done> commit() {
    partition.finish(view);
    store.commit();
    List<Done> done = batch;
    batch = new ArrayList<>();
    return done;
  }

  /// @param ticket null for what nobody outside waits for
  record Task(Message message, @Nullable Ticket ticket) {}

  record Done(Task task, Outputs outputs) {}
}
