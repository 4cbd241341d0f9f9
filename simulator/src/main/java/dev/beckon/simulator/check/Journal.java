package dev.beckon.simulator.check;

import dev.beckon.engine.message.Message;
import java.util.ArrayList;
import java.util.List;

/// Every message that each partition has processed and made durable, in order.
public final class Journal {
  private final List<List<Message>> partitions = new ArrayList<>();
  private int size;

  public Journal(int partitions) {
    for (int i = 0; i < partitions; i++) {
      this.partitions.add(new ArrayList<>());
    }
  }

  public void note(int partition, Message message) {
    partitions.get(partition).add(message);
    size++;
  }

  public List<Message> of(int partition) {
    return List.copyOf(partitions.get(partition));
  }

  public int partitions() {
    return partitions.size();
  }

  public int size() {
    return size;
  }
}
