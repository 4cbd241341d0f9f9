package dev.beckon.api.manage;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Handler;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.json.JsonReader;
import dev.beckon.api.json.RecordWriter;
import dev.beckon.api.json.Records;
import dev.beckon.registry.Registry;
import dev.beckon.registry.Rejection;
import java.util.ArrayList;
import java.util.List;

/// Collects the routes of the management API; every call passes the gate, has its body read into a
/// record and its answer written from one.
public final class Endpoints {
  private static final String BASE = "/manage/v1";

  /// Stands before paths within a workspace.
  public static final String WORKSPACE = "/workspaces/{workspace}";

  private final Registry registry;
  private final Gate gate;
  private final List<Route> routes = new ArrayList<>();

  public Endpoints(Registry registry) {
    this.registry = registry;
    this.gate = new Gate(registry);
  }

  /// Answers a call without a body.
  @FunctionalInterface
  public interface Asking<O> {
    O answer(Call call);
  }

  /// Answers a call with a body.
  @FunctionalInterface
  public interface Telling<I, O> {
    O answer(Call call, I body);
  }

  /// Does something of which there is nothing to say.
  @FunctionalInterface
  public interface Doing {
    void act(Call call);
  }

  public <O> Endpoints get(String path, Access access, About about, Class<O> gives, Asking<O> how) {
    return add(Method.GET, path, access, about.gives(gives), call -> json(200, how.answer(call)));
  }

  /// A call whose answer is no record.
  public Endpoints raw(
      Method method, String path, Access access, About about, Asking<Response> how) {
    return add(method, path, access, about, how);
  }

  /// A call with a body whose answer is no plain record.
  public <I> Endpoints rawTelling(
      Method method,
      String path,
      Access access,
      About about,
      Class<I> takes,
      Telling<I, Response> how) {
    return add(
        method, path, access, about.takes(takes), call -> how.answer(call, body(call, takes)));
  }

  public <I, O> Endpoints tell(
      Method method,
      String path,
      Access access,
      About about,
      Class<I> takes,
      Class<O> gives,
      Telling<I, O> how) {
    return telling(
        method, path, access, about.takes(takes).gives(about.status(), gives), takes, how);
  }

  private <I, O> Endpoints telling(
      Method method, String path, Access access, About about, Class<I> takes, Telling<I, O> how) {
    return add(
        method,
        path,
        access,
        about,
        call -> json(about.status(), how.answer(call, body(call, takes))));
  }

  /// A change without a body that answers with a record.
  public <O> Endpoints ask(
      Method method, String path, Access access, About about, Class<O> gives, Asking<O> how) {
    return add(
        method,
        path,
        access,
        about.gives(about.status(), gives),
        call -> json(about.status(), how.answer(call)));
  }

  /// Answers 204.
  public Endpoints act(Method method, String path, Access access, About about, Doing how) {
    return add(
        method,
        path,
        access,
        about.gives(204, null),
        call -> {
          how.act(call);
          return Response.empty(204);
        });
  }

  public List<Route> routes() {
    return List.copyOf(routes);
  }

  public static Response json(int status, Object body) {
    return Response.json(status, RecordWriter.bytes(body)).with("cache-control", "no-store");
  }

  private Endpoints add(
      Method method, String path, Access access, About about, Asking<Response> how) {
    boolean inWorkspace = path.startsWith(WORKSPACE);
    Handler handler = request -> answer(request, access, inWorkspace, how);
    routes.add(new Route(method, BASE + path, about.needing(access.word()), handler));
    return this;
  }

  private Response answer(
      Request request, Access access, boolean inWorkspace, Asking<Response> how) {
    Caller caller = gate.admit(request, access);
    try {
      int workspace = inWorkspace ? workspace(request, caller) : 0;
      return how.answer(new Call(request, caller, workspace));
    } catch (Rejection rejection) {
      throw Problems.refusal(rejection);
    }
  }

  private int workspace(Request request, Caller caller) {
    Call call = new Call(request, caller, 0);
    int id = call.id("workspace");
    if (!caller.sees(id) || registry.workspaces().find(id).isEmpty()) {
      throw Refusal.notFound("Expected a workspace that you see, but got " + id + ".");
    }
    return id;
  }

  private static <I> I body(Call call, Class<I> type) {
    return Records.read(type, JsonReader.DOCUMENT.fields(call.request().document()));
  }
}
