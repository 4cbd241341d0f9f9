package dev.beckon.registry.bundle;

import dev.beckon.core.value.Value;
import dev.beckon.registry.By;
import dev.beckon.registry.campaign.Campaigns;
import dev.beckon.registry.campaign.Runs;
import dev.beckon.registry.document.Authoring;
import dev.beckon.registry.document.Checks;
import dev.beckon.registry.document.Documents;
import dev.beckon.registry.document.Kind;
import dev.beckon.registry.store.Database;
import dev.beckon.registry.workspace.Workspaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Definitions as code: writes a workspace as files, and makes a workspace what files say.
///
/// What export writes, apply takes for no change.
public final class Bundles {
  private final Database database;
  private final Exporter exporter;
  private final Supplier<Application> applications;

  public Bundles(
      Database database,
      Workspaces workspaces,
      Documents documents,
      Authoring authoring,
      Checks checks,
      Campaigns campaigns,
      Runs runs) {
    this.database = database;
    this.exporter = new Exporter(workspaces, documents, runs);
    this.applications = () -> new Application(workspaces, documents, authoring, checks, campaigns);
  }

  /// The definitions of one kind in files, in the order of the files; nothing is looked up.
  public static List<Value.Fields> read(List<BundleFile> files, Kind kind) {
    return Importer.read(files).drafts().stream()
        .filter(draft -> draft.kind() == kind)
        .map(Draft::definition)
        .toList();
  }

  /// All files of a workspace, by path.
  public List<BundleFile> export(int workspace) {
    return database.read(_ -> exporter.write(workspace)).stream()
        .flatMap(written -> written.files().stream())
        .sorted((a, b) -> a.path().compareTo(b.path()))
        .toList();
  }

  /// Says what [#apply] would do, and does nothing.
  public List<Change> plan(int workspace, List<BundleFile> files, boolean deleteMissing, By by) {
    Importer.Loaded loaded = Importer.read(files);
    return database.rehearse(_ -> apply(workspace, loaded, deleteMissing, by));
  }

  /// Makes the workspace what the files say: all of it or, where something is wrong, nothing.
  ///
  /// @param deleteMissing whether what has no file is deleted; otherwise it stays
  /// @throws dev.beckon.registry.Rejection with faults at `file:line:column`
  public List<Change> apply(int workspace, List<BundleFile> files, boolean deleteMissing, By by) {
    Importer.Loaded loaded = Importer.read(files);
    return database.write(_ -> apply(workspace, loaded, deleteMissing, by));
  }

  private List<Change> apply(int workspace, Importer.Loaded loaded, boolean deleteMissing, By by) {
    List<Exporter.Written> before = exporter.write(workspace);
    applications.get().run(workspace, loaded, deleteMissing, by);
    return changes(before, exporter.write(workspace));
  }

  private static List<Change> changes(List<Exporter.Written> before, List<Exporter.Written> after) {
    Map<String, Exporter.Written> old = byName(before);
    Map<String, Exporter.Written> now = byName(after);
    List<Change> changes = new ArrayList<>();
    now.forEach((key, written) -> changes.add(change(old.get(key), written)));
    old.forEach(
        (key, written) -> {
          if (!now.containsKey(key)) {
            changes.add(
                new Change(
                    written.kind(), written.name(), Change.Action.DELETE, diff(written, null)));
          }
        });
    return changes;
  }

  private static Change change(Exporter.@Nullable Written before, Exporter.Written after) {
    String diff = diff(before, after);
    Change.Action action =
        before == null
            ? Change.Action.CREATE
            : diff.isEmpty() ? Change.Action.NONE : Change.Action.UPDATE;
    return new Change(after.kind(), after.name(), action, diff);
  }

  private static String diff(Exporter.@Nullable Written before, Exporter.@Nullable Written after) {
    Map<String, String> old = texts(before);
    Map<String, String> now = texts(after);
    StringBuilder out = new StringBuilder();
    now.forEach((path, text) -> out.append(UnifiedDiff.of(path, old.getOrDefault(path, ""), text)));
    old.forEach(
        (path, text) -> {
          if (!now.containsKey(path)) {
            out.append(UnifiedDiff.of(path, text, ""));
          }
        });
    return out.toString();
  }

  private static Map<String, String> texts(Exporter.@Nullable Written written) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (written != null) {
      written.files().forEach(file -> texts.put(file.path(), file.text()));
    }
    return texts;
  }

  /// There is one workspace, whatever its name before and after.
  private static Map<String, Exporter.Written> byName(List<Exporter.Written> all) {
    return all.stream()
        .collect(
            Collectors.toMap(
                w -> w.kind().equals("workspace") ? "workspace" : w.kind() + " " + w.name(),
                w -> w,
                (a, _) -> a,
                LinkedHashMap::new));
  }
}
