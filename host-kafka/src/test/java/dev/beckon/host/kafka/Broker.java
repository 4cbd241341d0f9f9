package dev.beckon.host.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// A broker in this JVM, alone in its cluster; there is one for all tests, until the JVM ends.
final class Broker {
  private static final Broker SHARED = started();

  private final String address;

  private Broker(String address) {
    this.address = address;
  }

  /// `host:port`.
  static String address() {
    return SHARED.address;
  }

  /// The broker reads its settings in the default locale and does not start in a Turkish one.
  private static Broker started() {
    Locale ours = Locale.getDefault();
    Locale.setDefault(Locale.ROOT);
    try {
      Path folder = Files.createTempDirectory("beckon-broker");
      List<Integer> ports = freePorts(2);
      String address = "127.0.0.1:" + ports.getFirst();
      format(folder);
      KafkaRaftServer server =
          new KafkaRaftServer(
              new KafkaConfig(settings(folder, address, "127.0.0.1:" + ports.getLast())),
              Time.SYSTEM);
      server.startup();
      Runtime.getRuntime()
          .addShutdownHook(
              Thread.ofPlatform()
                  .unstarted(
                      () -> {
                        server.shutdown();
                        server.awaitShutdown();
                        delete(folder);
                      }));
      return new Broker(address);
    } catch (Exception failed) {
      throw new IllegalStateException("Expected a broker to start, but it did not.", failed);
    } finally {
      Locale.setDefault(ours);
    }
  }

  private static void format(Path folder) throws Exception {
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(folder.toString())
        .addDirectory(folder.toString())
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }

  private static Map<String, String> settings(Path folder, String address, String controller) {
    Map<String, String> settings = new HashMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@" + controller);
    settings.put("listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller);
    settings.put("advertised.listeners", "PLAINTEXT://" + address);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("log.dirs", folder.toString());
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("auto.create.topics.enable", "false");
    settings.put("log.cleaner.dedupe.buffer.size", "4194304");
    for (String topic : List.of("offsets.topic", "transaction.state.log")) {
      settings.put(topic + ".num.partitions", "1");
      settings.put(topic + ".replication.factor", "1");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    return settings;
  }

  private static List<Integer> freePorts(int count) throws IOException {
    if (count == 0) {
      return List.of();
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      List<Integer> others = freePorts(count - 1);
      return Stream.concat(Stream.of(socket.getLocalPort()), others.stream()).toList();
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
