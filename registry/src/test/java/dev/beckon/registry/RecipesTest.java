package dev.beckon.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.value.Value;
import dev.beckon.registry.campaign.Campaign;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.TemplateCheck;
import dev.beckon.registry.recipe.Recipe;
import dev.beckon.registry.syntax.JsonText;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecipesTest {
  private static final By ANN = By.member(1, "Ann");
  @TempDir Path folder;
  private Registry registry;
  private int acme;

  @BeforeEach
  void open() {
    registry = Registry.open(folder.resolve("registry.db"), TemplateCheck.NONE, new TestClock());
    acme = registry.workspaces().create("Acme", "UTC", ANN).id();
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void everyRecipeInstallsAndStarts() {
    assertThat(registry.recipes().list()).extracting(Recipe::playbook).contains("P2", "P4", "P5");
    for (Recipe recipe : registry.recipes().list()) {
      assertThat(registry.recipes().installed(acme, recipe.key())).isEmpty();
      Campaign campaign = registry.recipes().install(acme, recipe.key(), ANN).campaign();
      assertThat(registry.campaigns().problems(campaign)).as(recipe.key()).isEmpty();
      registry.campaigns().start(acme, campaign.id(), ANN);
      assertThat(registry.recipes().installed(acme, recipe.key()).orElseThrow().id())
          .isEqualTo(campaign.id());
      assertThat(recipe.messages()).allMatch(message -> message.get("text") != null);
    }
    assertThat(registry.layouts().list(acme)).as("one layout for all").hasSize(1);
  }

  @Test
  void installingAgainUsesWhatIsThere() {
    registry.recipes().install(acme, "inactive-trial", ANN);
    Recipe.Installed second = registry.recipes().install(acme, "inactive-trial", ANN);
    assertThat(second.campaign().name()).isEqualTo("Bring trial users back 2");
    assertThat(registry.segments().list(acme)).hasSize(1);
    assertThat(registry.messages().list(acme)).hasSize(2);
  }

  @Test
  void takenNamesAreLeftAlone() {
    registry
        .segments()
        .create(
            acme,
            TestDocuments.json(
                "{'name': 'Inactive trial users', 'when': {'attribute': 'a', 'exists': true}}"),
            ANN);
    registry
        .layouts()
        .create(acme, TestDocuments.json("{'name': 'letter', 'html': '{{content}}'}"), ANN);
    Recipe.Installed installed = registry.recipes().install(acme, "inactive-trial", ANN);
    assertThat(installed.segments())
        .extracting(Document::name)
        .containsExactly("Inactive trial users 2");
    assertThat(JsonText.of(installed.campaign().document().definition()))
        .contains("\"segment\":\"Inactive trial users 2\"");
    assertThat(installed.messages())
        .extracting(message -> message.definition().get("layout"))
        .containsOnly(Value.of("letter-2"));
  }
}
