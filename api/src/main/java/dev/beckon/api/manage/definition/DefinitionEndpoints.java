package dev.beckon.api.manage.definition;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Response;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.registry.Registry;
import dev.beckon.registry.bundle.BundleFile;
import dev.beckon.registry.bundle.Change;
import dev.beckon.registry.bundle.DefinitionSchema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Definitions as files: what `export` fetches and `apply` sends.
public final class DefinitionEndpoints {
  private static final String TAG = "Definitions as code";

  private final Registry registry;

  public DefinitionEndpoints(Registry registry) {
    this.registry = registry;
  }

  /// @param path relative, such as `campaigns/welcome.yaml`
  public record FileJson(String path, String text) {}

  public record FilesJson(List<FileJson> files) {}

  /// @param plan only say what would be done
  /// @param deleteMissing whether what has no file is deleted
  public record ApplyJson(List<FileJson> files, boolean plan, @Nullable Boolean deleteMissing) {}

  public record ChangesJson(List<ChangeJson> changes) {}

  /// @param diff unified, of the files
  public record ChangeJson(DefinitionKind kind, String name, Change.Action action, String diff) {}

  public enum DefinitionKind {
    WORKSPACE,
    LAYOUT,
    SEGMENT,
    MESSAGE,
    CAMPAIGN
  }

  public void on(Endpoints endpoints) {
    endpoints
        .raw(
            Method.GET,
            "/schema",
            Access.OPEN,
            About.of(TAG, "JSON Schema of the documents", "2020-12, with one `$defs` per kind.")
                .as("application/schema+json")
                .example("{\"$defs\": {}}"),
            _ ->
                Response.text(200, "application/schema+json", DefinitionSchema.json())
                    .with("cache-control", "max-age=300"))
        .get(
            WORKSPACE + "/definitions",
            Access.VIEWER,
            About.of(TAG, "Everything as files", "The same files for the same definitions.")
                .example("{\"files\": []}"),
            FilesJson.class,
            call ->
                new FilesJson(
                    registry.bundles().export(call.workspace()).stream()
                        .map(file -> new FileJson(file.path(), file.text()))
                        .toList()))
        .tell(
            Method.POST,
            WORKSPACE + "/definitions",
            Access.EDITOR,
            About.of(
                    TAG,
                    "Make the workspace what the files say",
                    "All of it or nothing; what is wrong is said with file and line.")
                .example(
                    "{\"files\": [{\"path\": \"segments/trial.yaml\", \"text\": \"name: Trial\"}],"
                        + " \"plan\": true}"),
            ApplyJson.class,
            ChangesJson.class,
            this::apply);
  }

  private ChangesJson apply(Call call, ApplyJson body) {
    List<BundleFile> files =
        body.files().stream().map(file -> new BundleFile(file.path(), file.text())).toList();
    boolean deleteMissing = Boolean.TRUE.equals(body.deleteMissing());
    List<Change> changes =
        body.plan()
            ? registry.bundles().plan(call.workspace(), files, deleteMissing, call.by())
            : registry.bundles().apply(call.workspace(), files, deleteMissing, call.by());
    return new ChangesJson(changes.stream().map(DefinitionEndpoints::json).toList());
  }

  private static ChangeJson json(Change change) {
    return new ChangeJson(
        DefinitionKind.valueOf(change.kind().toUpperCase(Locale.ROOT)),
        change.name(),
        change.action(),
        change.diff());
  }
}
