package dev.beckon.server;

import dev.beckon.engine.host.Host;
import dev.beckon.lake.Lake;
import dev.beckon.registry.Registry;
import dev.beckon.registry.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done once in a while, on a thread of its own: the registry's housekeeping, and carrying
/// facts into the lake.
final class Chores implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
  private static final long EVERY_SECONDS = 60;
  private static final long FIRST_AFTER_SECONDS = 20;
  private static final long STOP_SECONDS = 20;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("chores").factory());
  private final Registry registry;
  private final Host host;
  private final Path lakeFolder;
  private final InstantSource clock;
  private @Nullable Lake lake;
  private volatile @Nullable LakeFeed feed;

  Chores(Registry registry, Host host, Path lakeFolder, InstantSource clock) {
    this.registry = registry;
    this.host = host;
    this.lakeFolder = lakeFolder;
    this.clock = clock;
    var _ =
        thread.scheduleWithFixedDelay(
            this::doAll, FIRST_AFTER_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void doAll() {
    try {
      registry.tidy();
      carry();
    } catch (IOException | RuntimeException failed) {
      LOG.warn("Housekeeping failed; it is tried again in a minute.", failed);
    }
  }

  private void carry() throws IOException {
    LakeFeed into = feed;
    if (into == null) {
      Lake opened = Lake.open(lakeFolder);
      into = new LakeFeed(host.queries(), opened, clock);
      lake = opened;
      feed = into;
    }
    into.carry(registry.workspaces().list().stream().map(Workspace::id).toList());
  }

  @Override
  public void close() {
    thread.shutdown();
    LakeFeed carrying = feed;
    if (carrying != null) {
      carrying.stop();
    }
    try {
      if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Housekeeping did not end in time.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Lake opened = lake;
    if (opened != null) {
      opened.close();
    }
  }
}
