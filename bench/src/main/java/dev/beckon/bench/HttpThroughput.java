package dev.beckon.bench;

import dev.beckon.api.http.HttpServer;
import dev.beckon.bench.Finding.Quantity;
import dev.beckon.engine.host.Receipt;
import dev.beckon.host.rocksdb.RocksHost;
import dev.beckon.host.rocksdb.RocksSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// B1: single events over HTTP, each durable before its 200, beside the same server with an intake
/// that says yes at once.
final class HttpThroughput implements Measurement {
  private static final int PEOPLE = 50_000;
  private static final int CONNECTIONS = 128;
  private static final int WARM_UPS = 3;
  private static final int ROUNDS = 5;
  private static final long SAMPLE_NS = TimeUnit.SECONDS.toNanos(4);
  private static final long SEED = 17;
  private static final double TARGET = 0.6;

  private final List<Double> durable = new ArrayList<>();
  private final List<Double> idle = new ArrayList<>();
  private final List<Double> durableCpu = new ArrayList<>();
  private final List<Double> idleCpu = new ArrayList<>();

  @Override
  public List<String> answers() {
    return List.of("B1");
  }

  @Override
  public List<Finding> run(Path scratch) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    try (RocksHost host =
        RocksHost.open(scratch, RocksSettings.forCores(cores), InstantSource.system())) {
      Feeder feeder = new Feeder(host);
      Crowd crowd = new Crowd(PEOPLE, SEED);
      for (int i = 0; i < PEOPLE; i++) {
        feeder.send(crowd.person(i));
      }
      feeder.drain();
      try (HttpServer real = TrackServer.start(host.intake());
          HttpServer none =
              TrackServer.start(_ -> CompletableFuture.completedFuture(new Receipt(null)));
          HttpLoad toReal = new HttpLoad(real.port(), CONNECTIONS, PEOPLE);
          HttpLoad toNone = new HttpLoad(none.port(), CONNECTIONS, PEOPLE)) {
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
          sample(toReal, durable, durableCpu);
          sample(toNone, idle, idleCpu);
          if (round < 0) {
            List.of(durable, idle, durableCpu, idleCpu).forEach(List::clear);
          }
        }
      }
    }
    return findings();
  }

  private static void sample(HttpLoad load, List<Double> perSecond, List<Double> cpu)
      throws IOException {
    double before = Cpu.processMicros();
    perSecond.add(load.run(SAMPLE_NS));
    cpu.add((Cpu.processMicros() - before) / (perSecond.getLast() * SAMPLE_NS / 1e9));
  }

  private List<Finding> findings() {
    Spread figure = Spread.of(durable);
    Spread limit = Spread.of(idle);
    return List.of(
        new Finding(
            "B1",
            "Single-event HTTP requests, durable before the 200",
            new Quantity(
                "on " + CONNECTIONS + " connections, each event synced", "requests/s", figure),
            new Quantity("the same server whose intake does nothing", "requests/s", limit),
            Spread.ratio(durable, idle),
            TARGET,
            true,
            "CPU per request %.0f µs against %.0f µs, clients included; no segments or campaigns"
                .formatted(Spread.of(durableCpu).median(), Spread.of(idleCpu).median())));
  }
}
