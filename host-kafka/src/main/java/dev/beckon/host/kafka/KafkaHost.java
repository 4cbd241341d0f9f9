package dev.beckon.host.kafka;

import dev.beckon.engine.host.Host;
import dev.beckon.engine.host.Intake;
import dev.beckon.engine.host.Unavailable;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.query.Queries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs this process's share of the partitions on a Kafka cluster, exactly once.
///
/// A message is durable when the brokers have it in the topic of inputs. Rows, relays, effects,
/// answers and the place in the topic are committed in one transaction, and when a message and all
/// that follows from it have been answered for, its receipt is given. Start more processes to share
/// the work; when one is lost, others restore its rows from the cluster and go on.
public final class KafkaHost implements Host {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaHost.class);

  /// How long a closing host waits for others to process what it took in for them.
  private static final Duration FINISH_MAX = Duration.ofSeconds(20);

  private static final Duration CLOSE_MAX = Duration.ofSeconds(60);
  private static final long START_MINUTES_MAX = 30;

  private final KafkaSettings settings;
  private final String process;
  private final Promises promises;
  private final AnswerReader answers;
  private final Entrance entrance;
  private final KafkaStreams streams;
  private final LocalQueries queries;
  private final CompletableFuture<Boolean> running = new CompletableFuture<>();
  private volatile @Nullable Throwable failed;
  private @Nullable Dispatch dispatch;

  private KafkaHost(KafkaSettings settings, String process, InstantSource clock) {
    this.settings = settings;
    this.process = process;
    this.promises = new Promises(settings, System::nanoTime);
    this.answers = new AnswerReader(settings, promises, this::fail);
    this.entrance = new Entrance(settings, clock, promises);
    this.streams =
        new KafkaStreams(Plan.topology(settings, clock), Plan.properties(settings, process));
    this.queries = new LocalQueries(streams, settings);
  }

  /// Opens the host; creates its topics and its folder where they are missing.
  ///
  /// @throws IOException if there is no cluster, if its topics have another number of partitions,
  ///     or if the folder cannot be written
  public static KafkaHost open(KafkaSettings settings, InstantSource clock) throws IOException {
    Topics.prepare(settings);
    try {
      return new KafkaHost(settings, nameOfProcess(settings.folder()), clock);
    } catch (KafkaException failed) {
      throw new IOException(
          "Expected to join the cluster at %s, but: %s; check the settings under engine.kafka."
              .formatted(settings.bootstrapServers(), failed.getMessage()),
          failed);
    }
  }

  /// A name that stays with the folder, so that a process which comes back soon gets its partitions
  /// back.
  private static String nameOfProcess(Path folder) throws IOException {
    Path file = folder.resolve("process.name");
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      Files.writeString(file, UUID.randomUUID().toString());
    }
    return Files.readString(file).strip();
  }

  @Override
  public Intake intake() {
    return entrance;
  }

  @Override
  public Queries queries() {
    return queries;
  }

  @Override
  public int partitions() {
    return settings.partitions();
  }

  @Override
  public Optional<String> failure() {
    return Optional.ofNullable(failed).map(KafkaHost::inWords);
  }

  private static String inWords(Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return "The Kafka host has stopped: " + cause + "; see the log, and start it again.";
  }

  /// Comes back when this process has got its share and restored it.
  @Override
  public void start(Consumer<Outputs.Pending> deliveries) {
    if (dispatch != null) {
      throw new IllegalStateException("Expected to be started once, but this is the second time.");
    }
    streams.setStateListener((now, _) -> note(now));
    streams.setUncaughtExceptionHandler(this::failTask);
    dispatch = new Dispatch(settings, process, deliveries, this::fail);
    dispatch.start();
    answers.start();
    streams.start();
    await();
  }

  private void note(KafkaStreams.State state) {
    if (state == KafkaStreams.State.RUNNING) {
      running.complete(true);
    } else if (state == KafkaStreams.State.ERROR) {
      fail(new IllegalStateException("Streams has given up."));
    }
  }

  private StreamThreadExceptionResponse failTask(Throwable cause) {
    fail(cause);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private void fail(Throwable cause) {
    if (failed == null) {
      failed = cause;
      LOG.error("The Kafka host has failed", cause);
    }
    running.completeExceptionally(cause);
    Unavailable why = new Unavailable(inWords(cause), cause);
    entrance.shut(why);
    promises.breakAll(why);
  }

  private void await() {
    try {
      running.orTimeout(START_MINUTES_MAX, TimeUnit.MINUTES).join();
    } catch (CompletionException stopped) {
      String why =
          stopped.getCause() instanceof TimeoutException
              ? "it has not got its share of the partitions in %d minutes; look at the brokers"
                  .formatted(START_MINUTES_MAX)
              : failure().orElse("it has stopped");
      throw new Unavailable("Expected the Kafka host to start, but " + why + ".", stopped);
    }
  }

  /// How far a partition of this process has come.
  Standing standing(int partition) {
    return queries.standing(partition);
  }

  /// The offset behind the last message that this process has appended to a partition.
  long appended(int partition) {
    return entrance.appended(partition);
  }

  @Override
  public void close() {
    Unavailable closed =
        new Unavailable("Expected an open host, but it is closed; start it again.");
    entrance.shut(closed);
    if (dispatch != null) {
      promises.await(FINISH_MAX);
    }
    if (!streams.close(CLOSE_MAX)) {
      LOG.warn(
          "Streams has not stopped within {}; what it had not committed is done again", CLOSE_MAX);
    }
    if (dispatch != null) {
      dispatch.close();
    }
    answers.close();
    entrance.close();
    promises.breakAll(closed);
  }
}
