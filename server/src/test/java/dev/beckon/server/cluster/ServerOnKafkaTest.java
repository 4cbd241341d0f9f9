package dev.beckon.server.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.server.Server;
import dev.beckon.server.bootstrap.BootstrapFile;
import dev.beckon.server.cli.Commands;
import dev.beckon.server.config.Config;
import dev.beckon.server.config.ConfigReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The whole server does on a cluster what it does by itself, and goes on there after a restart.
final class ServerOnKafkaTest {
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);
  private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final String BOOTSTRAP =
      """
      {"workspaces": [{"name": "Acme", "timezone": "UTC",
         "site_id": "site", "api_key": "key", "app_api_key": "app", "write_key": "write"}],
       "members": []}
      """;

  private static final Map<String, String> DEFINITIONS =
      Map.of(
          "messages/thanks.yaml",
          """
          name: Thanks
          channel: email
          subject: "thanks for {{ event.what }}, {{ customer.first_name }}"
          html: "<p>Thank you.</p>"
          """,
          "campaigns/thanks.yaml",
          """
          name: Thanks
          state: running
          trigger: {event: ordered}
          frequency: every_time
          steps:
            - {id: thanks, send: {channel: email, message: Thanks}}
          """);

  @TempDir private Path folder;

  @AutoClose private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void anEventLeadsToAMessageBeforeAndAfterARestart() throws Exception {
    try (Broker broker = Broker.begin(folder.resolve("broker"))) {
      Config config = config(broker);
      try (Server server = started(config)) {
        define(server.baseUrl());
        put(server, "customers/42", "{\"email\":\"ada@x.test\",\"first_name\":\"Ada\"}");
        post(server, "customers/42/events", "{\"name\":\"ordered\",\"data\":{\"what\":\"tea\"}}");
        awaitInbox(server, List.of("thanks for tea, Ada"));
      }
      try (Server server = started(config)) {
        post(
            server,
            "customers/ada@x.test/events",
            "{\"name\":\"ordered\",\"data\":{\"what\":\"milk\"}}");
        awaitInbox(server, List.of("thanks for milk, Ada", "thanks for tea, Ada"));
        assertThat(get(server, "/v1/customers/42/activities?type=event").path("activities"))
            .hasSize(2);
      }
    }
  }

  private Config config(Broker broker) throws Exception {
    return ConfigReader.read(
        null,
        Map.of(
            "BECKON_ENGINE_HOST", "kafka",
            "BECKON_ENGINE_PARTITIONS", "4",
            "BECKON_ENGINE_KAFKA_BOOTSTRAP_SERVERS", broker.address()),
        Map.of("data", folder.resolve("data").toString(), "bind", "127.0.0.1", "port", "0"));
  }

  private Server started(Config config) throws Exception {
    Path bootstrap = folder.resolve("bootstrap.json");
    Files.writeString(bootstrap, BOOTSTRAP);
    return Server.start(config, BootstrapFile.read(bootstrap), false);
  }

  private void define(URI url) throws IOException {
    for (Map.Entry<String, String> file : DEFINITIONS.entrySet()) {
      Path path = folder.resolve("definitions").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    String definitions = folder.resolve("definitions").toString();
    assertThat(Commands.run(List.of("apply", definitions, "--url", url.toString(), "--key", "app")))
        .isZero();
  }

  private void put(Server server, String path, String body) throws Exception {
    track(server, "PUT", path, body);
  }

  private void post(Server server, String path, String body) throws Exception {
    track(server, "POST", path, body);
  }

  private void track(Server server, String method, String path, String body) throws Exception {
    String basic = Base64.getEncoder().encodeToString("site:key".getBytes(UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(server.baseUrl().resolve("/api/v1/" + path))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private JsonNode get(Server server, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.baseUrl().resolve(path))
            .header("Authorization", "Bearer app")
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  /// Waits until the sandbox shows these messages, newest first, and all of them are reported.
  private void awaitInbox(Server server, List<String> subjects) throws Exception {
    long end = System.nanoTime() + PATIENCE_NS;
    while (!subjects.equals(inbox(server)) || reported(server) < subjects.size()) {
      assertThat(System.nanoTime()).as("in time: %s", inbox(server)).isLessThan(end);
      LockSupport.parkNanos(LOOK_NS);
    }
    assertThat(reported(server)).isEqualTo(subjects.size());
  }

  private List<String> inbox(Server server) throws Exception {
    JsonNode items = get(server, "/manage/v1/workspaces/1/sandbox").path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path("subject").asString(""))
        .toList();
  }

  private int reported(Server server) throws Exception {
    return get(server, "/v1/customers/42/activities?type=sent_email").path("activities").size();
  }
}
