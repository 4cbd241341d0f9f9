package dev.beckon.host.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Fact;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.message.Message;
import dev.beckon.simulator.Stored;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed in the middle of its work is succeeded by one that goes on exactly:
/// nothing is lost, nothing counts twice.
final class KillTest {
  private static final int PEOPLE = 12;
  private static final int SECONDS_MAX = 120;
  private static final int EVENTS_BEFORE = 240;

  /// With those that nobody is there for.
  private static final int EVENTS = 260;

  /// The child is killed when it has sent so many of the messages.
  private static final int SENT_BEFORE = 30;

  private static final Duration RECEIPT_MAX = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  @Timeout(SECONDS_MAX)
  void whatAKilledProcessLeftIsDoneOnce() throws IOException, InterruptedException {
    KafkaSettings settings = KillChild.settings(Broker.address(), "killed", folder);
    meetEverybody(settings);
    Set<String> sent = new TreeSet<>();
    try (Sender sender = new Sender(settings)) {
      runAndKill(settings, sender, sent);
      sender.send(EVENTS_BEFORE, EVENTS);
      goOn(settings, sent);
      sender.awaitReceipts();
    }
  }

  /// What a successor finds, and does.
  private static void goOn(KafkaSettings settings, Set<String> sent) throws IOException {
    try (KafkaHost host = KafkaHost.open(settings, InstantSource.system())) {
      Set<String> sentAfterwards = ConcurrentHashMap.newKeySet();
      host.start(
          pending -> {
            var _ = host.intake().accept(Shop.sent(pending.deliver().id()));
            sentAfterwards.add(pending.deliver().id().toString());
          });
      Stored stored = new Stored(host.queries());
      KafkaHarness.await(
          host, () -> counted(stored, "thanks", "sent") >= EVENTS && KafkaHarness.isAtRest(host));
      sent.addAll(sentAfterwards);
      assertThat(sentAfterwards).isNotEmpty();
      assertThat(sent).hasSize(EVENTS);
      assertThat(counted(stored, "thanks", "sent")).isEqualTo(EVENTS);
      assertThat(counted(stored, "", "started")).isEqualTo(EVENTS);
      assertThat(orders(stored)).isEqualTo(EVENTS);
      assertThat(stored.people()).hasSize(PEOPLE);
    }
  }

  private static void meetEverybody(KafkaSettings settings) throws IOException {
    try (KafkaHost host = KafkaHost.open(settings, InstantSource.system())) {
      host.start(_ -> {});
      host.intake().accept(Shop.opens()).join();
      for (int person = 0; person < PEOPLE; person++) {
        host.intake().accept(Shop.meets("p" + person)).join();
      }
    }
  }

  /// Another process, which takes in and awaits receipts, and processes nothing.
  private static final class Sender implements AutoCloseable {
    private final List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    private final Entrance entrance;
    private final AnswerReader answers;

    Sender(KafkaSettings settings) {
      Promises promises = new Promises(settings, System::nanoTime);
      answers = new AnswerReader(settings, promises, promises::breakAll);
      answers.start();
      entrance = new Entrance(settings, InstantSource.system(), promises);
    }

    void send(int from, int to) {
      for (int number = from; number < to; number++) {
        receipts.add(entrance.accept(event(number)));
      }
    }

    void awaitReceipts() {
      assertThat(receipts).hasSize(EVENTS);
      for (CompletableFuture<Receipt> receipt : receipts) {
        assertThat(receipt).succeedsWithin(RECEIPT_MAX);
        assertThat(receipt.join().person()).isNotNull();
      }
    }

    @Override
    public void close() {
      entrance.close();
      answers.close();
    }
  }

  /// Events come by id and by address in turn, so that many are relayed.
  private static Message event(int number) {
    String id = "p" + number % PEOPLE;
    return Shop.sees(number % 2 == 0 ? Identifier.id(id) : Shop.address(id), "ordered");
  }

  private static void runAndKill(KafkaSettings settings, Sender sender, Set<String> sent)
      throws IOException, InterruptedException {
    Process child = child(settings);
    try (BufferedReader out = child.inputReader(StandardCharsets.US_ASCII)) {
      assertThat(out.readLine()).isEqualTo("READY");
      sender.send(0, EVENTS_BEFORE);
      while (sent.size() < SENT_BEFORE) {
        sent.add(out.readLine().substring("SENT ".length()));
      }
      child.toHandle().destroyForcibly(); // leaves what it has said to be read
      out.lines().filter(line -> line.endsWith("]")).forEach(line -> sent.add(line.substring(5)));
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private static Process child(KafkaSettings settings) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                KillChild.class.getName(),
                settings.bootstrapServers(),
                settings.applicationId(),
                settings.folder().toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static long counted(Stored stored, String step, String metric) {
    return stored.counted(Fact.Subject.CAMPAIGN, 1, step, metric);
  }

  private static long orders(Stored stored) {
    return stored.activities().stream().filter(each -> each.name().equals("ordered")).count();
  }
}
