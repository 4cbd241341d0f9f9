package dev.beckon.bench;

import dev.beckon.bench.Finding.Quantity;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.host.rocksdb.RocksHost;
import dev.beckon.host.rocksdb.RocksSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// B4: from an event's receipt until its message is handed over for sending, at 1,000 events a
/// second, beside the time the disk needs for one fsync.
final class DeliveryLatency implements Measurement {
  private static final int PEOPLE = 20_000;
  private static final int ROUNDS = 5;
  private static final int EVENTS_PER_ROUND = 5_000;
  private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(1) / 1_000;
  private static final long SEED = 44;
  private static final double MEDIAN_SYNCS_MAX = 10;
  private static final double TAIL_SYNCS_MAX = 100;

  private final Crowd crowd = new Crowd(PEOPLE, SEED);
  private final List<Double> medians = new ArrayList<>();
  private final List<Double> tails = new ArrayList<>();
  private final List<Double> syncs = new ArrayList<>();
  private volatile LatencyRound round = new LatencyRound(0, EVENTS_PER_ROUND);

  @Override
  public List<String> answers() {
    return List.of("B4");
  }

  @Override
  public List<Finding> run(Path scratch) throws IOException, InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    try (RocksHost host =
        RocksHost.open(
            scratch.resolve("engine"), RocksSettings.forCores(cores), InstantSource.system())) {
      Feeder feeder = new Feeder(host, this::handOver);
      feeder.send(new Message.Publish(Shop.WORKSPACE, 1, 0, Shop.definitions()));
      for (int i = 0; i < PEOPLE; i++) {
        feeder.send(crowd.person(i));
      }
      feeder.drain();
      sample(scratch, feeder, 0);
      List.of(medians, tails, syncs).forEach(List::clear); // the first round warms up
      for (int i = 1; i <= ROUNDS; i++) {
        sample(scratch, feeder, i);
      }
    }
    return findings();
  }

  private void sample(Path scratch, Feeder feeder, int number)
      throws IOException, InterruptedException {
    syncs.add(Machine.syncMillis(scratch).median());
    LatencyRound next = new LatencyRound(number * EVENTS_PER_ROUND, EVENTS_PER_ROUND);
    round = next;
    pace(feeder, next, number * EVENTS_PER_ROUND);
    next.await();
    feeder.drain();
    double[] millis = next.sortedMillis();
    medians.add(Spread.quantile(millis, 0.5));
    tails.add(Spread.quantile(millis, 0.99));
  }

  private void pace(Feeder feeder, LatencyRound to, int first) {
    long began = System.nanoTime();
    for (int i = 0; i < EVENTS_PER_ROUND; i++) {
      long due = began + i * INTERVAL_NS;
      while (System.nanoTime() < due) {
        feeder.report();
        LockSupport.parkNanos(due - System.nanoTime());
      }
      Message event = crowd.instant(first + i);
      to.receive(first + i);
      feeder.send(event);
    }
  }

  private void handOver(Outputs.Pending pending) {
    if (pending.deliver().rendering().context().get("event") instanceof Value.Fields event
        && event.get("n") instanceof Value.Whole(long number)) {
      round.handOver((int) number);
    }
  }

  private List<Finding> findings() {
    return List.of(
        finding("p50", medians, MEDIAN_SYNCS_MAX), finding("p99", tails, TAIL_SYNCS_MAX));
  }

  private Finding finding(String name, List<Double> latencies, double target) {
    Spread sync = Spread.of(syncs);
    return new Finding(
        "B4",
        "Event received until message handed over, at 1,000 events/s, " + name,
        new Quantity(name + " of rounds of " + EVENTS_PER_ROUND, "ms", Spread.of(latencies)),
        new Quantity("median fsync of 4 KiB between the rounds", "ms", sync),
        Spread.ratio(latencies, syncs),
        target,
        false,
        "");
  }
}
