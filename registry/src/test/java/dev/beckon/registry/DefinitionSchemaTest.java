package dev.beckon.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.beckon.core.value.Value;
import dev.beckon.registry.bundle.BundleFile;
import dev.beckon.registry.bundle.DefinitionSchema;
import dev.beckon.registry.campaign.Campaign;
import dev.beckon.registry.document.TemplateCheck;
import dev.beckon.registry.recipe.Recipe;
import dev.beckon.registry.syntax.Json;
import dev.beckon.registry.syntax.JsonText;
import dev.beckon.registry.syntax.SyntaxException;
import dev.beckon.registry.syntax.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The schema and the reader must agree on what is a definition.
final class DefinitionSchemaTest {
  private static final By ANN = By.member(1, "Ann");
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  @TempDir static Path folder;
  private static Registry registry;
  private static int acme;

  @BeforeAll
  static void open() {
    registry = Registry.open(folder.resolve("registry.db"), TemplateCheck.NONE, new TestClock());
    acme = registry.workspaces().create("Acme", "UTC", ANN).id();
    registry.segments().create(acme, TestDocuments.trial(), ANN);
  }

  @AfterAll
  static void close() {
    registry.close();
  }

  private static Schema schema(String definition) {
    Value.Fields schema = Json.stored(DefinitionSchema.json());
    return SCHEMAS.getSchema(
        JsonText.of(schema.with("$ref", Value.of("#/$defs/" + definition))), InputFormat.JSON);
  }

  private static List<Error> errors(String definition, Value document) {
    return schema(definition).validate(JsonText.of(document), InputFormat.JSON);
  }

  @Test
  void itsOwnExamplesAreValid() {
    Value.Fields schema = Json.stored(DefinitionSchema.json());
    assertThat(schema.get("$defs")).isInstanceOf(Value.Fields.class);
    Map<String, Value> definitions = ((Value.Fields) schema.get("$defs")).fields();
    assertThat(definitions)
        .containsKeys("segment", "campaign", "message", "workspace", "condition", "step");
    int examples = 0;
    for (Map.Entry<String, Value> definition : definitions.entrySet()) {
      if (definition.getValue() instanceof Value.Fields fields
          && fields.get("examples") instanceof Value.Items items) {
        for (Value example : items.items()) {
          assertThat(errors(definition.getKey(), example)).as("%s", example).isEmpty();
          examples++;
        }
      }
    }
    assertThat(examples).isGreaterThan(8);
  }

