package dev.beckon.simulator.check;

import dev.beckon.engine.Partition;
import dev.beckon.engine.host.memory.MemoryStore;
import dev.beckon.engine.message.Message;
import dev.beckon.simulator.Digest;
import java.util.ArrayList;
import java.util.List;

/// The same messages give the same state, byte for byte: without the crashes, and with another
/// commit after every third message.
public final class ReplayIsIdentical implements Checker {
  private static final int BATCH = 3;

  @Override
  public List<String> problems(Evidence evidence) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < evidence.journal().partitions(); i++) {
      String live = evidence.stored().digestOf(i);
      String again = replay(evidence.journal(), i);
      if (!live.equals(again)) {
        problems.add(
            "Expected partition "
                + i
                + " to be "
                + live
                + " again, but a replay gave "
                + again
                + ".");
      }
    }
    return problems;
  }

  private static String replay(Journal journal, int index) {
    MemoryStore store = new MemoryStore();
    Partition partition = new Partition(index, journal.partitions(), store);
    int inBatch = 0;
    for (Message message : journal.of(index)) {
      partition.process(store, message);
      if (++inBatch == BATCH) {
        partition.finish(store);
        store.commit();
        inBatch = 0;
      }
    }
    partition.finish(store);
    store.commit();
    return Digest.ofEverything(store);
  }
}
