package dev.beckon.api;

import dev.beckon.api.app.AppApi;
import dev.beckon.api.app.AppKeys;
import dev.beckon.api.console.ConsoleFiles;
import dev.beckon.api.entity.EntityEndpoint;
import dev.beckon.api.http.HttpServer;
import dev.beckon.api.http.Meters;
import dev.beckon.api.http.Route;
import dev.beckon.api.http.Router;
import dev.beckon.api.intake.Desk;
import dev.beckon.api.intake.FirstSteps;
import dev.beckon.api.intake.Pace;
import dev.beckon.api.manage.Demo;
import dev.beckon.api.manage.Management;
import dev.beckon.api.manage.Problems;
import dev.beckon.api.openapi.Descriptions;
import dev.beckon.api.pipelines.PipelinesEndpoint;
import dev.beckon.api.pipelines.WriteKeys;
import dev.beckon.api.track.DeliveryReportsEndpoint;
import dev.beckon.api.track.Explanations;
import dev.beckon.api.track.IdentityEndpoint;
import dev.beckon.api.track.MergeExplanations;
import dev.beckon.api.track.TrackDialect;
import dev.beckon.api.track.TrackEndpoint;
import dev.beckon.api.track.TrackKeys;
import dev.beckon.api.tracking.SentMessages;
import dev.beckon.api.tracking.Tracking;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.MergePreview;
import dev.beckon.engine.query.People;
import dev.beckon.registry.Registry;
import dev.beckon.registry.workspace.Workspace;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The HTTP side of Beckon: all protocols, the console and its files on one port.
public final class ApiServer implements AutoCloseable {
  /// Whoever follows a link is waiting for a page.
  private static final Duration CLICK_PATIENCE = Duration.ofSeconds(2);

  private final ApiSettings settings;
  private final Router router;
  private @Nullable HttpServer server;

  /// @param metrics where all rooms keep their figures; served at `/metrics`
  public ApiServer(
      ApiSettings settings,
      Registry registry,
      EngineRoom engine,
      Mailroom mail,
      Demo demo,
      PrometheusMeterRegistry metrics) {
    this.settings = settings;
    Problems problems = new Problems();
    Meters meters = new Meters(metrics);
    Desk desk = new Desk(engine.intake(), settings.limits().acknowledgeWithin(), meters);
    router = new Router(problems, meters);
    Pace pace = new Pace(settings.callsPerSecond(), System::nanoTime);
    dataIn(desk, registry, engine, mail, pace);
    new AppApi(
            new AppKeys(registry.keys(), pace), registry, engine.queries(), mail.links().tokens())
        .addTo(router);
    tracking(new Desk(engine.intake(), CLICK_PATIENCE, meters), registry, engine, mail, meters);
    Management management =
        new Management(settings, registry, engine, mail, demo, desk, this::isDraining);
    router.speak("/manage", new Problems()).add(management.routes());
    Probes probes = new Probes(engine.failure(), this::isDraining, metrics);
    router.add(probes.routes());
    router.add(new Descriptions(router.routes(), settings.version()).routes());
    router.otherwise(new ConsoleFiles().route());
  }

  private void dataIn(Desk desk, Registry registry, EngineRoom engine, Mailroom mail, Pace pace) {
    FirstSteps steps = new FirstSteps(registry.workspaces()::mark);
    TrackKeys keys = new TrackKeys(registry.keys(), pace);
    TrackDialect dialect = new TrackDialect();
    MergeExplanations merges =
        new MergeExplanations(
            keys,
            new People(engine.queries()),
            new MergePreview(engine.queries()),
            settings.clock());
    Explanations explanations =
        new Explanations(
            keys, new People(engine.queries()), new Activities(engine.queries()), settings.clock());
    router
        .speak("/api", dialect)
        .speak("/auth", dialect)
        .speak("/push", dialect)
        .add(
            explanations.of(
                new TrackEndpoint(desk, keys, steps, settings.clock(), settings.baseUrl())
                    .routes()))
        .add(
            merges.of(explanations.of(new IdentityEndpoint(desk, keys, settings.clock()).routes())))
        .add(new DeliveryReportsEndpoint(desk, mail.links().tokens(), settings.clock()).routes());
    new EntityEndpoint(desk, keys, steps, mail.links().tokens(), settings.clock()).addTo(router);
    new PipelinesEndpoint(
            desk,
            new WriteKeys(registry.keys(), pace),
            steps,
            mail.links().tokens(),
            settings.clock(),
            settings.baseUrl())
        .addTo(router);
  }

  private void tracking(
      Desk desk, Registry registry, EngineRoom engine, Mailroom mail, Meters meters) {
    SentMessages inSandbox = SentMessages.in(mail.sandbox(), mail.links().tokens());
    SentMessages kept = SentMessages.in(mail.kept(), mail.links().tokens());
    new Tracking(
            mail.links(),
            desk,
            settings.clock(),
            meters,
            new People(engine.queries()),
            id -> nameForReaders(registry.workspaces().get(id)),
            delivery -> inSandbox.html(delivery).or(() -> kept.html(delivery)))
        .addTo(router);
  }

  /// What the workspace calls itself in its messages.
  private static String nameForReaders(Workspace workspace) {
    String from = workspace.sender().from();
    int address = from.indexOf('<');
    String name = address < 0 ? "" : from.substring(0, address).replace("\"", "").strip();
    return name.isEmpty() ? workspace.name() : name;
  }

  /// Starts listening.
  ///
  /// @param port 0 for any that is free
  /// @return the port
  public int start(int port) {
    HttpServer started = HttpServer.start(router, settings.limits(), settings.host(), port);
    server = started;
    return started.port();
  }

  /// Everything that is answered, but for the console's files.
  public List<Route> routes() {
    return router.routes();
  }

  private boolean isDraining() {
    HttpServer running = server;
    return running != null && running.isDraining();
  }

  /// Lets requests under way finish, and stops.
  @Override
  public void close() {
    HttpServer running = server;
    if (running != null) {
      running.close();
    }
  }
}
