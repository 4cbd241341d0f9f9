package dev.beckon.simulator;

import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.host.memory.InMemoryHost;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.query.Queries;
import java.util.ArrayList;
import java.util.List;

/// The in-memory host under test; everything has happened when a call returns.
public final class MemoryHarness implements Harness {
  private final List<Outputs.Pending> handed = new ArrayList<>();
  private InMemoryHost host;

  public MemoryHarness(int partitions, long now) {
    host = InMemoryHost.atOnce(partitions, now);
    host.start(handed::add);
  }

  @Override
  public long now() {
    return host.now();
  }

  @Override
  public Receipt accept(Message message) {
    return host.intake().accept(message).join();
  }

  @Override
  public void acceptAll(List<Message> messages) {
    messages.forEach(this::accept);
  }

  @Override
  public void advanceTo(long at) {
    host.passTo(at);
  }

  @Override
  public List<Outputs.Pending> takeDeliveries() {
    List<Outputs.Pending> taken = List.copyOf(handed);
    handed.clear();
    return taken;
  }

  @Override
  public Queries queries() {
    return host.queries();
  }

  @Override
  public void restart() {
    host.close();
    kill();
  }

  @Override
  public void kill() {
    handed.clear();
    host = host.crash();
    host.start(handed::add);
  }

  @Override
  public void close() {
    host.close();
  }
}
