package dev.beckon.registry.recipe;

import dev.beckon.core.value.Value;
import dev.beckon.registry.By;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.campaign.Campaign;
import dev.beckon.registry.campaign.Campaigns;
import dev.beckon.registry.document.Authoring;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.Documents;
import dev.beckon.registry.document.Kind;
import dev.beckon.registry.document.References;
import dev.beckon.registry.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The recipes that come with the product, and how they are installed.
public final class Recipes {
  private final Database database;
  private final Documents documents;
  private final Authoring authoring;
  private final Campaigns campaigns;

  public Recipes(Database database, Documents documents, Authoring authoring, Campaigns campaigns) {
    this.database = database;
    this.documents = documents;
    this.authoring = authoring;
    this.campaigns = campaigns;
  }

  public List<Recipe> list() {
    return RecipeBook.all();
  }

  public Recipe get(String key) {
    return list().stream()
        .filter(recipe -> recipe.key().equals(key))
        .findAny()
        .orElseThrow(() -> Rejection.notFound("Recipe " + key));
  }

  /// The campaign that was made from a recipe, if there still is one.
  public Optional<Campaign> installed(int workspace, String key) {
    return campaigns.madeFrom(workspace, key);
  }

  /// Makes the recipe's segments, messages and campaign (a draft). What is there with the same name
  /// and content is used; where only the name is taken, the new one gets a number.
  public Recipe.Installed install(int workspace, String key, By by) {
    Recipe recipe = get(key);
    return database.write(_ -> new Installation(workspace, by).run(recipe));
  }

  /// One installation, with the names that had to change on the way.
  private final class Installation {
    private final int workspace;
    private final By by;
    private final List<Renamed> renamed = new ArrayList<>();

    private record Renamed(Kind kind, String from, String to) {}

    private Installation(int workspace, By by) {
      this.workspace = workspace;
      this.by = by;
    }

    private Recipe.Installed run(Recipe recipe) {
      recipe.layouts().forEach(layout -> add(Kind.LAYOUT, layout));
      List<Document> segments = recipe.segments().stream().map(s -> add(Kind.SEGMENT, s)).toList();
      List<Document> messages = recipe.messages().stream().map(m -> add(Kind.MESSAGE, m)).toList();
      Value.Fields campaign =
          withFreeName(Kind.CAMPAIGN, adapted(Kind.CAMPAIGN, recipe.campaign()));
      return new Recipe.Installed(
          campaigns.create(workspace, campaign, recipe.key(), by), segments, messages);
    }

    private Document add(Kind kind, Value.Fields definition) {
      Value.Fields wanted = adapted(kind, definition);
      Optional<Document> equal = find(kind, wanted);
      if (equal.isPresent()) {
        note(kind, definition, equal.get().definition());
        return equal.get();
      }
      Value.Fields free = withFreeName(kind, wanted);
      note(kind, definition, free);
      return authoring.create(workspace, kind, free, by);
    }

    /// What is there with the same content under the same name, or under that name with a number.
    private Optional<Document> find(Kind kind, Value.Fields wanted) {
      for (int number = 1; ; number++) {
        Value.Fields candidate = numbered(kind, wanted, number);
        Optional<Document> there = documents.named(workspace, kind, name(candidate));
        if (there.isEmpty() || there.get().definition().equals(candidate)) {
          return there;
        }
      }
    }

    private Value.Fields withFreeName(Kind kind, Value.Fields wanted) {
      int number = 1;
      while (documents.named(workspace, kind, name(numbered(kind, wanted, number))).isPresent()) {
        number++;
      }
      return numbered(kind, wanted, number);
    }

    private static Value.Fields numbered(Kind kind, Value.Fields wanted, int number) {
      String between = kind == Kind.LAYOUT ? "-" : " ";
      return number == 1 ? wanted : wanted.with("name", Value.of(name(wanted) + between + number));
    }

    private void note(Kind kind, Value.Fields before, Value.Fields after) {
      if (!name(before).equals(name(after))) {
        renamed.add(new Renamed(kind, name(before), name(after)));
      }
    }

    private Value.Fields adapted(Kind kind, Value.Fields definition) {
      Value.Fields next = definition;
      for (Renamed change : renamed) {
        next = References.renamed(kind, next, change.kind(), change.from(), change.to());
      }
      return next;
    }

    private static String name(Value.Fields definition) {
      return definition.get("name") instanceof Value.Text(String name) ? name : "";
    }
  }
}
