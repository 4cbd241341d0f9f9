package dev.beckon.registry.recipe;

import dev.beckon.core.value.Value;
import dev.beckon.registry.bundle.BundleFile;
import dev.beckon.registry.bundle.Bundles;
import dev.beckon.registry.document.Kind;
import dev.beckon.registry.syntax.SyntaxException;
import dev.beckon.registry.syntax.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the recipes that come with the product: each is a folder of definitions as code.
final class RecipeBook {
  private static final List<String> KEYS = List.of("welcome", "feature-decision", "inactive-trial");
  private static final List<String> LAYOUTS = List.of("layouts/letter.html");

  private RecipeBook() {}

  /// All recipes; read on the first call.
  static List<Recipe> all() {
    return Shelf.RECIPES;
  }

  private static final class Shelf {
    static final List<Recipe> RECIPES = KEYS.stream().map(RecipeBook::read).toList();
  }

  private static Recipe read(String key) {
    Value.Fields about = about(key);
    List<BundleFile> files = new ArrayList<>();
    LAYOUTS.forEach(path -> files.add(new BundleFile(path, text(path))));
    for (String path : texts(about, "files")) {
      files.add(new BundleFile(path, text(key + "/" + path)));
    }
    Value.Fields needs = about.get("needs") instanceof Value.Fields f ? f : Value.Fields.EMPTY;
    return new Recipe(
        key,
        text(about, "playbook"),
        text(about, "title"),
        text(about, "summary"),
        text(about, "goal"),
        new Recipe.Needs(texts(needs, "events"), texts(needs, "attributes")),
        Bundles.read(files, Kind.CAMPAIGN).getFirst(),
        Bundles.read(files, Kind.SEGMENT),
        Bundles.read(files, Kind.MESSAGE),
        Bundles.read(files, Kind.LAYOUT));
  }

  private static Value.Fields about(String key) {
    try {
      return (Value.Fields) Yaml.read(text(key + "/recipe.yaml")).value();
    } catch (SyntaxException e) {
      throw new IllegalStateException(key, e);
    }
  }

  private static String text(Value.Fields about, String key) {
    Value text = about.get(key);
    if (text == null) {
      throw new IllegalStateException("Expected a recipe with " + key + ", but it has none.");
    }
    return text.asText();
  }

  private static List<String> texts(Value.Fields about, String key) {
    return about.get(key) instanceof Value.Items items
        ? items.items().stream().map(Value::asText).toList()
        : List.of();
  }

  private static String text(String path) {
    try (InputStream in =
        RecipeBook.class.getResourceAsStream("/dev/beckon/registry/recipes/" + path)) {
      if (in == null) {
        throw new IllegalStateException(
            "Expected the recipe file " + path + ", but it is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
