package dev.beckon.server.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kafka.Kafka;
import kafka.tools.StorageTool;

/// A Kafka broker in a process of its own, alone in its cluster.
final class Broker implements AutoCloseable {
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
  private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final String CLUSTER = "beckonTestsClusterId00";

  private final Process process;
  private final int port;

  private Broker(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Begun, but not yet ready.
  static Broker begin(Path folder) throws IOException {
    try (ServerSocket clients = freePort();
        ServerSocket controller = freePort()) {
      Path settings = Files.createDirectories(folder).resolve("broker.properties");
      Files.writeString(
          settings,
          settings(clients.getLocalPort(), controller.getLocalPort(), folder.resolve("log")));
      Process process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-XX:TieredStopAtLevel=1",
                      "-Xmx256m",
                      "-cp",
                      System.getProperty("java.class.path"),
                      Broker.class.getName(),
                      settings.toString()))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("broker.out").toFile())
              .start();
      return new Broker(process, clients.getLocalPort());
    }
  }

  private static String settings(int clients, int controller, Path log) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        controller.listener.names=CONTROLLER
        inter.broker.listener.name=PLAINTEXT
        log.dirs=%3$s
        group.initial.rebalance.delay.ms=0
        log.cleaner.dedupe.buffer.size=4194304
        offsets.topic.num.partitions=1
        offsets.topic.replication.factor=1
        transaction.state.log.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        """
        .formatted(clients, controller, log);
  }

  private static ServerSocket freePort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
  }

  /// The process.
  public static void main(String[] args) {
    String settings = args[0];
    StorageTool.execute(new String[] {"format", "-t", CLUSTER, "-c", settings}, System.out);
    Kafka.main(new String[] {settings});
  }

  /// `host:port`, when it answers there.
  String address() {
    long end = System.nanoTime() + PATIENCE_NS;
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() - end > 0) {
        throw new AssertionError("Expected a broker to start, but it did not.");
      }
      LockSupport.parkNanos(LOOK_NS);
    }
    return "127.0.0.1:" + port;
  }

  private boolean answers() {
    try (Socket _ = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
