package dev.beckon.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.Channel;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.email.Answer;
import dev.beckon.delivery.email.EmailChannel;
import dev.beckon.delivery.email.Mail;
import dev.beckon.delivery.email.MailComposer;
import dev.beckon.delivery.email.Sender;
import dev.beckon.delivery.email.SmtpChannel;
import dev.beckon.delivery.email.smtp.SmtpLimits;
import dev.beckon.delivery.email.smtp.SmtpServer;
import dev.beckon.delivery.email.smtp.StartTls;
import dev.beckon.delivery.render.Content;
import dev.beckon.delivery.render.Renderer;
import dev.beckon.delivery.sandbox.MailFolder;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/// The whole room with real threads, real time, a real ledger and a mail server of another make.
class DeliveryRoomTest {
  private static final int SMTP = 1;
  private static final int SANDBOX = 2;
  private static final int PEOPLE = 40;
  private static final Pattern MESSAGE_ID = Pattern.compile("Message-ID: (<\\S+>)");

  private final TrackingLinks links = new TrackingLinks("http://b.test", _ -> new byte[32]);
  private final LinkedBlockingQueue<Input.Report> reports = new LinkedBlockingQueue<>();
  private final List<String> arrived = new ArrayList<>();
  private final Set<String> greylisted = ConcurrentHashMap.newKeySet();
  private final SMTPServer server = serve();

  private SMTPServer serve() {
    BasicMessageListener listener = (_, _, to, data) -> receive(to, new String(data, UTF_8));
    return SMTPServer.port(0)
        .bindAddress(InetAddress.ofLiteral("127.0.0.1"))
        .messageHandler(listener)
        .build();
  }

