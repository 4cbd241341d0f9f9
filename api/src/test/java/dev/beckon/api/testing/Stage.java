package dev.beckon.api.testing;

import dev.beckon.api.app.AppApi;
import dev.beckon.api.app.AppKeys;
import dev.beckon.api.entity.EntityEndpoint;
import dev.beckon.api.http.BasicAuth;
import dev.beckon.api.http.HttpLimits;
import dev.beckon.api.http.HttpServer;
import dev.beckon.api.http.Meters;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Router;
import dev.beckon.api.http.Wire;
import dev.beckon.api.intake.Desk;
import dev.beckon.api.intake.FirstSteps;
import dev.beckon.api.intake.Pace;
import dev.beckon.api.json.JsonReader;
import dev.beckon.api.pipelines.PipelinesEndpoint;
import dev.beckon.api.pipelines.WriteKeys;
import dev.beckon.api.track.TrackDialect;
import dev.beckon.api.track.TrackEndpoint;
import dev.beckon.api.tracking.SentMessages;
import dev.beckon.api.tracking.Tracking;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.email.Mail;
import dev.beckon.delivery.email.Sender;
import dev.beckon.delivery.sandbox.MailFolder;
import dev.beckon.delivery.tracking.TrackingLinks;
import dev.beckon.engine.host.Overloaded;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.host.memory.InMemoryHost;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.query.People;
import dev.beckon.registry.By;
import dev.beckon.registry.Registry;
import dev.beckon.registry.document.TemplateCheck;
import dev.beckon.registry.key.Key;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A Beckon in this process: a registry in a folder, an engine in memory whose time is told to it,
/// and the web server on a port of its own. Deliveries are written down instead of sent.
public final class Stage implements AutoCloseable {
  /// 2026-03-14T09:26:53.250Z.
  public static final long START = 1_773_480_413_250L;

  public static final By ANN = By.member(1, "Ann");

  private final InMemoryHost host = InMemoryHost.atOnce(4, START);
  private final List<Effect.Deliver> deliveries = new ArrayList<>();
  private final MailFolder sandbox;
  private final Registry registry;
  private final Key.Starter keys;
  private final TrackingLinks links;
  private final HttpServer server;
  private final Wire wire;
  private boolean busy;

  public Stage(Path folder) {
    registry = Registry.open(folder.resolve("registry.db"), TemplateCheck.NONE, this::now);
    int workspace = registry.workspaces().create("Acme & Sons", "UTC", ANN).id();
    keys = registry.keys().createStarter(workspace, ANN);
    byte[] secret = registry.secretFor("tracking");
    links =
        new TrackingLinks(
            "http://127.0.0.1", id -> registry.workspaces().find(id).isEmpty() ? null : secret);
    sandbox = new MailFolder(folder.resolve("sandbox"), links, this::now);
    host.start(pending -> deliveries.add(pending.deliver()));
    registry.publication().connect(this::publish);
    server = HttpServer.start(router(), HttpLimits.DEFAULT, "127.0.0.1", 0);
    wire = new Wire(server.port());
  }

  private Router router() {
    Meters meters = new Meters(new SimpleMeterRegistry());
    Desk desk = new Desk(this::accept, Duration.ofSeconds(5), meters);
    People people = new People(host.queries());
    TrackEndpoint track =
        new TrackEndpoint(
            desk,
            this::trackGate,
            new FirstSteps(registry.workspaces()::mark),
            this::now,
            "http://127.0.0.1");
    Router router = new Router(new TrackDialect(), meters).add(track.routes());
    new EntityEndpoint(
            desk,
            this::trackGate,
            new FirstSteps(registry.workspaces()::mark),
            links.tokens(),
            this::now)
        .addTo(router);
    new PipelinesEndpoint(
            desk,
            new WriteKeys(registry.keys(), Pace.unlimited()),
            new FirstSteps(registry.workspaces()::mark),
            links.tokens(),
            this::now,
            "http://127.0.0.1")
        .addTo(router);
    new AppApi(
            new AppKeys(registry.keys(), Pace.unlimited()),
            registry,
            host.queries(),
            links.tokens())
        .addTo(router);
    return new Tracking(
            links,
            desk,
            this::now,
            meters,
            people,
            id -> registry.workspaces().get(id).name(),
            SentMessages.in(sandbox, links.tokens()))
        .addTo(router);
  }

