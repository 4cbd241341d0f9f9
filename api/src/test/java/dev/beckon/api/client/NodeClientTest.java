package dev.beckon.api.client;

import static dev.beckon.api.testing.Authored.trial;
import static dev.beckon.api.testing.Authored.welcome;
import static dev.beckon.api.testing.Fields.fields;
import static dev.beckon.api.testing.Fields.items;
import static dev.beckon.api.testing.Fields.json;
import static dev.beckon.api.testing.Fields.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.json.JsonReader;
import dev.beckon.api.testing.Stage;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.ActivityFilter;
import dev.beckon.engine.query.Deliveries;
import dev.beckon.engine.query.DeliveryView;
import dev.beckon.engine.query.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The npm package `customerio-node`, its address changed and nothing else.
final class NodeClientTest {
  @TempDir Path folder;

  @Test
  void theClientWorksWithItsAddressChanged() throws IOException {
    NodeProject.install();
    try (Stage stage = new Stage(folder)) {
      trial(stage);
      welcome(stage, "");
      Value.Fields answers = run(stage);
      theClientIsAnswered(answers);
      beckonKnows(stage);
      beckonKnowsOfTheOtherProtocols(stage);
    }
  }

  private static Value.Fields run(Stage stage) throws IOException {
    String printed =
        NodeProject.run(
            "client.mjs",
            Map.of(
                "BECKON_URL", "http://127.0.0.1:" + stage.port(),
                "BECKON_SITE_ID", stage.keys().siteId(),
                "BECKON_API_KEY", stage.keys().apiKey(),
                "BECKON_APP_KEY", stage.keys().appApiKey(),
                "BECKON_WRITE_KEY", stage.keys().writeKey()));
    return JsonReader.DOCUMENT.fields(printed.getBytes(StandardCharsets.UTF_8));
  }

  private static void theClientIsAnswered(Value.Fields answers) {
    assertThat(answers.get("identify")).isEqualTo(json("{}"));
    assertThat(answers.get("track")).isEqualTo(json("{}"));
    assertThat(answers.get("unsubscribe")).isEqualTo(json("{}"));
    Value.Fields ada = fields(fields(answers, "attributes"), "customer");
    assertThat(text(fields(ada, "attributes"), "seats")).isEqualTo("3");
    assertThat(text(fields(ada, "identifiers"), "email")).isEqualTo("ada@example.com");
    assertThat(fields(answers, "byEmail")).isEqualTo(fields(answers, "attributes"));
    assertThat(text(fields(fields(answers, "odd"), "customer"), "id")).isEqualTo("u 1/é");
    assertThat(items(fields(answers, "customers"), "results"))
        .containsExactly(fields(ada, "identifiers"));
    assertThat(items(fields(answers, "activities"), "activities")).hasSize(1);
    assertThat(items(fields(answers, "workspaceActivities"), "activities")).hasSize(1);
    assertThat(fields(fields(answers, "segment"), "segment"))
        .isEqualTo(items(fields(answers, "segments"), "segments").getFirst());
    assertThat(fields(answers, "count").get("count")).isEqualTo(Value.of(2));
    assertThat(items(answers, "members"))
        .containsExactlyInAnyOrder(Value.of("42"), Value.of("u 1/é"));
    assertThat(items(fields(answers, "customerSegments"), "segments")).hasSize(1);
    assertThat(text(fields(fields(answers, "campaign"), "campaign"), "name")).isEqualTo("Welcome");
    assertThat(fields(fields(answers, "message"), "message"))
        .isEqualTo(items(fields(answers, "messages"), "messages").getFirst());
    assertThat(answers.get("unsubscribed")).isEqualTo(Value.of(true));
    assertThat(answers.get("destroyed")).isEqualTo(Value.of(404));
    assertThat(answers.get("entity")).isEqualTo(json("{}"));
    assertThat(items(fields(answers, "batch"), "errors")).hasSize(1);
    assertThat(answers.get("pipelines")).isEqualTo(json("{}"));
    assertThat(answers.get("badWriteKey")).isEqualTo(Value.of(401));
    assertThat(answers.get("badCall")).isNotEqualTo(Value.of(200));
    assertThat(answers.get("badAppKey")).isEqualTo(Value.of(401));
    assertThat(answers.get("badTrackKey")).isEqualTo(Value.of(401));
    assertThat(answers.get("badMessage")).isEqualTo(Value.of(400));
    assertThat(answers.get("missing")).isEqualTo(Value.of(404));
  }

  private static void beckonKnows(Stage stage) {
    People people = new People(stage.host().queries());
    int workspace = stage.workspace();
    Person ada = people.byIdentifier(workspace, Identifier.email("ada@example.com")).orElseThrow();
    assertThat(ada.profile().identifiers().idValue()).isEqualTo("42");
    assertThat(ada.profile().attribute("plan")).isEqualTo(Value.of("trial"));
    assertThat(ada.profile().attribute("seats")).isEqualTo(Value.of(3));
    assertThat(ada.profile().attribute("unsubscribed")).isEqualTo(Value.of(true));
    assertThat(people.byIdentifier(workspace, Identifier.id("43"))).isEmpty();
    assertThat(people.byIdentifier(workspace, Identifier.id("44"))).isEmpty();
    assertThat(people.count(workspace)).isEqualTo(5);
    List<String> happened =
        new Activities(stage.host().queries())
            .ofPerson(ada.key(), ActivityFilter.ALL, null, 100).items().stream()
                .map(view -> view.activity().type() + " " + view.activity().name())
                .toList();
    assertThat(happened)
        .contains("event signed_up", "page https://example.com/pricing", "unsubscribed_email ");
    DeliveryView delivery =
        new Deliveries(stage.host().queries())
            .one(stage.deliveries().getFirst().id())
            .orElseThrow();
    assertThat(delivery.furthest()).isEqualTo(Metric.UNSUBSCRIBED);
  }

  private static void beckonKnowsOfTheOtherProtocols(Stage stage) {
    assertThat(Known.activities(stage, "linus@example.com")).containsExactly("event merged");
    assertThat(Known.attribute(stage, "grace@example.com", "since"))
        .isEqualTo(Value.of(1_773_446_400L));
    assertThat(Known.activities(stage, "grace@example.com"))
        .containsExactly("event compiled", "page https://example.com/pricing", "screen Cart");
    assertThat(Known.activities(stage, "alan@example.com")).containsExactly("event decoded");
  }
}
