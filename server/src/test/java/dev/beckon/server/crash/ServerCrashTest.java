package dev.beckon.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.server.cli.Commands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A server that is killed again and again under load has, in the end, every acknowledged event
/// exactly once and every other at most once; and each of them has led to its one message, at once
/// or after a delay. Only what was on its way to the mail server in the moment of a kill may have
/// arrived twice: under one Message-ID, and marked.
///
/// `-Dbeckon.crash.rounds=50 -Dbeckon.crash.seed=7` makes it long, or another.
final class ServerCrashTest {
  private static final int ROUNDS = Integer.getInteger("beckon.crash.rounds", 3);
  private static final long SEED = Long.getLong("beckon.crash.seed", 1);
  private static final int ACKS_LEAST = 20;
  private static final int ACKS_MOST = 600;

  private static final Map<String, String> DEFINITIONS =
      Map.of(
          "messages/ordered.yaml",
          """
          name: Ordered
          channel: email
          subject: "ordered {{ event.n }}"
          html: "<p>Thank you.</p>"
          """,
          "messages/browsed.yaml",
          """
          name: Browsed
          channel: email
          subject: "browsed {{ event.n }}"
          html: "<p>Still looking?</p>"
          """,
          "campaigns/ordered.yaml",
          """
          name: Thanks
          state: running
          trigger: {event: ordered}
          frequency: every_time
          steps:
            - {id: thanks, send: {channel: email, message: Ordered}}
          """,
          "campaigns/browsed.yaml",
          """
          name: Reminder
          state: running
          trigger: {event: browsed}
          frequency: every_time
          steps:
            - {id: pause, delay: 2s}
            - {id: reminder, send: {channel: email, message: Browsed}}
          """);

  @TempDir private Path folder;

  private final Random random = new Random(SEED);
  @AutoClose private final MailSink sink = new MailSink();

  @Test
  void nothingAcknowledgedIsLostAndNothingIsDoubled() throws IOException, InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + freePort());
    Load load = new Load(url, SEED);
    prepare(url);
    for (int round = 0; round < ROUNDS; round++) {
      try (ServerProcess server = ServerProcess.start(folder, url)) {
        if (round == 0) {
          define(url);
          load.introducePeople();
        }
        load.untilKilled(server, random.nextInt(ACKS_LEAST, ACKS_MOST));
      }
    }
    try (ServerProcess server = ServerProcess.start(folder, url);
        Caller caller = new Caller(url)) {
      check(load, caller, server);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return free.getLocalPort();
    }
  }

  private void prepare(URI url) throws IOException {
    for (Map.Entry<String, String> file : DEFINITIONS.entrySet()) {
      Path path = folder.resolve("definitions").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Files.writeString(
        folder.resolve("bootstrap.json"),
        """
        {"base_url": "%s",
         "workspaces": [{"name": "Acme", "timezone": "UTC",
           "site_id": "%s", "api_key": "%s", "app_api_key": "%s", "write_key": "write",
           "email": {"from": "Acme <hello@acme.test>", "smtp": {"host": "127.0.0.1", "port": %d,
             "starttls": "never", "username": null, "password": null}}}],
         "members": []}
        """
            .formatted(url, Caller.SITE_ID, Caller.API_KEY, Caller.APP_KEY, sink.port()));
  }

  private void define(URI url) {
    String definitions = folder.resolve("definitions").toString();
    assertThat(
            Commands.run(
                List.of("apply", definitions, "--url", url.toString(), "--key", Caller.APP_KEY)))
        .isZero();
  }

  private void check(Load load, Caller caller, ServerProcess server)
      throws IOException, InterruptedException {
    assertThat(load.refusals()).isEmpty();
    Map<Integer, Integer> found = new TreeMap<>();
    for (int i = 0; i < Load.PEOPLE; i++) {
      for (JsonNode event : caller.activities(Load.person(i), "event")) {
        found.merge(event.path("data").path("n").asInt(), 1, Integer::sum);
      }
    }
    assertThat(found).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
    assertThat(load.sent().keySet()).containsAll(found.keySet());
    assertThat(load.acknowledged()).isSubsetOf(found.keySet());

    Set<String> wanted = load.subjectsOf(found.keySet());
    ServerProcess.await(
        "a message for every event", () -> sink.bySubject().keySet().containsAll(wanted));
    ServerProcess.await("a report of every message", () -> reports(caller).size() == wanted.size());
    Map<String, Boolean> marks = reports(caller);
    server.stop();
    Map<String, List<String>> arrived = sink.bySubject();
    assertThat(arrived.keySet()).isEqualTo(wanted);
    checkDoubled(arrived, marks);
    say(load, found.size(), arrived);
  }

  /// Of every message that was sent, whether it is marked as one that may have arrived before.
  private static Map<String, Boolean> reports(Caller caller) {
    Map<String, Boolean> marks = new TreeMap<>();
    try {
      for (int i = 0; i < Load.PEOPLE; i++) {
        for (JsonNode sent : caller.activities(Load.person(i), "sent_email")) {
          JsonNode data = sent.path("data");
          marks.put(data.path("subject").asString(""), data.path("uncertain").asBoolean(false));
        }
      }
      return marks;
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private static void checkDoubled(Map<String, List<String>> arrived, Map<String, Boolean> marks) {
    arrived.forEach(
        (subject, ids) -> {
          if (ids.size() > 1) {
            assertThat(new HashSet<>(ids)).as("Message-IDs of %s", subject).hasSize(1);
            assertThat(marks).as("marked as uncertain").containsEntry(subject, true);
          }
        });
  }

  private static void say(Load load, int found, Map<String, List<String>> arrived) {
    long doubled = arrived.values().stream().filter(ids -> ids.size() > 1).count();
    System.out.printf(
        "server crash: seed %d, %d rounds: %d events sent in, %d acknowledged, %d found;"
            + " %d messages, of which %d came twice, inside the window%n",
        SEED,
        ROUNDS,
        load.sent().size(),
        load.acknowledged().size(),
        found,
        arrived.size(),
        doubled);
  }
}