  /// Every second person's first message is put off once.
  private void receive(String to, String message) throws RejectException {
    if (to.matches("p\\d*[02468]@.*") && greylisted.add(to)) {
      throw new RejectException(451, "4.7.1 greylisted");
    }
    Matcher id = MESSAGE_ID.matcher(message);
    synchronized (arrived) {
      arrived.add(id.find() ? id.group(1) : "none");
    }
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Sender sender(int workspace) {
    SmtpServer smtp =
        new SmtpServer("127.0.0.1", server.getPortAllocated(), StartTls.NEVER, null, null);
    return new Sender(
        workspace,
        "Acme <a@acme.test>",
        null,
        workspace == SMTP ? new Sender.ToSmtp(smtp) : new Sender.ToSandbox());
  }

  private Dispatcher dispatcher(
      Channels channels, AttemptLedger ledger, Schedule schedule, ExecutorService workers) {
    Content content = new Content("Hi {{customer.name}}", null, "<p>Hello", null, null, null, null);
    return new Dispatcher(
        new Handover(
            this::sender,
            new Renderer((_, _) -> content, links),
            new MailComposer(links),
            channels,
            ledger,
            new SenderHealth()),
        report -> {
          reports.add(report);
          return CompletableFuture.completedFuture(null);
        },
        _ -> null,
        schedule,
        new Retries(11, Duration.ofMillis(20), Duration.ofMillis(200), 8312),
        workers);
  }

  private static void dispatch(Dispatcher dispatcher, int workspace, int person) {
    DeliveryId id = new DeliveryId(PersonKey.at(workspace, 0, person), 1);
    Value.Fields context =
        Value.Fields.EMPTY.with("customer", Value.Fields.EMPTY.with("name", Value.of("Ann")));
    dispatcher.dispatch(
        new Effect.Deliver(
            id,
            5,
            Channel.EMAIL,
            11,
            "hello",
            2,
            "hash",
            new Effect.Rendering("p" + person + "@example.com", context)));
  }

  private Map<DeliveryId, List<Input.Report>> awaitSent(int messages) throws InterruptedException {
    Map<DeliveryId, List<Input.Report>> heard = new HashMap<>();
    for (int sent = 0; sent < messages; ) {
      Input.Report report = reports.poll(30, TimeUnit.SECONDS);
      assertThat(report).as("report after %d of %d", sent, messages).isNotNull();
      heard.computeIfAbsent(report.delivery(), _ -> new ArrayList<>()).add(report);
      sent += report.metric() == Metric.SENT ? 1 : 0;
    }
    return heard;
  }

  @Test
  void everyMessageArrivesOnceThroughGreylistingAndTheSandbox(@TempDir Path folder)
      throws Exception {
    MailFolder sandbox = new MailFolder(folder.resolve("s"), links, InstantSource.system());
    try (SystemSchedule schedule = new SystemSchedule(InstantSource.system());
        SmtpChannel smtp =
            new SmtpChannel(SmtpLimits.STANDARD, (SSLSocketFactory) SSLSocketFactory.getDefault());
        AttemptLedger ledger = FileLedger.open(folder.resolve("ledger"));
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        Dispatcher dispatcher =
            dispatcher(new Channels(smtp, sandbox), ledger, schedule, workers)) {
      for (int person = 0; person < PEOPLE; person++) {
        dispatch(dispatcher, SMTP, person);
        dispatch(dispatcher, SANDBOX, person);
      }
      awaitSent(2 * PEOPLE);
      assertThat(dispatcher.counts().retried()).isEqualTo(PEOPLE / 2);
    }
    assertThat(arrived).hasSize(PEOPLE).doesNotHaveDuplicates();
    assertThat(sandbox.list(SANDBOX, "", Long.MAX_VALUE, 1_000)).hasSize(PEOPLE);
  }

  /// A machine that dies while some messages are taken but not yet noted.
  @Test
  void afterACrashOnlyWhatWasInFlightIsSentTwiceAndIsMarked(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ledger");
    CountDownLatch dead = new CountDownLatch(1);
    AtomicInteger taken = new AtomicInteger();
    try (SystemSchedule schedule = new SystemSchedule(InstantSource.system());
        SmtpChannel smtp =
            new SmtpChannel(SmtpLimits.STANDARD, (SSLSocketFactory) SSLSocketFactory.getDefault());
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch stuck = new CountDownLatch(Lane.UNDER_WAY_MAX);
      EmailChannel dying = stuckAfter(smtp, taken, stuck, dead);
      try (AttemptLedger before = FileLedger.open(file)) {
        Dispatcher dispatcher = dispatcher(new Channels(dying, dying), before, schedule, workers);
        for (int person = 1; person < 2 * PEOPLE; person += 2) {
          dispatch(dispatcher, SMTP, person);
        }
        assertThat(stuck.await(30, TimeUnit.SECONDS)).isTrue();
        Files.copy(file, folder.resolve("as-it-was"));
        restart(folder.resolve("as-it-was"), smtp, schedule, workers);
        dead.countDown();
        dispatcher.drain(Duration.ofSeconds(20));
      }
    }
    assertThat(Set.copyOf(arrived)).hasSize(PEOPLE);
    assertThat(arrived).hasSizeBetween(PEOPLE, PEOPLE + Lane.UNDER_WAY_MAX);
  }

  private void restart(
      Path ledgerFile, SmtpChannel smtp, Schedule schedule, ExecutorService workers)
      throws InterruptedException {
    Set<DeliveryId> reported =
        reports.stream().map(Input.Report::delivery).collect(Collectors.toSet());
    reports.clear();
    Set<String> before;
    synchronized (arrived) {
      before = Set.copyOf(arrived);
    }
    try (AttemptLedger after = FileLedger.open(ledgerFile);
        Dispatcher dispatcher = dispatcher(new Channels(smtp, smtp), after, schedule, workers)) {
      for (int person = 2 * PEOPLE - 1; person > 0; person -= 2) {
        if (!reported.contains(new DeliveryId(PersonKey.at(SMTP, 0, person), 1))) {
          dispatch(dispatcher, SMTP, person);
        }
      }
      awaitSent(PEOPLE - reported.size())
          .forEach(
              (_, all) -> {
                Value.Fields detail = all.getLast().detail();
                boolean inFlight = detail.get("uncertain") != null;
                assertThat(inFlight && !before.contains(id(detail))).isFalse();
              });
      assertThat(dispatcher.counts().uncertain()).isEqualTo(Lane.UNDER_WAY_MAX);
    }
  }

  private static String id(Value.Fields detail) {
    return detail.get("message_id") instanceof Value.Text text ? text.text() : "";
  }

  /// Hands messages over as they come, but after some of them never says what came of it.
  private static EmailChannel stuckAfter(
      EmailChannel channel, AtomicInteger taken, CountDownLatch stuck, CountDownLatch dead) {
    return new EmailChannel() {
      @Override
      public Answer send(Sender sender, Mail mail) {
        Answer answer = channel.send(sender, mail);
        if (taken.incrementAndGet() > PEOPLE / 2) {
          stuck.countDown();
          try {
            dead.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        }
        return answer;
      }

      @Override
      public boolean idempotent() {
        return false;
      }
    };
  }
}
