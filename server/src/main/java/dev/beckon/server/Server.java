package dev.beckon.server;

import dev.beckon.api.ApiServer;
import dev.beckon.api.ApiSettings;
import dev.beckon.api.http.HttpLimits;
import dev.beckon.engine.host.Host;
import dev.beckon.registry.Registry;
import dev.beckon.server.bootstrap.BootstrapPlan;
import dev.beckon.server.config.Config;
import dev.beckon.server.demo.DemoWorkspace;
import dev.beckon.server.demo.MovableClock;
import dev.beckon.server.wiring.DemoOnDemand;
import dev.beckon.server.wiring.EnginePublisher;
import dev.beckon.server.wiring.LiquidCheck;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A running Beckon: all rooms, wired in the order in which they need each other, and taken down in
/// the opposite one.
///
/// Registry → engine → delivery → HTTP. What was published but not acknowledged is published again,
/// what waits in the outbox is dispatched again, and only then the door is opened.
public final class Server implements AutoCloseable {
  private static final String VERSION = "0.1.0";

  private final Registry registry;
  private final Host host;
  private final MailRoom mail;
  private final Chores chores;
  private final ApiServer api;
  private final URI baseUrl;

  private Server(Config config, @Nullable BootstrapPlan plan, boolean demo) throws IOException {
    Path data = Files.createDirectories(config.data());
    int port = portOf(config.http());
    baseUrl = baseUrlOf(config.http(), plan, port);
    MovableClock clock = new MovableClock();
    registry = Registry.open(data.resolve("registry.db"), new LiquidCheck(), clock);
    DemoWorkspace demoWorkspace = new DemoWorkspace(registry);
    if (demo && demoWorkspace.isAbsent()) {
      try (Host past = EngineRoom.open(data, config.engine(), clock)) {
        demoWorkspace.makeWithPast(past, clock);
      }
    }
    host = EngineRoom.open(data, config.engine(), clock);
    mail = new MailRoom(data, baseUrl, registry, host, config.delivery());
    host.start(pending -> mail.dispatcher().dispatch(pending.deliver()));
    registry.publication().connect(new EnginePublisher(host.intake()));
    if (plan != null) {
      registry.bootstrap().apply(plan.workspaces(), plan.members());
    }
    api =
        new ApiServer(
            new ApiSettings(
                config.http().bind(),
                baseUrl.toString(),
                VERSION,
                clock,
                limitsOf(config.http()),
                config.http().callsPerSecond()),
            registry,
            dev.beckon.api.EngineRoom.of(host),
            mail.forApi(),
            new DemoOnDemand(demoWorkspace, host.intake()),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    api.start(port);
    chores = new Chores(registry, host, data.resolve("lake"), clock);
  }

  /// Starts everything; returns when requests are answered.
  ///
  /// @param plan what shall be there after the start, or null
  /// @param demo whether the demo workspace shall be there
  /// @throws IOException if something cannot be opened; says what to do
  public static Server start(Config config, @Nullable BootstrapPlan plan, boolean demo)
      throws IOException {
    return new Server(config, plan, demo);
  }

  private static int portOf(Config.Http http) throws IOException {
    if (http.port() != 0) {
      return http.port();
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(http.bind()))) {
      return free.getLocalPort();
    }
  }

  private static URI baseUrlOf(Config.Http http, @Nullable BootstrapPlan plan, int port) {
    URI planned = plan == null ? null : plan.baseUrl();
    return http.baseUrl() == null && planned != null ? planned : http.baseUrlAt(port);
  }

  private static HttpLimits limitsOf(Config.Http http) {
    HttpLimits usual = HttpLimits.DEFAULT;
    return new HttpLimits(
        Math.toIntExact(http.bodyBytesMax()),
        usual.inflatedBytesMax(),
        usual.documentBytesMax(),
        http.headerBytesMax(),
        usual.targetBytesMax(),
        http.requestsMax(),
        usual.acknowledgeWithin(),
        http.stopWithin());
  }

  /// How clients reach this server, without a slash at the end.
  public URI baseUrl() {
    return baseUrl;
  }

  /// Whether nobody can log in yet.
  public boolean needsOwner() {
    return registry.setup().needed();
  }

  /// Finishes requests and messages under way, and closes the stores.
  @Override
  public void close() {
    api.close();
    chores.close();
    mail.close();
    host.close();
    registry.close();
  }
}
