package dev.beckon.registry.bundle;

import dev.beckon.core.value.Value;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.document.Canon;
import dev.beckon.registry.document.Kind;
import dev.beckon.registry.syntax.SyntaxException;
import dev.beckon.registry.syntax.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads files into drafts; collects everything that is wrong with the files themselves.
final class Importer {
  static final int FILES_MAX = 40_000;
  private static final Pattern DOCUMENT =
      Pattern.compile("(segments|campaigns|messages)/([^/]+)\\.ya?ml");
  private static final Pattern LAYOUT = Pattern.compile("layouts/([^/]+)\\.html");
  private static final Pattern BODY = Pattern.compile("messages/[^/]+\\.(html|txt)");

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private final List<Rejection.Fault> faults = new ArrayList<>();
  private final Map<String, String> pathsByName = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();
  private @Nullable SettingsDraft settings;

  private Importer() {}

  /// What was read.
  record Loaded(@Nullable SettingsDraft settings, List<Draft> drafts) {}

  /// @throws Rejection with all faults, at `file:line:column`
  static Loaded read(List<BundleFile> files) {
    if (files.size() > FILES_MAX) {
      throw Rejection.of(
          Rejection.Kind.TOO_LARGE,
          "There are too many files.",
          "Expected at most %d, but got %d.".formatted(FILES_MAX, files.size()));
    }
    Importer importer = new Importer();
    files.forEach(importer::take);
    importer.texts.forEach(importer::file);
    importer.refuseUnused();
    if (!importer.faults.isEmpty()) {
      throw Rejection.invalid(importer.faults);
    }
    return new Loaded(importer.settings, importer.drafts);
  }

  private void take(BundleFile file) {
    if (texts.put(file.path(), file.text()) != null) {
      wrong(file.path(), "Expected each file once, but it is there twice.");
    }
  }

  private void file(String path, String text) {
    Matcher document = DOCUMENT.matcher(path);
    Matcher layout = LAYOUT.matcher(path);
    if (path.equals("workspace.yaml")) {
      Yaml.Parsed yaml = yaml(path, text);
      settings = yaml == null ? null : SettingsDraft.read(path, yaml, faults);
    } else if (document.matches()) {
      document(kind(document.group(1)), path, text);
    } else if (layout.matches()) {
      LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
      fields.put("name", Value.of(layout.group(1)));
      fields.put("html", Value.of(text));
      Value.Fields definition = Canon.of(new Value.Fields(fields));
      add(
          new Draft(
              Kind.LAYOUT, layout.group(1), definition, null, path, null, Map.of("html", path)));
    } else if (!BODY.matcher(path).matches()) {
      wrong(
          path,
          "Expected workspace.yaml, segments/*.yaml, campaigns/*.yaml, messages/*.yaml with .html and"
              + " .txt, or layouts/*.html, but got another file. Move or remove it.");
    }
  }

  private static Kind kind(String folder) {
    return switch (folder) {
      case "segments" -> Kind.SEGMENT;
      case "campaigns" -> Kind.CAMPAIGN;
      default -> Kind.MESSAGE;
    };
  }

  private void document(Kind kind, String path, String text) {
    Yaml.Parsed yaml = yaml(path, text);
    if (yaml == null) {
      return;
    }
    if (!(yaml.value() instanceof Value.Fields fields)) {
      wrong(path, "Expected keys and values, but got something else. Begin with \"name: …\".");
      return;
    }
    Map<String, String> bodies = new HashMap<>();
    LinkedHashMap<String, Value> definition = new LinkedHashMap<>(fields.fields());
    if (kind == Kind.MESSAGE) {
      body(path, yaml, definition, "html", bodies);
      body(path, yaml, definition, "text", bodies);
    }
    String state = kind == Kind.CAMPAIGN ? state(path, yaml, definition) : null;
    if (!(definition.get("name") instanceof Value.Text(String name))) {
      wrong(path, "Expected a name, but it is missing. Add \"name: …\".");
      return;
    }
    Value.Fields canonical = Canon.of(new Value.Fields(definition));
    add(new Draft(kind, name, canonical, state, path, yaml, bodies));
  }

  private void add(Draft draft) {
    String other = pathsByName.put(draft.kind() + " " + draft.name(), draft.path());
    if (other != null) {
      faults.add(
          draft.fault(
              "/name",
              "Expected each %s name once, but \"%s\" is in %s too. Rename one."
                  .formatted(draft.kind().word(), draft.name(), other)));
    }
    drafts.add(draft);
  }

  /// Reads `{file: …}` in the place of a body.
  private void body(
      String path,
      Yaml.Parsed yaml,
      Map<String, Value> definition,
      String key,
      Map<String, String> bodies) {
    if (!(definition.get(key) instanceof Value.Fields reference)) {
      return;
    }
    Yaml.Place place = yaml.place("/" + key);
    String at = path + ":" + place.line() + ":" + place.column();
    if (!(reference.get("file") instanceof Value.Text(String file))
        || reference.fields().size() != 1) {
      faults.add(
          new Rejection.Fault(
              at, "Expected a text or {file: name.%s}, but got something else.".formatted(key)));
      return;
    }
    String body = "messages/" + file;
    String text = texts.get(body);
    if (text == null || !BODY.matcher(body).matches()) {
      faults.add(
          new Rejection.Fault(
              at, "Expected the file %s beside this one, but there is none.".formatted(file)));
      return;
    }
    used.add(body);
    bodies.put(key, body);
    definition.put(key, Value.of(text));
  }

  private @Nullable String state(String path, Yaml.Parsed yaml, Map<String, Value> definition) {
    Value state = definition.remove("state");
    if (state == null) {
      return null;
    }
    if (state instanceof Value.Text(String word)
        && Set.of("draft", "running", "stopped").contains(word)) {
      return word;
    }
    Yaml.Place place = yaml.place("/state");
    faults.add(
        new Rejection.Fault(
            path + ":" + place.line() + ":" + place.column(),
            "Expected draft, running or stopped, but got " + state.asText() + "."));
    return null;
  }

  private Yaml.@Nullable Parsed yaml(String path, String text) {
    try {
      return Yaml.read(text);
    } catch (SyntaxException e) {
      faults.add(new Rejection.Fault(path + ":" + e.line() + ":" + e.column(), e.detail()));
      return null;
    }
  }

  private void refuseUnused() {
    for (String path : texts.keySet()) {
      if (BODY.matcher(path).matches() && !used.contains(path)) {
        wrong(
            path,
            "Expected a message that uses this file, but none does. Write html: {file: %s} in one, or"
                    .formatted(path.substring("messages/".length()))
                + " remove it.");
      }
    }
  }

  private void wrong(String path, String detail) {
    faults.add(new Rejection.Fault(path + ":1:1", detail));
  }
}
