package dev.beckon.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.json.JsonReader;
import dev.beckon.api.testing.Stage;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.People;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is sent in, the answer is one of the protocol's own, and nobody else is harmed.
///
/// `-Dbeckon.fuzz.requests=100000 -Dbeckon.fuzz.seed=7` makes it long, or another.
final class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("beckon.fuzz.requests", 6_000);
  private static final long SEED = Long.getLong("beckon.fuzz.seed", 1);
  private static final Set<Integer> ANSWERS = Set.of(200, 207, 400, 401, 404, 405, 413);

  @TempDir private Path folder;

  private record Target(String method, String path) {}

  private static final List<Target> TARGETS =
      List.of(
          new Target("PUT", "/api/v1/customers/%s"),
          new Target("POST", "/api/v1/customers/%s/events"),
          new Target("DELETE", "/api/v1/customers/%s"),
          new Target("POST", "/api/v1/events"),
          new Target("POST", "/api/v2/entity"),
          new Target("POST", "/api/v2/batch"),
          new Target("POST", "/v1/identify"),
          new Target("POST", "/v1/track"),
          new Target("POST", "/v1/p"),
          new Target("POST", "/v1/s"),
          new Target("POST", "/v1/g"),
          new Target("POST", "/v1/a"),
          new Target("POST", "/v1/batch"),
          new Target("POST", "/v1/import/"));

  @Test
  void nonsenseIsAnsweredAndHarmsNobody() throws IOException, InterruptedException {
    try (Stage stage = new Stage(folder);
        HttpClient client = HttpClient.newHttpClient()) {
      stage.identify("bystander", "{'email':'bystander@example.com','plan':'paid'}");
      Nonsense nonsense = new Nonsense(SEED);
      Map<Integer, Integer> answers = new TreeMap<>();
      for (int i = 0; i < REQUESTS; i++) {
        Target target = nonsense.pick(TARGETS);
        String path = target.path().formatted(nonsense.segment());
        byte[] body = nonsense.body();
        HttpResponse<byte[]> answer = client.send(request(stage, target, path, body), bytes());
        assertThat(answer.statusCode())
            .as("%d: %s %s %s", i, target.method(), path, new String(body, StandardCharsets.UTF_8))
            .isIn(ANSWERS);
        if (answer.body().length > 0) {
          assertThat(JsonReader.DOCUMENT.value(answer.body())).isInstanceOf(Value.Fields.class);
        }
        answers.merge(answer.statusCode(), 1, Integer::sum);
      }
      System.out.printf("fuzz: seed %d, %d requests: %s%n", SEED, REQUESTS, answers);
      assertThat(answers).containsKeys(200, 400);
      nobodyIsHarmed(stage);
    }
  }

  private static void nobodyIsHarmed(Stage stage) {
    stage.event("bystander", "still_here");
    Person bystander =
        new People(stage.host().queries())
            .byIdentifier(stage.workspace(), Identifier.email("bystander@example.com"))
            .orElseThrow();
    assertThat(bystander.profile().identifiers().idValue()).isEqualTo("bystander");
    assertThat(bystander.profile().attribute("plan")).isEqualTo(Value.of("paid"));
  }

  private static HttpRequest request(Stage stage, Target target, String path, byte[] body) {
    String pair =
        path.startsWith("/v1")
            ? stage.keys().writeKey() + ":"
            : stage.keys().siteId() + ":" + stage.keys().apiKey();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stage.port() + safe(path)))
        .method(target.method(), HttpRequest.BodyPublishers.ofByteArray(body))
        .header(
            "authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
        .build();
  }

  /// The client lets no broken address pass; what is broken is sent doubly encoded instead.
  private static String safe(String path) {
    return path.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }

  private static HttpResponse.BodyHandler<byte[]> bytes() {
    return HttpResponse.BodyHandlers.ofByteArray();
  }
}