  @Test
  void recipesAndExportsAreValid() throws SyntaxException {
    for (Recipe recipe : registry.recipes().list()) {
      registry
          .campaigns()
          .start(acme, registry.recipes().install(acme, recipe.key(), ANN).campaign().id(), ANN);
    }
    for (BundleFile file : registry.bundles().export(acme)) {
      if (file.path().endsWith(".yaml")) {
        String definition =
            file.path().equals("workspace.yaml")
                ? "workspace"
                : file.path().substring(0, file.path().indexOf("s/"));
        assertThat(errors(definition, Yaml.read(file.text()).value())).as(file.path()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Workspace", "Segment", "Message", "Campaign"})
  void theExamplesOfThePageAreValid(String section) throws IOException, SyntaxException {
    String page = Files.readString(Path.of("..", "docs", "definitions.md"));
    int heading = page.indexOf("\n## " + section + "\n");
    int from = page.indexOf("```yaml\n", heading) + "```yaml\n".length();
    String example = page.substring(from, page.indexOf("```", from));
    assertThat(errors(section.toLowerCase(Locale.ROOT), Yaml.read(example).value()))
        .as(example)
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'attribute': 'plan', 'is': 'trial'}",
        "{'attribute': 'a.b', 'exists': false}",
        "{'attribute': 'n', 'gte': 10.5}",
        "{'attribute': 'n', 'contains': 'x'}",
        "{'performed': 'e', 'where': [{'property': 'p', 'lt': 3}], 'at_least': 2, 'within': '7d'}",
        "{'performed': {'page': 'https://acme.test/'}}",
        "{'not_performed': {'screen': 'Home'}, 'within': '2w'}",
        "{'in_segment': 'Trial'}",
        "{'all': [{'any': [{'not': {'attribute': 'a', 'is_not': true}}]}]}",
      })
  void bothTakeConditions(String condition) {
    assertThat(conditionErrors(condition)).isEmpty();
    assertThat(refused(condition)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'attribute': 'plan'}",
        "{'attribute': '', 'is': 1}",
        "{'attribute': 'plan', 'is': 'a', 'is_not': 'b'}",
        "{'attribute': 'plan', 'iss': 'a'}",
        "{'attribute': 'plan', 'is': [1]}",
        "{'attribute': 'plan', 'exists': 'yes'}",
        "{'performed': 'e', 'at_least': 0}",
        "{'performed': 'e', 'at_least': 1001}",
        "{'performed': 'e', 'within': '0d'}",
        "{'performed': 'e', 'within': '7 days'}",
        "{'performed': 'e', 'within': 7}",
        "{'performed': {'page': 'a', 'screen': 'b'}}",
        "{'performed': 'e', 'where': {'property': 'p', 'is': 1}}",
        "{'performed': 'e', 'where': [{'attribute': 'p', 'is': 1}]}",
        "{'not_performed': 'e', 'at_least': 2}",
        "{'all': []}",
        "{'not': [{'attribute': 'a', 'is': 1}]}",
        "{'in_segment': 'Trial', 'attribute': 'a', 'is': 1}",
        "[]",
        "'Trial'",
      })
  void bothRefuseWrongConditions(String condition) {
    assertThat(conditionErrors(condition)).isNotEmpty();
    assertThat(refused(condition)).isTrue();
  }

  /// A segment with a name of its own.
  private static Value.Fields segment(String condition) {
    return TestDocuments.json(
        "{'name': 'S" + condition.hashCode() + "', 'when': " + condition + "}");
  }

  private static List<Error> conditionErrors(String condition) {
    Value.Fields segment = segment(condition);
    return errors("segment", segment);
  }

  private static boolean refused(String condition) {
    Value.Fields segment = segment(condition);
    return catchThrowableOfType(
            Rejection.class, () -> registry.segments().create(acme, segment, ANN))
        != null;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'trigger': {'event': 'e'}",
        "'trigger': {'event': 'e', 'where': [{'property': 'p', 'is': 1}]}, 'frequency': 'every_time'",
        "'trigger': {'segment': 'Trial', 'start_with': 'new_only'}, 'frequency': {'once_per': '30d'}",
        "'trigger': {'event': 'e'}, 'overlap': false, 'exit': {'at': 'next_action', 'on_goal': true}",
        "'trigger': {'event': 'e'}, 'filter': {'event': 'plan', 'is': 'pro'}",
        "'trigger': {'event': 'e'}, 'goal': {'enter_segment': 'Trial', 'after': 'clicked'}",
        "'trigger': {'event': 'e'}, 'steps': [{'id': 'a', 'exit': true}]",
        "'trigger': {'event': 'e'}, 'steps': [{'id': 'a', 'wait_until': {'performed': 'x',"
            + " 'since': 'step'}, 'at_most': '1h', 'then': [], 'otherwise': []}]",
      })
  void bothTakeCampaigns(String body) {
    Value.Fields campaign = TestDocuments.json("{'name': 'C', " + body + "}");
    assertThat(errors("campaign", campaign)).isEmpty();
    Campaign draft = registry.campaigns().create(acme, campaign, ANN);
    registry.campaigns().delete(acme, draft.id(), ANN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'steps': []",
        "'trigger': {}",
        "'trigger': {'event': 'e', 'segment': 'Trial'}",
        "'trigger': {'segment': 'Trial', 'start_with': 'all'}",
        "'trigger': {'event': 'e'}, 'frequency': 'often'",
        "'trigger': {'event': 'e'}, 'frequency': {'once': '30d'}",
        "'trigger': {'event': 'e'}, 'exit': {'at': 'soon'}",
        "'trigger': {'event': 'e'}, 'goal': {'within': '3d'}",
        "'trigger': {'event': 'e'}, 'goal': {'performed': 'a', 'enter_segment': 'Trial'}",
        "'trigger': {'event': 'e'}, 'steps': {}",
        "'trigger': {'event': 'e'}, 'steps': [{'delay': '1d'}]",
        "'trigger': {'event': 'e'}, 'steps': [{'id': 'A', 'delay': '1d'}]",
        "'trigger': {'event': 'e'}, 'steps': [{'id': 'a'}]",
        "'trigger': {'event': 'e'}, 'steps': [{'id': 'a', 'delay': '1d', 'exit': true}]",
        "'trigger': {'event': 'e'}, 'steps': [{'id': 'a', 'delay': '1d', 'then': []}]",
        "'trigger': {'event': 'e'}, 'steps': [{'id': 'a', 'send': {'message': 'm', 'to': 'x'}}]",
        "'trigger': {'event': 'e'}, 'steps': [{'id': 'a', 'wait_until': {'performed': 'x'},"
            + " 'otherwise': []}]",
        "'trigger': {'event': 'e'}, 'retired': {}",
        "'trigger': {'event': 'e'}, 'id': 3",
        "'trigger': {'event': 'e'}, 'steps': [{'id': 'a', 'content': 'x', 'send': {'message': 'm'}}]",
      })
  void bothRefuseWrongCampaigns(String body) {
    Value.Fields campaign = TestDocuments.json("{'name': 'C', " + body + "}");
    assertThat(errors("campaign", campaign)).isNotEmpty();
    assertThat(
            catchThrowableOfType(
                Rejection.class, () -> registry.campaigns().create(acme, campaign, ANN)))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'channel': 'email', 'subject': 's'",
        "'channel': 'sms', 'subject': 's', 'html': 'h'",
        "'channel': 'email', 'subject': 3, 'html': 'h'",
        "'channel': 'email', 'subject': 's', 'html': 'h', 'layout': 'No Such'",
        "'channel': 'email', 'subject': 's', 'html': 'h', 'body': 'x'",
      })
  void bothRefuseWrongMessages(String body) {
    Value.Fields message = TestDocuments.json("{'name': 'M', " + body + "}");
    assertThat(errors("message", message)).isNotEmpty();
    assertThat(
            catchThrowableOfType(
                Rejection.class, () -> registry.messages().create(acme, message, ANN)))
        .isNotNull();
  }
}
