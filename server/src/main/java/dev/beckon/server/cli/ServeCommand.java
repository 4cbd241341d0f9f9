package dev.beckon.server.cli;

import dev.beckon.server.Server;
import dev.beckon.server.bootstrap.BootstrapException;
import dev.beckon.server.bootstrap.BootstrapFile;
import dev.beckon.server.bootstrap.BootstrapPlan;
import dev.beckon.server.config.Config;
import dev.beckon.server.config.ConfigException;
import dev.beckon.server.config.ConfigReader;
import dev.beckon.server.logs.Logs;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// `serve`: starts the server in the foreground and says where to click.
public final class ServeCommand {
  private final PrintStream out;
  private final Map<String, String> environment;

  public ServeCommand(PrintStream out, Map<String, String> environment) {
    this.out = out;
    this.environment = environment;
  }

  /// Returns when the process is told to stop.
  ///
  /// @return the exit status
  public int run(List<String> arguments)
      throws IOException, InterruptedException, ConfigException, BootstrapException {
    ServeArguments serve = ServeArguments.parse(arguments);
    Config config = ConfigReader.read(serve.config(), environment, serve.settings());
    Logs.set(config.log().verbosity(), config.log().format());
    Path bootstrap = serve.bootstrap();
    BootstrapPlan plan = bootstrap == null ? null : BootstrapFile.read(bootstrap);
    Server server = Server.start(config, plan, serve.demo());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  out.println("Stopping: finishing what is under way.");
                  server.close();
                  stopped.countDown();
                },
                "stop"));
    welcome(server, config);
    stopped.await();
    return 0;
  }

  private void welcome(Server server, Config config) {
    double seconds =
        (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime())
            / 1_000.0;
    String address = server.baseUrl().toString();
    out.println();
    out.println(String.format(Locale.ROOT, "Beckon is up, after %.1f s.", seconds));
    out.println();
    out.println("  Console         " + address);
    if (server.needsOwner()) {
      out.println("                  open it and create the owner account");
    }
    out.println("  Track API       " + address + "/api/v1");
    out.println("  API reference   " + address + "/docs");
    out.println("  Data            " + config.data().toAbsolutePath().normalize());
    out.println();
    out.println("Stop with Ctrl-C.");
    out.flush();
  }
}
