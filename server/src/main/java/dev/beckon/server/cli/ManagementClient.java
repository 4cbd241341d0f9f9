package dev.beckon.server.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Talks to the management API of a running server, as the workspace whose app key it was given.
final class ManagementClient implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI server;
  private final String key;

  ManagementClient(URI server, String key) {
    this.server = server;
    this.key = key;
  }

  /// The answer of a server.
  record Answer(int status, JsonNode body) {
    boolean ok() {
      return status < 300;
    }
  }

  /// The path of the workspace that the key belongs to.
  ///
  /// @throws IOException if the server does not answer or does not know the key
  String workspacePath() throws IOException, InterruptedException {
    Answer answer = send(request("/manage/v1/workspaces").GET());
    if (answer.status() == 401 || answer.status() == 403) {
      throw new IOException(
          "Expected an app key that "
              + server
              + " knows, but it was refused. Make one in the"
              + " console under Settings, Keys.");
    }
    JsonNode items = answer.body().path("items");
    if (!answer.ok() || items.isEmpty()) {
      throw new IOException(
          "Expected a workspace, but " + server + " answered " + answer.status() + ".");
    }
    return "/manage/v1/workspaces/" + items.get(0).path("id").asInt();
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  Answer post(String path, JsonNode body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(ANSWER_TIMEOUT)
        .header("Authorization", "Bearer " + key);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String body = response.body();
      return new Answer(response.statusCode(), json.readTree(body.isBlank() ? "{}" : body));
    } catch (ConnectException refused) {
      throw new IOException(
          "Expected a server at "
              + server
              + ", but nobody answers. Start it with ./beckon serve, or"
              + " name another with --url.",
          refused);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
