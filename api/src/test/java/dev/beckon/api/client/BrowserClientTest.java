package dev.beckon.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.testing.Stage;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.ActivityFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The npm packages `@customerio/cdp-analytics-browser` and `@segment/analytics-next` on a page in
/// a real browser, their address changed and nothing else; and our own script beside them.
final class BrowserClientTest {
  @TempDir Path folder;

  @Test
  void browserClientsWorkWithTheirAddressChanged() throws IOException {
    NodeProject.install();
    try (Stage stage = new Stage(folder)) {
      String said =
          NodeProject.run(
              "browser.mjs",
              Map.of(
                  "BECKON_URL", "http://127.0.0.1:" + stage.port(),
                  "BECKON_WRITE_KEY", stage.keys().writeKey(),
                  "CHROMIUM", chromium()));
      assertThat(said).doesNotContainIgnoringCase("error").contains("200 /v1/t", "200 /v1/b");
      for (String person : List.of("cus", "seg", "bat", "own")) {
        knows(stage, person);
      }
      Known.await(stage, "own@example.com", "event left");
      assertThat(anonymous(stage)).isEqualTo(4);
    }
  }

  private static void knows(Stage stage, String person) {
    String email = person + "@example.com";
    assertThat(Known.attribute(stage, email, "seen"))
        .as(person)
        .isEqualTo(Value.of(1_773_446_400L));
    assertThat(Known.activities(stage, email))
        .as(person)
        .contains("event ordered")
        .anyMatch(activity -> activity.startsWith("page http://127.0.0.1:"));
  }

  /// What was done before anybody was known.
  private static long anonymous(Stage stage) {
    return new Activities(stage.host().queries())
        .ofWorkspace(stage.workspace(), ActivityFilter.ALL, null, 100).items().stream()
            .filter(view -> view.activity().name().equals("looked"))
            .count();
  }

  private static String chromium() {
    String told = System.getenv("BECKON_CHROMIUM");
    return Stream.of(
            told == null ? "" : told,
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(path -> !path.isEmpty() && Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Expected Chromium; ./beckon test installs it."));
  }
}
