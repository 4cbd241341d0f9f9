package dev.beckon.delivery;

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
import dev.beckon.delivery.email.smtp.SmtpServer;
import dev.beckon.delivery.email.smtp.StartTls;
import dev.beckon.delivery.render.Content;
import dev.beckon.delivery.render.Renderer;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// A dispatcher whose attempts run when the test lets them, at a time that the test makes pass.
final class DispatcherWorld implements EmailChannel {
  static final SmtpServer SERVER = new SmtpServer("mail.test", 25, StartTls.NEVER, null, null);
  static final Answer OK = new Answer.Accepted("250 ok", false);

  final VirtualSchedule schedule = new VirtualSchedule();
  final Deque<Runnable> work = new ArrayDeque<>();
  final List<Input.Report> reports = new ArrayList<>();
  final List<Mail> mails = new ArrayList<>();
  final List<Long> times = new ArrayList<>();
  final Map<DeliveryId, Effect.Deliver> outbox = new HashMap<>();
  final SenderHealth health = new SenderHealth();
  Function<Mail, Answer> provider = _ -> OK;
  boolean idempotent;
  int refusedReports;
  String subject = "Hi {{customer.name}}";
  final Dispatcher dispatcher;

  DispatcherWorld(AttemptLedger ledger) {
    TrackingLinks links = new TrackingLinks("http://b.test", _ -> new byte[32]);
    Handover handover =
        new Handover(
            workspace ->
                workspace == 404
                    ? null
                    : new Sender(workspace, "a@acme.test", null, new Sender.ToSmtp(SERVER)),
            new Renderer(
                (_, _) -> new Content(subject, null, "<p>x", null, null, null, null), links),
            new MailComposer(links),
            new Channels(this, this),
            ledger,
            health);
    dispatcher =
        new Dispatcher(
            handover, this::heard, outbox::get, schedule, Retries.standard(8312), work::add);
  }

  private CompletableFuture<Void> heard(Input.Report report) {
    if (refusedReports > 0) {
      refusedReports--;
      if (refusedReports % 2 == 0) {
        throw new IllegalStateException("overloaded");
      }
      return CompletableFuture.failedFuture(new IllegalStateException("overloaded"));
    }
    reports.add(report);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public Answer send(Sender sender, Mail mail) {
    mails.add(mail);
    times.add(schedule.now());
    return provider.apply(mail);
  }

  @Override
  public boolean idempotent() {
    return idempotent;
  }

  void dispatch(int workspace, int person, int number) {
    DeliveryId id = new DeliveryId(PersonKey.at(workspace, 0, person), number);
    Effect.Deliver deliver = deliver(id, "ann" + person + "@example.com");
    outbox.put(id, deliver);
    dispatcher.dispatch(deliver);
  }

  void runReady() {
    for (Runnable task = work.poll(); task != null; task = work.poll()) {
      task.run();
    }
  }

  void runAll() {
    runReady();
    while (schedule.next()) {
      runReady();
    }
  }

  List<Metric> metrics() {
    return reports.stream().map(Input.Report::metric).toList();
  }

  List<Long> numbers() {
    return mails.stream()
        .map(mail -> new TrackingLinks("", _ -> new byte[32]).tokens().verify(mail.id()))
        .map(id -> id.orElseThrow().number())
        .toList();
  }

  static Effect.Deliver deliver(DeliveryId id, String to) {
    Value.Fields context =
        Value.Fields.EMPTY.with("customer", Value.Fields.EMPTY.with("name", Value.of("Ann")));
    return new Effect.Deliver(
        id, 5, Channel.EMAIL, 11, "hello", 2, "hash", new Effect.Rendering(to, context));
  }
}
