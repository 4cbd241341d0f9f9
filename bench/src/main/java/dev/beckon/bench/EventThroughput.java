package dev.beckon.bench;

import dev.beckon.bench.Finding.Quantity;
import dev.beckon.engine.message.Message;
import dev.beckon.host.rocksdb.RocksHost;
import dev.beckon.host.rocksdb.RocksSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// B2 and B3: events per second through one and two writers, with 50 segments, 20 campaigns and
/// 200,000 people of 30 attributes, beside the bare loop on a RocksDB of its own.
final class EventThroughput implements Measurement {
  static final int PEOPLE = 200_000;
  private static final int PERSON_BYTES = 800;
  private static final int ROUNDS = 5;
  private static final long SAMPLE_NS = TimeUnit.SECONDS.toNanos(5);
  private static final long SEED = 8_312;
  private static final double TARGET_AGAINST_BARE = 0.5;
  private static final double TARGET_TWO_OVER_ONE = 1.7;

  private final Crowd crowd = new Crowd(PEOPLE, SEED);
  private final List<Double> bare = new ArrayList<>();
  private final List<Double> one = new ArrayList<>();
  private final List<Double> two = new ArrayList<>();
  private final List<Double> bareCpu = new ArrayList<>();
  private final List<Double> oneCpu = new ArrayList<>();
  private final List<Double> twoCpu = new ArrayList<>();
  private long reports;

  @Override
  public List<String> answers() {
    return List.of("B2", "B3");
  }

  @Override
  public List<Finding> run(Path scratch) throws IOException {
    Path engine = scratch.resolve("engine");
    load(engine);
    try (BareLoop loop = new BareLoop(scratch.resolve("bare"), PEOPLE, PERSON_BYTES)) {
      for (int round = -1; round < ROUNDS; round++) {
        sample(engine, loop);
        if (round < 0) { // the first round warms up
          List.of(bare, one, two, bareCpu, oneCpu, twoCpu).forEach(List::clear);
        }
      }
    }
    return findings();
  }

  private static RocksHost open(Path folder, int writers) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    return RocksHost.open(
        folder, RocksSettings.forCores(cores).withWriters(writers), InstantSource.system());
  }

  private void load(Path folder) throws IOException {
    try (RocksHost host = open(folder, 2)) {
      Feeder feeder = new Feeder(host);
      feeder.send(new Message.Publish(Shop.WORKSPACE, 1, 0, Shop.definitions()));
      for (int i = 0; i < PEOPLE; i++) {
        feeder.send(crowd.person(i));
      }
      feeder.drain();
    }
  }

  private void sample(Path folder, BareLoop loop) throws IOException {
    Cpu.Meter self = Cpu.ofThisThread();
    double perSecond = loop.run(SAMPLE_NS);
    bare.add(perSecond);
    bareCpu.add(self.micros() / (perSecond * SAMPLE_NS / 1e9));
    one.add(measure(folder, 1, oneCpu));
    two.add(measure(folder, 2, twoCpu));
  }

  private double measure(Path folder, int writers, List<Double> cpu) throws IOException {
    try (RocksHost host = open(folder, writers)) {
      Feeder feeder = new Feeder(host);
      Cpu.Meter busy = Cpu.ofThreads("beckon-writer");
      double perSecond = feeder.feed(crowd::event, SAMPLE_NS);
      cpu.add(busy.micros() / (perSecond * SAMPLE_NS / 1e9));
      feeder.drain();
      reports += feeder.reports();
      return perSecond;
    }
  }

  private List<Finding> findings() {
    Spread limit = Spread.of(bare);
    Spread single = Spread.of(one);
    Spread both = Spread.of(two);
    String cpu =
        "CPU per event %.1f µs against %.1f µs; %d messages sent on the way"
            .formatted(Spread.of(oneCpu).median(), Spread.of(bareCpu).median(), reports);
    return List.of(
        new Finding(
            "B2",
            "Events through one writer: 50 segments, 20 campaigns, 200k people",
            new Quantity("Beckon, 1 writer", "events/s", single),
            new Quantity("bare RocksDB loop, 1 thread", "events/s", limit),
            Spread.ratio(one, bare),
            TARGET_AGAINST_BARE,
            true,
            cpu),
        new Finding(
            "B3",
            "The same with 2 writers over 1",
            new Quantity("Beckon, 2 writers", "events/s", both),
            new Quantity("Beckon, 1 writer", "events/s", single),
            Spread.ratio(two, one),
            TARGET_TWO_OVER_ONE,
            true,
            "CPU per event %.1f µs against %.1f µs; the load is made on the same cores"
                .formatted(Spread.of(twoCpu).median(), Spread.of(oneCpu).median())));
  }
}