  private CompletableFuture<Receipt> accept(Message message) {
    if (busy) {
      throw new Overloaded(3);
    }
    return host.intake().accept(message);
  }

  private void publish(int workspace, long version, Value.Fields document) {
    host.intake().accept(new Message.Publish(workspace, version, host.now(), document)).join();
    host.passTo(host.now());
  }

  private int trackGate(Request request) {
    BasicAuth auth = BasicAuth.parse(request.header("authorization"));
    return Optional.ofNullable(auth)
        .flatMap(given -> registry.keys().track(given.name(), given.password()))
        .map(Key.Access::workspace)
        .orElseThrow(() -> Refusal.of(Refusal.Kind.UNAUTHENTICATED, "Unauthorized request"));
  }

  public Instant now() {
    return Instant.ofEpochMilli(host.now());
  }

  public void passes(Duration time) {
    host.passTo(host.now() + time.toMillis());
  }

  /// Whether the engine refuses everything for want of room.
  public void busy(boolean is) {
    busy = is;
  }

  public Registry registry() {
    return registry;
  }

  public Key.Starter keys() {
    return keys;
  }

  public int workspace() {
    return registry.workspaces().list().getFirst().id();
  }

  public TrackingLinks links() {
    return links;
  }

  public InMemoryHost host() {
    return host;
  }

  public int port() {
    return server.port();
  }

  public Wire wire() {
    return wire;
  }

  /// What the engine wants delivered, in its order.
  public List<Effect.Deliver> deliveries() {
    return deliveries;
  }

  /// Puts a message into the sandbox.
  public void keep(DeliveryId delivery, String html) {
    String message = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html;
    sandbox.send(
        new Sender(
            delivery.person().workspace(), "Acme <hi@acme.test>", null, new Sender.ToSandbox()),
        new Mail(
            links.tokens().of(delivery),
            new Mail.Envelope("hi@acme.test", "ada@example.com"),
            message.getBytes(StandardCharsets.UTF_8),
            new Mail.Note(host.now(), "hi@acme.test", "ada@example.com", "Hi", null, null)));
  }

  /// Reports what became of a message, as the dispatcher does.
  public void report(DeliveryId delivery, Metric metric, String detail) {
    Input.Report report = new Input.Report(host.now(), delivery, metric, Fields.json(detail));
    host.intake().accept(new Message.ToPerson(delivery.person(), report)).join();
  }

  /// A call of the Track API.
  public Wire.Reply track(String method, String path, String body) {
    String pair = keys.siteId() + ":" + keys.apiKey();
    String auth = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return wire.send(method, path, body.replace('\'', '"'), "Authorization: Basic " + auth);
  }

  /// Sets attributes; JSON with single quotes.
  public void identify(String id, String attributes) {
    done(track("PUT", "/api/v1/customers/" + id, attributes));
  }

  public void event(String id, String name) {
    done(track("POST", "/api/v1/customers/" + id + "/events", "{'name':'" + name + "'}"));
  }

  public String cioIdOf(String id) {
    Value.Fields person = Fields.fields(appJson("/v1/customers/" + id + "/attributes"), "customer");
    return Fields.text(Fields.fields(person, "identifiers"), "cio_id");
  }

  private static void done(Wire.Reply reply) {
    if (reply.status() != 200) {
      throw new IllegalStateException(
          "Expected 200, but got " + reply.status() + ": " + reply.body());
    }
  }

  /// A call of the App API.
  public Wire.Reply app(String target) {
    return wire.get(target, "Authorization: Bearer " + keys.appApiKey());
  }

  /// The answer of the App API, which must be 200.
  public Value.Fields appJson(String target) {
    Wire.Reply reply = app(target);
    done(reply);
    return JsonReader.DOCUMENT.fields(reply.bytes());
  }

  @Override
  public void close() {
    server.close();
    host.close();
    registry.close();
  }
}
