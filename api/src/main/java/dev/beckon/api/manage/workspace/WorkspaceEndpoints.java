package dev.beckon.api.manage.workspace;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.json.Inline;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Demo;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.delivery.SenderHealth;
import dev.beckon.engine.query.People;
import dev.beckon.registry.Registry;
import dev.beckon.registry.key.Key;
import dev.beckon.registry.workspace.IdentityOptions;
import dev.beckon.registry.workspace.Workspace;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The workspaces of this server and their settings.
public final class WorkspaceEndpoints {
  private static final String TAG = "Workspace";

  private final Registry registry;
  private final People people;
  private final SenderHealth health;
  private final Demo demo;
  private final String baseUrl;

  public WorkspaceEndpoints(
      Registry registry, People people, SenderHealth health, Demo demo, String baseUrl) {
    this.registry = registry;
    this.people = people;
    this.health = health;
    this.demo = demo;
    this.baseUrl = baseUrl;
  }

  public record WorkspacesJson(List<WorkspaceJson> items) {}

  public record NewWorkspaceJson(String name, String timezone) {}

  /// A new workspace with its keys, in clear this one time.
  public record CreatedWorkspaceJson(@Inline WorkspaceJson workspace, NewKeysJson keys) {}

  public record WorkspaceChangeJson(
      @Nullable String name,
      @Nullable String timezone,
      WorkspaceJson.@Nullable IdentityJson identity) {}

  public void on(Endpoints endpoints) {
    endpoints
        .get(
            "/workspaces",
            Access.MEMBER,
            About.of(TAG, "All workspaces", "By name.").example("{\"items\": []}"),
            WorkspacesJson.class,
            this::list)
        .tell(
            Method.POST,
            "/workspaces",
            Access.OWNER,
            About.of(TAG, "Add a workspace", "It starts with the sandbox and one key of each kind.")
                .gives(201, CreatedWorkspaceJson.class)
                .example("{\"name\": \"Acme\", \"timezone\": \"Europe/Berlin\"}"),
            NewWorkspaceJson.class,
            CreatedWorkspaceJson.class,
            this::create)
        .get(
            WORKSPACE,
            Access.VIEWER,
            About.of(TAG, "One workspace", "Its settings, its sender, how many people it has.")
                .example("{}"),
            WorkspaceJson.class,
            call -> json(registry.workspaces().get(call.workspace())))
        .tell(
            Method.PATCH,
            WORKSPACE,
            Access.OWNER,
            About.of(
                    TAG, "Change a workspace", "Name, time zone, identity; what is left out stays.")
                .example("{\"timezone\": \"UTC\"}"),
            WorkspaceChangeJson.class,
            WorkspaceJson.class,
            this::change);
  }

  private WorkspaceJson change(Call call, WorkspaceChangeJson body) {
    int id = call.workspace();
    registry.workspaces().update(id, body.name(), body.timezone(), call.by());
    WorkspaceJson.IdentityJson identity = body.identity();
    if (identity != null) {
      registry
          .workspaces()
          .chooseIdentity(
              id, new IdentityOptions(identity.emailById(), identity.autoMerge()), call.by());
    }
    return json(registry.workspaces().get(id));
  }

  private WorkspacesJson list(Call call) {
    return new WorkspacesJson(
        registry.workspaces().list().stream()
            .filter(workspace -> call.caller().sees(workspace.id()))
            .map(this::json)
            .toList());
  }

  private CreatedWorkspaceJson create(Call call, NewWorkspaceJson body) {
    Workspace workspace = registry.workspaces().create(body.name(), body.timezone(), call.by());
    Key.Starter keys = registry.keys().createStarter(workspace.id(), call.by());
    return new CreatedWorkspaceJson(json(workspace), NewKeysJson.of(keys));
  }

  private WorkspaceJson json(Workspace workspace) {
    OptionalDouble loading = demo.progress(workspace.id());
    return new WorkspaceJson(
        workspace.id(),
        workspace.name(),
        workspace.timezone(),
        workspace.version(),
        workspace.createdAt(),
        baseUrl,
        people.count(workspace.id()),
        loading.isPresent() ? (Double) loading.getAsDouble() : null,
        SenderJson.of(workspace.sender(), health.of(workspace.id())),
        new WorkspaceJson.IdentityJson(
            workspace.identity().emailById(), workspace.identity().autoMerge()));
  }
}
