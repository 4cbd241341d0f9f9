package dev.beckon.host.kafka;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

/// A process with a host in it, made to be killed: sends what it is handed, and says so on its
/// standard output.
final class KillChild {
  private KillChild() {}

  /// @param args the brokers, the installation, the folder
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    KafkaSettings settings = settings(args[0], args[1], Path.of(args[2]));
    KafkaHost host = KafkaHost.open(settings, InstantSource.system());
    host.start(
        pending -> {
          var _ = host.intake().accept(Shop.sent(pending.deliver().id()));
          out.println("SENT " + pending.deliver().id());
        });
    out.println("READY");
  }

  static KafkaSettings settings(String brokers, String installation, Path folder) {
    return new KafkaSettings(brokers, installation, "localhost", folder, 4, 1, 10_000, 20, 20);
  }
}
