package dev.beckon.server;

import dev.beckon.api.Mailroom;
import dev.beckon.delivery.AttemptLedger;
import dev.beckon.delivery.Channels;
import dev.beckon.delivery.Dispatcher;
import dev.beckon.delivery.FileLedger;
import dev.beckon.delivery.Handover;
import dev.beckon.delivery.Retries;
import dev.beckon.delivery.SenderHealth;
import dev.beckon.delivery.SenderTest;
import dev.beckon.delivery.SystemSchedule;
import dev.beckon.delivery.email.MailComposer;
import dev.beckon.delivery.email.Senders;
import dev.beckon.delivery.email.SmtpChannel;
import dev.beckon.delivery.email.smtp.SmtpLimits;
import dev.beckon.delivery.render.Renderer;
import dev.beckon.delivery.sandbox.KeepingChannel;
import dev.beckon.delivery.sandbox.MailFolder;
import dev.beckon.delivery.tracking.TrackingLinks;
import dev.beckon.engine.Partition;
import dev.beckon.engine.host.Host;
import dev.beckon.engine.message.Message;
import dev.beckon.registry.Registry;
import dev.beckon.server.config.Config;
import dev.beckon.server.wiring.RegistryContents;
import dev.beckon.server.wiring.RegistrySecrets;
import dev.beckon.server.wiring.RegistrySenders;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocketFactory;

/// Everything that turns deliveries into messages, wired together.
final class MailRoom implements AutoCloseable {
  private static final Duration RETRY_LONGEST = Duration.ofMinutes(10);

  private final SystemSchedule schedule;
  private final AttemptLedger ledger;
  private final SmtpChannel smtp;
  private final ExecutorService workers;
  private final Dispatcher dispatcher;
  private final MailFolder sandbox;
  private final MailFolder kept;
  private final Renderer renderer;
  private final TrackingLinks links;
  private final SenderHealth health = new SenderHealth();
  private final Senders senders;
  private final MailComposer composer;
  private final Channels channels;

  MailRoom(Path data, URI baseUrl, Registry registry, Host host, Config.Delivery config) {
    InstantSource clock = InstantSource.system();
    schedule = new SystemSchedule(clock);
    links = new TrackingLinks(baseUrl.toString(), new RegistrySecrets(registry));
    renderer = new Renderer(new RegistryContents(registry.contents()), links);
    composer = new MailComposer(links);
    senders = new RegistrySenders(registry.workspaces());
    sandbox = new MailFolder(data.resolve("sandbox"), links, clock);
    kept = new MailFolder(data.resolve("sent"), links, clock);
    ledger = FileLedger.open(data.resolve("attempts.log"));
    smtp = new SmtpChannel(SmtpLimits.STANDARD, (SSLSocketFactory) SSLSocketFactory.getDefault());
    channels = new Channels(new KeepingChannel(smtp, kept), sandbox);
    workers = Executors.newFixedThreadPool(config.concurrency(), Thread.ofVirtual().factory());
    dispatcher =
        new Dispatcher(
            new Handover(senders, renderer, composer, channels, ledger, health),
            report ->
                host.intake().accept(new Message.ToPerson(report.delivery().person(), report)),
            delivery ->
                host.queries()
                    .read(
                        delivery.person().partition(),
                        rows -> Optional.ofNullable(Partition.pendingDelivery(rows, delivery)))
                    .orElse(null),
            schedule,
            new Retries(config.attemptsMax(), config.retryAfter(), RETRY_LONGEST, clock.millis()),
            workers);
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  TrackingLinks links() {
    return links;
  }

  /// What the API needs of this room.
  Mailroom forApi() {
    return new Mailroom(
        links,
        renderer,
        sandbox,
        kept,
        senders,
        new SenderTest(composer, channels, schedule),
        health);
  }

  @Override
  public void close() {
    dispatcher.close();
    workers.close();
    smtp.close();
    ledger.close();
    schedule.close();
  }
}
