package dev.beckon.server.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A client of the Track and App APIs.
final class Caller implements AutoCloseable {
  static final String SITE_ID = "site";
  static final String API_KEY = "key";
  static final String APP_KEY = "app";

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String PAGE = "&limit=100&start=";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI url;

  Caller(URI url) {
    this.url = url;
  }

  static boolean isReady(URI url) {
    try (HttpClient once = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(url.resolve("/readyz")).timeout(PATIENCE).build();
      return once.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /// @return the status
  int identify(String person) throws IOException, InterruptedException {
    return track("PUT", person, "{\"email\":\"" + person + "@x.test\"}");
  }

  /// @return the status
  int event(String person, String event) throws IOException, InterruptedException {
    return track("POST", person + "/events", event);
  }

  private int track(String method, String path, String body)
      throws IOException, InterruptedException {
    String basic = Base64.getEncoder().encodeToString((SITE_ID + ":" + API_KEY).getBytes(UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve("/api/v1/customers/" + path))
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /// All activities of one type, newest first.
  List<JsonNode> activities(String person, String type) throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    String start = "";
    do {
      JsonNode page = get("/v1/customers/" + person + "/activities?type=" + type + PAGE + start);
      page.path("activities").forEach(all::add);
      start = page.path("next").asString("");
    } while (!start.isEmpty());
    return all;
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + APP_KEY)
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new AssertionError("Expected 200 for " + path + ", but got " + response.body());
    }
    return json.readTree(response.body());
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
