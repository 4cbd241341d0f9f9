package dev.beckon.api.manage.session;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.json.Inline;
import dev.beckon.api.json.Named;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Caller;
import dev.beckon.api.manage.Demo;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.api.manage.workspace.NewKeysJson;
import dev.beckon.registry.Registry;
import dev.beckon.registry.Setup;
import dev.beckon.registry.member.Session;
import java.util.List;

/// The first run, logging in and out, and one's own password.
public final class SessionEndpoints {
  private static final String TAG = "Session";
  private static final String COOKIE = "beckon_session";
  private static final long COOKIE_SECONDS = 14L * 86_400;

  private final Registry registry;
  private final Demo demo;
  private final String version;

  public SessionEndpoints(Registry registry, Demo demo, String version) {
    this.registry = registry;
    this.demo = demo;
    this.version = version;
  }

  /// @param needed whether nobody has set this server up yet
  public record SetupStateJson(boolean needed, String version) {}

  /// What the first run asks.
  public record SetupJson(OwnerJson owner, FirstWorkspaceJson workspace, Content content) {}

  public record OwnerJson(String name, String email, String password) {}

  public record FirstWorkspaceJson(String name, String timezone) {}

  /// What a new workspace starts with.
  public enum Content {
    EMPTY,
    DEMO
  }

  /// The session after the first run, with the new workspace's keys.
  public record SetUpJson(@Inline SessionJson session, NewKeysJson keys) {}

  public record LoginJson(String email, String password) {}

  public record PasswordJson(String current, @Named("new") String next) {}

  public void on(Endpoints endpoints) {
    firstRun(endpoints);
    sessions(endpoints);
  }

  private void firstRun(Endpoints endpoints) {
    endpoints
        .get(
            "/setup",
            Access.OPEN,
            About.of(TAG, "Is this the first run?", "Needs no login.")
                .example("{\"needed\": true, \"version\": \"0.1.0\"}"),
            SetupStateJson.class,
            _ -> new SetupStateJson(registry.setup().needed(), version))
        .rawTelling(
            Method.POST,
            "/setup",
            Access.OPEN,
            About.of(
                    TAG,
                    "Set the server up",
                    "Creates the first owner and workspace, and logs the owner in. Only once.")
                .gives(201, SetUpJson.class)
                .example(
                    """
                    {"owner": {"name": "Ada", "email": "ada@acme.test", "password": "correct horse battery"},
                     "workspace": {"name": "Acme", "timezone": "Europe/Berlin"}, "content": "empty"}"""),
            SetupJson.class,
            this::setUp);
  }

  private void sessions(Endpoints endpoints) {
    endpoints
        .get(
            "/session",
            Access.MEMBER,
            About.of(TAG, "Who am I?", "Gives the CSRF token that changes need.")
                .example(
                    """
                    {"member": {"id": 1, "name": "Ada", "email": "ada@acme.test", "role": "owner",
                      "created_at": "2026-03-14T09:26:53.000Z", "last_login_at": null},
                     "csrf_token": "Zm9v", "workspaces": [{"id": 1, "name": "Acme", "role": "owner"}], "version": "0.1.0"}"""),
            SessionJson.class,
            call -> json(console(call).session()))
        .rawTelling(
            Method.POST,
            "/session",
            Access.OPEN,
            About.of(TAG, "Log in", "Sets the session's cookie.")
                .gives(SessionJson.class)
                .example("{\"email\": \"ada@acme.test\", \"password\": \"correct horse battery\"}"),
            LoginJson.class,
            this::login)
        .raw(
            Method.DELETE,
            "/session",
            Access.MEMBER,
            About.of(TAG, "Log out", "Ends the session.").gives(204, null).example("{}"),
            this::logout)
        .rawTelling(
            Method.PUT,
            "/session/password",
            Access.MEMBER,
            About.of(TAG, "Change one's password", "Ends all other sessions of the member.")
                .gives(204, null)
                .example(
                    "{\"current\": \"correct horse battery\", \"new\": \"staple battery horse\"}"),
            PasswordJson.class,
            this::changePassword);
  }

  private Response setUp(Call call, SetupJson body) {
    requireJson(call.request());
    Setup.Done done =
        registry
            .setup()
            .run(
                new Setup.Owner(body.owner().name(), body.owner().email(), body.owner().password()),
                body.workspace().name(),
                body.workspace().timezone());
    if (body.content() == Content.DEMO) {
      demo.load(done.workspace().id());
    }
    Session.Opened opened = registry.sessions().open(done.owner().id());
    return Endpoints.json(201, new SetUpJson(json(opened.session()), NewKeysJson.of(done.keys())))
        .with("set-cookie", cookie(call.request(), opened.token(), COOKIE_SECONDS));
  }

  private Response login(Call call, LoginJson body) {
    requireJson(call.request());
    Session.Opened opened =
        registry.sessions().login(body.email(), body.password(), call.request().remoteAddress());
    return Endpoints.json(200, json(opened.session()))
        .with("set-cookie", cookie(call.request(), opened.token(), COOKIE_SECONDS));
  }

  private Response logout(Call call) {
    registry.sessions().logout(console(call).token());
    return Response.empty(204).with("set-cookie", cookie(call.request(), "", 0));
  }

  private Response changePassword(Call call, PasswordJson body) {
    Caller.InConsole caller = console(call);
    registry
        .members()
        .changePassword(
            caller.session().member().id(), body.current(), body.next(), caller.token());
    return Response.empty(204);
  }

  private SessionJson json(Session session) {
    List<SessionJson.SeenJson> seen =
        registry.workspaces().list().stream()
            .map(w -> new SessionJson.SeenJson(w.id(), w.name(), session.member().role()))
            .toList();
    return new SessionJson(MemberJson.of(session.member()), session.csrfToken(), seen, version);
  }

  /// These two calls need no CSRF token, but a form of another site cannot send this type.
  private static void requireJson(Request request) {
    String type = request.header("content-type");
    if (type == null || !type.startsWith("application/json")) {
      throw Refusal.of(
          Refusal.Kind.CSRF, "Expected Content-Type: application/json, but got " + type + ".");
    }
  }

  private static Caller.InConsole console(Call call) {
    if (call.caller() instanceof Caller.InConsole member) {
      return member;
    }
    throw Refusal.of(Refusal.Kind.FORBIDDEN, "Expected a member's session, but got a key.");
  }

  private static String cookie(Request request, String token, long seconds) {
    return COOKIE
        + "="
        + token
        + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
        + seconds
        + (request.isSecure() ? "; Secure" : "");
  }
}
