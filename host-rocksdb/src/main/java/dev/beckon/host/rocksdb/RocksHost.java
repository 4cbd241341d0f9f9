package dev.beckon.host.rocksdb;

import dev.beckon.engine.Partition;
import dev.beckon.engine.Routing;
import dev.beckon.engine.host.Host;
import dev.beckon.engine.host.Intake;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.message.Stamp;
import dev.beckon.engine.query.Queries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The default host: all partitions in this process, on one RocksDB in one folder.
///
/// Receipts are completed on a writer's thread; what depends on them must be quick or go elsewhere.
public final class RocksHost implements Host {
  private final DataFolder folder;
  private final Database database;
  private final Crew crew;
  private final Snapshots snapshots;
  private final InstantSource clock;
  private final int partitions;
  private boolean started;

  private RocksHost(
      DataFolder folder,
      Database database,
      Disk disk,
      InstantSource clock,
      RocksSettings settings) {
    this.folder = folder;
    this.database = database;
    this.clock = clock;
    this.partitions = settings.partitions();
    this.crew = new Crew(database, disk, clock, settings);
    this.snapshots = new Snapshots(database, partitions);
  }

  /// Opens the engine in a folder, which is made if it does not exist.
  ///
  /// @throws IOException if somebody else has it open, if it was created with another number of
  ///     partitions or by another version, or if it cannot be read
  public static RocksHost open(Path path, RocksSettings settings, InstantSource clock)
      throws IOException {
    return open(path, settings, clock, Database::commit);
  }

  static RocksHost open(Path path, RocksSettings settings, InstantSource clock, Disk disk)
      throws IOException {
    DataFolder folder = DataFolder.open(path, settings.partitions());
    try {
      Database database = Database.open(folder.rows(), settings);
      try {
        return new RocksHost(folder, database, disk, clock, settings);
      } catch (RuntimeException failed) {
        database.close();
        throw failed;
      }
    } catch (IOException | RuntimeException failed) {
      folder.close();
      throw failed;
    }
  }

  @Override
  public Intake intake() {
    return this::accept;
  }

  @Override
  public Queries queries() {
    return snapshots;
  }

  @Override
  public int partitions() {
    return partitions;
  }

  @Override
  public Optional<String> failure() {
    return Optional.ofNullable(crew.failed()).map(Throwable::getMessage);
  }

  /// When the next tick is worth while (epoch ms); 0 while anything is under way.
  long nextDue() {
    return crew.nextDue();
  }

  @Override
  public void start(Consumer<Outputs.Pending> deliveries) {
    if (started) {
      throw new IllegalStateException("Expected to be started once, but this is the second time.");
    }
    started = true;
    List<Task> leftOver = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      int source = i;
      snapshots.read(source, rows -> Partition.pendingDeliveries(rows, source)).forEach(deliveries);
      snapshots
          .read(source, rows -> Partition.unsentRelays(rows, source))
          .forEach(relay -> leftOver.add(Task.of(source, relay, null)));
    }
    crew.start(deliveries, leftOver);
  }

  /// Writes a copy of the present state into a new folder, which can be opened as an engine itself;
  /// the writers go on meanwhile.
  ///
  /// @throws IOException if the folder exists or cannot be written
  public void checkpoint(Path target) throws IOException {
    Files.createDirectory(target);
    snapshots.whileOpen(() -> database.checkpoint(DataFolder.rowsOf(target)));
    DataFolder.mark(target, partitions);
  }

  @Override
  public void close() {
    crew.close();
    snapshots.close();
    database.close();
    try {
      folder.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private CompletableFuture<Receipt> accept(Message message) {
    Message stamped = Stamp.at(clock.millis(), message);
    int partition = Routing.partitionOf(stamped, partitions);
    if (partition == Routing.EVERY) {
      return crew.takeInEverywhere(stamped);
    }
    if (partition >= partitions) { // a cio_id that nobody was ever given
      return CompletableFuture.completedFuture(new Receipt(null));
    }
    return crew.takeIn(partition, stamped);
  }
}
