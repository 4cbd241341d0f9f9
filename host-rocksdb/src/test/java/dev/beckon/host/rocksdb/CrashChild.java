package dev.beckon.host.rocksdb;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.Identifier;
import dev.beckon.engine.message.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/// A process with a host in it, made to be killed: takes events on its standard input and says on
/// its standard output which of them are acknowledged.
final class CrashChild {
  private static final PrintStream OUT =
      new PrintStream(System.out, true, StandardCharsets.US_ASCII);

  private final RocksHost host;
  private final BlockingQueue<DeliveryId> deliveries = new LinkedBlockingQueue<>();

  private CrashChild(RocksHost host) {
    this.host = host;
  }

  /// @param args the data folder
  public static void main(String[] args) throws IOException {
    Thread.setDefaultUncaughtExceptionHandler(
        (_, failed) -> {
          failed.printStackTrace();
          Runtime.getRuntime().halt(1);
        });
    CrashChild child =
        new CrashChild(
            RocksHost.open(Path.of(args[0]), TestSettings.small(), InstantSource.system()));
    child.host.start(delivery -> child.deliveries.add(delivery.deliver().id()));
    child.run();
  }

  private void run() throws IOException {
    Bed.await(host.intake().accept(new Message.Publish(Docs.WORKSPACE, 1, 0, Docs.followUps())));
    Thread.ofPlatform().daemon().start(this::report);
    OUT.println("READY");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      take(line.split(" ", -1));
    }
    host.close();
  }

  /// Reports every delivery as sent, one after the other.
  private void report() {
    try {
      while (true) {
        Bed.await(host.intake().accept(Says.sent(deliveries.take())));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(String[] words) {
    String number = words[1];
    CompletableFuture<Void> _ =
        host.intake()
            .accept(message(words))
            .handle(
                (_, failed) -> {
                  OUT.println((failed == null ? "ACK " : "FAIL ") + number);
                  return null;
                });
  }

  /// `identify NUMBER ID` or `track NUMBER ID EVENT id|email`.
  private static Message message(String[] words) {
    String id = words[2];
    return switch (words[0]) {
      case "identify" -> Says.identify(id);
      case "track" ->
          Says.track(
              words[4].equals("id") ? Identifier.id(id) : Says.email(id),
              words[3],
              Docs.object("n", Integer.valueOf(words[1])),
              "key-" + words[1]);
      default -> throw new IllegalArgumentException("Expected identify or track.");
    };
  }
}
