package dev.beckon.api;

import dev.beckon.api.http.HttpLimits;
import dev.beckon.api.http.Wire;
import dev.beckon.api.manage.Demo;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.Channels;
import dev.beckon.delivery.Schedule;
import dev.beckon.delivery.SenderHealth;
import dev.beckon.delivery.SenderTest;
import dev.beckon.delivery.email.Mail;
import dev.beckon.delivery.email.MailComposer;
import dev.beckon.delivery.email.Sender;
import dev.beckon.delivery.render.Content;
import dev.beckon.delivery.render.RenderException;
import dev.beckon.delivery.render.Rendered;
import dev.beckon.delivery.render.Renderer;
import dev.beckon.delivery.sandbox.MailFolder;
import dev.beckon.delivery.tracking.TrackingLinks;
import dev.beckon.engine.host.Intake;
import dev.beckon.engine.host.memory.InMemoryHost;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.query.Queries;
import dev.beckon.engine.store.Rows;
import dev.beckon.registry.Registry;
import dev.beckon.registry.document.TemplateCheck;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A whole server in memory, with a workspace, its keys, a clock of its own, and a postman who puts
/// every message into the sandbox at once.
public final class World implements AutoCloseable {
  public static final long START = 1_773_480_413_250L;
  private static final int PARTITIONS = 4;

  private final InMemoryHost host = InMemoryHost.atOnce(PARTITIONS, START);
  private final Deque<Effect.Deliver> pending = new ArrayDeque<>();
  private final Path folder;
  private final Registry registry;
  private final TrackingLinks links;
  private final Renderer renderer;
  private final MailFolder sandbox;
  private final ApiServer server;
  private final Wire wire;
  private volatile long now = START;

  public World() {
    folder = temporaryFolder();
    InstantSource clock = () -> Instant.ofEpochMilli(now);
    registry = Registry.open(folder.resolve("registry.db"), TemplateCheck.NONE, clock);
    byte[] secret = registry.secretFor("tracking");
    links = new TrackingLinks("http://127.0.0.1:8080", _ -> secret);
    renderer = new Renderer((_, hash) -> content(hash), links);
    sandbox = new MailFolder(folder.resolve("sandbox"), links, clock);
    MailFolder kept = new MailFolder(folder.resolve("kept"), links, clock);
    host.start(delivery -> pending.add(delivery.deliver()));
    registry
        .publication()
        .connect(
            (workspace, version, document) ->
                intake().accept(new Message.Publish(workspace, version, now, document)).join());
    Mailroom mail =
        new Mailroom(
            links,
            renderer,
            sandbox,
            kept,
            World.this::sender,
            new SenderTest(new MailComposer(links), new Channels(sandbox, sandbox), schedule()),
            new SenderHealth());
    server =
        new ApiServer(
            new ApiSettings(
                "127.0.0.1", "http://127.0.0.1:8080", "test", clock, HttpLimits.DEFAULT, 0),
            registry,
            new EngineRoom(intake(), queries(), Optional::empty),
            mail,
            Demo.NONE,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    wire = new Wire(server.start(0));
  }

  public Wire wire() {
    return wire;
  }

  public Registry registry() {
    return registry;
  }

  public ApiServer server() {
    return server;
  }

  /// Lets time pass; timers ring and messages go out.
  public synchronized void pass(java.time.Duration duration) {
    now += duration.toMillis();
    host.passTo(now);
    deliver();
  }

  private Intake intake() {
    return message -> {
      synchronized (World.this) {
        host.setNow(now);
        var receipt = host.intake().accept(message);
        host.passTo(now);
        deliver();
        return receipt;
      }
    };
  }

  private Queries queries() {
    return new Queries() {
      @Override
      public int partitions() {
        return PARTITIONS;
      }

      @Override
      public <T> T read(int partition, Function<Rows, T> reader) {
        synchronized (World.this) {
          return host.queries().read(partition, reader);
        }
      }
    };
  }

  private void deliver() {
    for (Effect.Deliver next = pending.poll(); next != null; next = pending.poll()) {
      Sender sender = sender(next.id().person().workspace());
      try {
        Rendered words =
            renderer.render(
                next,
                new Renderer.Parties(
                    sender.from(), sender.replyTo(), next.rendering().recipient()));
        Mail mail =
            new MailComposer(links)
                .compose(
                    words,
                    next.id(),
                    new Mail.Origin(
                        next.id().person().cioIdText(),
                        next.campaign(),
                        next.step(),
                        next.journey()),
                    now);
        sandbox.send(sender, mail);
        Value.Fields detail =
            Value.Fields.EMPTY
                .with("subject", Value.of(words.subject()))
                .with("reason", Value.of(MailFolder.REPLY));
        report(next, Metric.SENT, detail);
        report(next, Metric.DELIVERED, Value.Fields.EMPTY);
      } catch (RenderException e) {
        report(
            next,
            Metric.FAILED,
            Value.Fields.EMPTY.with("reason", Value.of(String.valueOf(e.getMessage()))));
      }
    }
  }

  private void report(Effect.Deliver delivery, Metric metric, Value.Fields detail) {
    host.intake()
        .accept(
            new Message.ToPerson(
                delivery.id().person(), new Input.Report(now, delivery.id(), metric, detail)))
        .join();
  }

  private Sender sender(int workspace) {
    var sender = registry.workspaces().get(workspace).sender();
    return new Sender(workspace, sender.from(), sender.replyTo(), new Sender.ToSandbox());
  }

  private @Nullable Content content(String hash) {
    return registry
        .contents()
        .find(hash)
        .map(
            said ->
                new Content(
                    said.subject(),
                    said.preheader(),
                    said.html(),
                    said.text(),
                    said.from(),
                    said.replyTo(),
                    said.layout()))
        .orElse(null);
  }

  private Schedule schedule() {
    return new Schedule() {
      @Override
      public long now() {
        return now;
      }

      @Override
      public void at(long time, Runnable task) {
        throw new IllegalStateException("Expected nothing to be put off.");
      }
    };
  }

  /// The header that opens the Track API.
  public static String basic(String siteId, String apiKey) {
    byte[] pair = (siteId + ":" + apiKey).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("beckon-api-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    registry.close();
    host.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    try (var paths = Files.walk(folder)) {
      List<Path> all = paths.sorted(java.util.Comparator.reverseOrder()).toList();
      for (Path path : all) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
