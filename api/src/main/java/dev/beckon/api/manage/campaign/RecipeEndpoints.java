package dev.beckon.api.manage.campaign;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.json.Document;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Definitions;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.api.manage.RefJson;
import dev.beckon.core.value.Value;
import dev.beckon.registry.Registry;
import dev.beckon.registry.campaign.Campaign;
import dev.beckon.registry.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ready-made campaigns that are installed with one call.
public final class RecipeEndpoints {
  private static final String TAG = "Recipes";

  private final Registry registry;

  public RecipeEndpoints(Registry registry) {
    this.registry = registry;
  }

  /// A ready-made campaign with what belongs to it.
  ///
  /// @param playbook number of the playbook that it plays
  /// @param needs what the product must send for it to work
  /// @param installed the campaign that was made from it, if there is one
  public record RecipeJson(
      String key,
      String playbook,
      String title,
      String summary,
      String goal,
      NeedsJson needs,
      @Document("campaign") Value definition,
      @Document("segment") List<Value> segments,
      List<RecipeMessageJson> messages,
      @Nullable RefJson installed) {}

  public record NeedsJson(List<String> events, List<String> attributes) {}

  public record RecipeMessageJson(String name, String subject) {}

  public record RecipesJson(List<RecipeJson> items) {}

  public record InstallJson() {}

  public record InstalledJson(RefJson campaign, List<RefJson> segments, List<RefJson> messages) {}

  public void on(Endpoints endpoints) {
    endpoints
        .get(
            WORKSPACE + "/recipes",
            Access.VIEWER,
            About.of(TAG, "All recipes", "With what each needs, and whether it is installed.")
                .example("{\"items\": []}"),
            RecipesJson.class,
            call ->
                new RecipesJson(
                    registry.recipes().list().stream()
                        .map(recipe -> json(call.workspace(), recipe))
                        .toList()))
        .tell(
            Method.POST,
            WORKSPACE + "/recipes/{key}/install",
            Access.EDITOR,
            About.of(
                    TAG,
                    "Install a recipe",
                    "Makes its segments, messages and a draft; equal ones that are there are used.")
                .gives(201, InstalledJson.class)
                .example("{}"),
            InstallJson.class,
            InstalledJson.class,
            (call, _) -> install(call));
  }

  private RecipeJson json(int workspace, Recipe recipe) {
    Optional<Campaign> installed = registry.recipes().installed(workspace, recipe.key());
    return new RecipeJson(
        recipe.key(),
        recipe.playbook(),
        recipe.title(),
        recipe.summary(),
        recipe.goal(),
        new NeedsJson(recipe.needs().events(), recipe.needs().attributes()),
        recipe.campaign(),
        new ArrayList<Value>(recipe.segments()),
        recipe.messages().stream().map(RecipeEndpoints::message).toList(),
        installed.map(campaign -> new RefJson(campaign.id(), campaign.name())).orElse(null));
  }

  private static RecipeMessageJson message(Value.Fields message) {
    String name = Definitions.text(message, "name");
    String subject = Definitions.text(message, "subject");
    return new RecipeMessageJson(name == null ? "" : name, subject == null ? "" : subject);
  }

  private InstalledJson install(Call call) {
    Recipe.Installed done =
        registry.recipes().install(call.workspace(), call.request().segment("key"), call.by());
    return new InstalledJson(
        new RefJson(done.campaign().id(), done.campaign().name()),
        done.segments().stream().map(d -> new RefJson(d.id(), d.name())).toList(),
        done.messages().stream().map(d -> new RefJson(d.id(), d.name())).toList());
  }
}
