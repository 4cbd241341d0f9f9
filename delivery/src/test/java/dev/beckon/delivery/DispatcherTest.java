package dev.beckon.delivery;

import static dev.beckon.delivery.DispatcherWorld.OK;
import static dev.beckon.delivery.DispatcherWorld.SERVER;
import static dev.beckon.delivery.DispatcherWorld.deliver;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.email.Answer;
import dev.beckon.delivery.email.Answer.Fault;
import dev.beckon.delivery.email.EmailChannel;
import dev.beckon.delivery.email.Mail;
import dev.beckon.delivery.email.MailComposer;
import dev.beckon.delivery.email.Sender;
import dev.beckon.delivery.render.Content;
import dev.beckon.delivery.render.Renderer;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DispatcherTest {
  private static final Answer GREYLISTED = new Answer.NotNow("450 later", Fault.MESSAGE);
  private static final Answer DOWN = new Answer.NotNow("nobody there", Fault.SERVER);
  private static final Answer BROKEN = new Answer.NotNow("cut off", Fault.UNCERTAIN);

  private final DispatcherWorld world = new DispatcherWorld(AttemptLedger.inMemory());

  private static @Nullable Value detail(Input.Report report, String name) {
    return report.detail().get(name);
  }

  @Test
  void aMessageIsSentAndReported() {
    world.dispatch(7, 1, 1);
    world.runAll();

    assertThat(world.mails).hasSize(1);
    assertThat(world.metrics()).containsExactly(Metric.SENT);
    Input.Report report = world.reports.getFirst();
    assertThat(report.delivery()).isEqualTo(new DeliveryId(PersonKey.at(7, 0, 1), 1));
    assertThat(detail(report, "subject")).isEqualTo(Value.of("Hi Ann"));
    assertThat(detail(report, "recipient")).isEqualTo(Value.of("ann1@example.com"));
    assertThat(detail(report, "message_id"))
        .isEqualTo(Value.of(world.mails.getFirst().messageId()));
    assertThat(detail(report, "uncertain")).isNull();
    assertThat(world.health.of(7).state()).isEqualTo(SenderHealth.State.OK);
  }

  @Test
  void aMessageThatHasArrivedIsReportedAsDelivered() {
    world.provider = _ -> new Answer.Accepted("in the inbox", true);
    world.dispatch(7, 1, 1);
    world.runAll();

    assertThat(world.metrics()).containsExactly(Metric.SENT, Metric.DELIVERED);
  }

  @Test
  void aRefusalIsABounce() {
    world.provider = _ -> new Answer.Refused("550 nobody");
    world.dispatch(7, 1, 1);
    world.runAll();

    assertThat(world.metrics()).containsExactly(Metric.BOUNCED);
    assertThat(detail(world.reports.getFirst(), "reason")).isEqualTo(Value.of("550 nobody"));
  }

  @Test
  void aGreylistedMessageIsTriedAgainAndAttemptedIsReportedOnce() {
    world.provider = _ -> world.mails.size() < 4 ? GREYLISTED : OK;
    world.dispatch(7, 1, 1);
    world.runAll();

    assertThat(world.mails).hasSize(4);
    assertThat(world.metrics()).containsExactly(Metric.ATTEMPTED, Metric.SENT);
    assertThat(detail(world.reports.getFirst(), "reason")).isEqualTo(Value.of("450 later"));
    assertThat(world.mails).extracting(Mail::id).containsOnly(world.mails.getFirst().id());
  }

  @Test
  void elevenTriesTakeAboutAnHour() {
    world.provider = _ -> GREYLISTED;
    world.dispatch(7, 1, 1);
    world.runAll();

    assertThat(world.mails).hasSize(11);
    assertThat(world.metrics()).containsExactly(Metric.ATTEMPTED, Metric.BOUNCED);
    assertThat(detail(world.reports.getLast(), "reason"))
        .isEqualTo(Value.of("Given up after 11 tries: 450 later"));
    Duration all = Duration.ofMillis(world.times.getLast() - world.times.getFirst());
    assertThat(all).isBetween(Duration.ofMinutes(45), Duration.ofMinutes(75));
    for (int i = 1; i < world.times.size(); i++) {
      Duration wait = Duration.ofMillis(world.times.get(i) - world.times.get(i - 1));
      Duration least = Duration.ofSeconds(Math.min(12L << (i - 1), 600));
      assertThat(wait).isBetween(least, least.plus(least.dividedBy(4)));
    }
  }

  @Test
  void aServerThatIsNeverThereMakesTheMessageFail() {
    world.provider = _ -> DOWN;
    world.dispatch(7, 1, 1);
    world.runAll();

    assertThat(world.metrics()).containsExactly(Metric.ATTEMPTED, Metric.FAILED);
    assertThat(world.health.of(7))
        .isEqualTo(new SenderHealth.Health(SenderHealth.State.FAILING, "nobody there"));
  }

  @Test
  void aMessageThatCannotBeRenderedFailsAtOnceAndSaysWhy() {
    world.subject = "Hi {{customer.nickname}}";
    world.dispatch(7, 1, 1);
    world.runAll();

    assertThat(world.mails).isEmpty();
    assertThat(world.metrics()).containsExactly(Metric.FAILED);
    assertThat(String.valueOf(detail(world.reports.getFirst(), "reason")))
        .contains("Subject, line 1", "customer.nickname");
  }

  @Test
  void aWorkspaceWithoutASenderMakesItsMessagesFail() {
    world.dispatch(404, 1, 1);
    world.runAll();
    assertThat(world.metrics()).containsExactly(Metric.FAILED);
  }

  @Test
  void aFaultOfOursIsTriedAgain() {
    world.provider =
        _ -> {
          if (world.mails.size() == 1) {
            throw new IllegalStateException("bug");
          }
          return OK;
        };
    world.dispatch(7, 1, 1);
    world.runAll();

    assertThat(world.metrics()).containsExactly(Metric.ATTEMPTED, Metric.SENT);
  }

  @Test
  void messagesOfOnePersonKeepTheirOrderWhileOthersGoAhead() {
    world.provider =
        mail ->
            mail.envelope().to().startsWith("ann1@") && world.mails.size() < 10 ? GREYLISTED : OK;
    for (int number = 1; number <= 3; number++) {
      world.dispatch(7, 1, number);
      world.dispatch(7, 2, 10 + number);
    }
    world.runAll();

    assertThat(world.numbers().stream().filter(n -> n > 10)).containsExactly(11L, 12L, 13L);
    assertThat(world.numbers().stream().filter(n -> n < 10).distinct()).containsExactly(1L, 2L, 3L);
    assertThat(world.numbers().indexOf(13L)).isLessThan(world.numbers().indexOf(2L));
    assertThat(world.metrics().stream().filter(m -> m == Metric.SENT)).hasSize(6);
  }

  @Test
  void aDeliveryThatIsHandedInTwiceIsSentOnce() {
    world.dispatch(7, 1, 1);
    world.dispatch(7, 1, 1);
    world.runAll();
    assertThat(world.mails).hasSize(1);
  }

  @Test
  void aReportIsSaidUntilItIsHeard() {
    world.refusedReports = 5;
    world.dispatch(7, 1, 1);
    world.dispatch(7, 1, 2);
    world.runAll();

    assertThat(world.metrics()).containsExactly(Metric.SENT, Metric.SENT);
    assertThat(world.mails).hasSize(2);
    assertThat(world.dispatcher.counts().reportsRepeated()).isEqualTo(5);
  }

  @Test
  void aConnectionThatBrokeAfterTheLastByteMarksTheMessage() {
    world.provider =
        _ ->
            switch (world.mails.size()) {
              case 1 -> BROKEN;
              case 2 -> DOWN;
              default -> OK;
            };
    world.dispatch(7, 1, 1);
    world.runAll();

    assertThat(world.metrics()).containsExactly(Metric.ATTEMPTED, Metric.SENT);
    assertThat(detail(world.reports.getLast(), "uncertain")).isEqualTo(Value.of(true));
    assertThat(world.dispatcher.counts().uncertain()).isEqualTo(2);
    assertThat(world.mails)
        .extracting(Mail::messageId)
        .containsOnly(world.mails.getFirst().messageId());
  }

  @Test
  void afterACrashWhatWasUnderWayIsSentAgainAndMarked() {
    AttemptLedger ledger = AttemptLedger.inMemory();
    ledger.started(new DeliveryId(PersonKey.at(7, 0, 1), 1));
    DispatcherWorld after = new DispatcherWorld(ledger);
    after.dispatch(7, 1, 1);
    after.dispatch(7, 2, 1);
    after.runAll();

    assertThat(after.reports).hasSize(2);
    assertThat(detail(after.reports.getFirst(), "uncertain")).isEqualTo(Value.of(true));
    assertThat(detail(after.reports.getLast(), "uncertain")).isNull();
    assertThat(after.dispatcher.counts().uncertain()).isEqualTo(1);
  }

  @Test
  void afterACrashWhatHadEndedIsReportedButNotSentAgain() {
    AttemptLedger ledger = AttemptLedger.inMemory();
    DeliveryId id = new DeliveryId(PersonKey.at(7, 0, 1), 1);
    Value.Fields known = Value.Fields.EMPTY.with("subject", Value.of("Hi"));
    ledger.ended(id, new Outcome(Metric.SENT, false, known));
    DispatcherWorld after = new DispatcherWorld(ledger);
    after.dispatch(7, 1, 1);
    after.runAll();

    assertThat(after.mails).isEmpty();
    assertThat(after.metrics()).containsExactly(Metric.SENT);
    assertThat(after.reports.getFirst().detail()).isEqualTo(known);
    assertThat(ledger.outcome(id)).isEmpty();
  }

  @Test
  void anIdempotentChannelNeedsNoLedger() {
    world.idempotent = true;
    world.provider = _ -> world.mails.size() == 1 ? BROKEN : OK;
    world.dispatch(7, 1, 1);
    world.runAll();
    assertThat(detail(world.reports.getLast(), "uncertain")).isNull();
  }

  private static DeliveryId delivery(int person) {
    return new DeliveryId(PersonKey.at(7, 0, person), 1);
  }

  @Test
  void whatExceedsTheMemoryIsReadFromTheOutboxWhenItsTurnComes() {
    for (int person = 0; person < Lane.HELD_MAX + 50; person++) {
      world.dispatch(7, person, 1);
    }
    world.outbox.remove(delivery(Lane.HELD_MAX + 49));
    for (int person = 0; person < Lane.HELD_MAX; person++) {
      world.outbox.remove(delivery(person));
    }
    world.runAll();

    assertThat(world.reports).hasSize(Lane.HELD_MAX + 49);
    assertThat(world.metrics()).containsOnly(Metric.SENT);
    assertThat(world.dispatcher.counts().waiting()).isZero();
  }

  @Test
  void noMoreThanAFewOfOneSenderAreUnderWay() {
    for (int person = 0; person < 100; person++) {
      world.dispatch(7, person, 1);
    }
    world.dispatch(8, 1, 1);

    assertThat(world.work).hasSize(Lane.UNDER_WAY_MAX + 1);
    assertThat(world.dispatcher.counts().underWay()).isEqualTo(Lane.UNDER_WAY_MAX + 1);
    assertThat(world.dispatcher.counts().waiting()).isEqualTo(100 - Lane.UNDER_WAY_MAX);
  }

  @Test
  void aServerThatHangsHoldsUpNobodyElse() throws Exception {
    CountDownLatch hanging = new CountDownLatch(1);
    LinkedBlockingQueue<Input.Report> reports = new LinkedBlockingQueue<>();
    DispatcherWorld slow = new DispatcherWorld(AttemptLedger.inMemory());
    TrackingLinks links = new TrackingLinks("http://b.test", _ -> new byte[32]);
    EmailChannel channel =
        new EmailChannel() {
          @Override
          public Answer send(Sender sender, Mail mail) {
            try {
              return sender.workspace() == 7 && !hanging.await(60, TimeUnit.SECONDS) ? DOWN : OK;
            } catch (InterruptedException _) {
              return DOWN;
            }
          }

          @Override
          public boolean idempotent() {
            return false;
          }
        };
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      Dispatcher dispatcher =
          new Dispatcher(
              new Handover(
                  workspace ->
                      new Sender(workspace, "a@acme.test", null, new Sender.ToSmtp(SERVER)),
                  new Renderer(
                      (_, _) -> new Content("Hi", null, "x", null, null, null, null), links),
                  new MailComposer(links),
                  new Channels(channel, channel),
                  AttemptLedger.inMemory(),
                  new SenderHealth()),
              report -> {
                reports.add(report);
                return CompletableFuture.completedFuture(null);
              },
              _ -> null,
              slow.schedule,
              Retries.standard(1),
              workers);
      for (int person = 0; person < 50; person++) {
        for (int workspace = 7; workspace <= 9; workspace++) {
          DeliveryId id = new DeliveryId(PersonKey.at(workspace, 0, person), 1);
          dispatcher.dispatch(deliver(id, "a@b.test"));
        }
      }
      for (int i = 0; i < 100; i++) {
        Input.Report report = reports.poll(20, TimeUnit.SECONDS);
        assertThat(report).isNotNull();
        assertThat(report.delivery().person().workspace()).isNotEqualTo(7);
      }
      assertThat(dispatcher.drain(Duration.ofMillis(50))).isFalse();
      hanging.countDown();
      assertThat(dispatcher.drain(Duration.ofSeconds(20))).isTrue();
      assertThat(reports).hasSize(Lane.UNDER_WAY_MAX);
    }
  }

  @Test
  void afterTheStopNothingIsStarted() {
    world.dispatcher.close();
    world.dispatch(7, 1, 1);
    assertThat(world.work).isEmpty();
  }
}
