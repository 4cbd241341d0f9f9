package dev.beckon.server.wiring;

import dev.beckon.core.value.Value;
import dev.beckon.engine.host.Intake;
import dev.beckon.engine.message.Message;
import dev.beckon.registry.publication.Publisher;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Brings published definitions into every partition, as a message like any other.
public final class EnginePublisher implements Publisher {
  /// How long all partitions together may take to have a publication for good.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Intake intake;

  public EnginePublisher(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void publish(int workspace, long version, Value.Fields document) {
    try {
      intake
          .accept(new Message.Publish(workspace, version, 0, document))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IllegalStateException(
          "Expected the engine to take in version " + version + ", but it did not.", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Expected to wait, but was interrupted.", interrupted);
    }
  }
}
