package dev.beckon.delivery;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.email.Answer;
import dev.beckon.delivery.email.Answer.Fault;
import dev.beckon.delivery.email.EmailChannel;
import dev.beckon.delivery.email.Mail;
import dev.beckon.delivery.email.MailComposer;
import dev.beckon.delivery.email.Sender;
import dev.beckon.delivery.email.Senders;
import dev.beckon.delivery.render.RenderException;
import dev.beckon.delivery.render.Rendered;
import dev.beckon.delivery.render.Renderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One attempt: renders a delivery, writes it down and hands it to the sender's channel, with a
/// line
/// in the ledger before and after.
public final class Handover {

  /// What came of an attempt.
  sealed interface Result {}

  record End(Outcome outcome) implements Result {}

  /// @param reason why not now
  record Later(String reason, Fault fault) implements Result {

    Value.Fields detail() {
      return Value.Fields.EMPTY.with("reason", Value.of(reason));
    }

    /// The end after the last try: a server that has refused for an hour has bounced the message;
    /// without a server it has never left.
    Outcome givenUp(int tries) {
      String last = "Given up after " + tries + " tries: " + reason;
      Value.Fields detail = Value.Fields.EMPTY.with("reason", Value.of(last));
      return switch (fault) {
        case MESSAGE -> new Outcome(Metric.BOUNCED, false, detail);
        case SERVER -> new Outcome(Metric.FAILED, false, detail);
        case UNCERTAIN ->
            new Outcome(Metric.FAILED, false, detail.with("uncertain", Value.of(true)));
      };
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

  private final Senders senders;
  private final Renderer renderer;
  private final MailComposer composer;
  private final Channels channels;
  private final AttemptLedger ledger;
  private final SenderHealth health;

  public Handover(
      Senders senders,
      Renderer renderer,
      MailComposer composer,
      Channels channels,
      AttemptLedger ledger,
      SenderHealth health) {
    this.senders = senders;
    this.renderer = renderer;
    this.composer = composer;
    this.channels = channels;
    this.ledger = ledger;
    this.health = health;
  }

  AttemptLedger ledger() {
    return ledger;
  }

  /// @param now when the message is sent (epoch ms)
  Result attempt(Effect.Deliver deliver, long now) {
    int workspace = deliver.id().person().workspace();
    Sender sender = senders.of(workspace);
    if (sender == null) {
      return failed("Expected a sender for workspace " + workspace + ", but it has none.");
    }
    try {
      Mail mail = write(deliver, sender, now);
      return hand(deliver.id(), sender, mail);
    } catch (RenderException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private Mail write(Effect.Deliver deliver, Sender sender, long now) throws RenderException {
    Rendered words =
        renderer.render(
            deliver,
            new Renderer.Parties(sender.from(), sender.replyTo(), deliver.rendering().recipient()));
    Mail.Origin origin =
        new Mail.Origin(
            deliver.id().person().cioIdText(),
            deliver.campaign(),
            deliver.step(),
            deliver.journey());
    return composer.compose(words, deliver.id(), origin, now);
  }

  private Result hand(DeliveryId id, Sender sender, Mail mail) {
    EmailChannel channel = channels.of(sender);
    boolean again = ledger.inDoubt(id);
    if (!channel.idempotent()) {
      ledger.started(id);
    }
    Answer answer = channel.send(sender, mail);
    health.note(sender.workspace(), answer);
    Result result = result(answer, mail, again);
    if (!channel.idempotent()) {
      writeDown(id, result, again);
    }
    return result;
  }

  private static Result result(Answer answer, Mail mail, boolean again) {
    return switch (answer) {
      case Answer.Accepted accepted ->
          new End(
              new Outcome(Metric.SENT, accepted.arrived(), detail(mail, accepted.reply(), again)));
      case Answer.Refused refused ->
          new End(new Outcome(Metric.BOUNCED, false, detail(mail, refused.reply(), again)));
      case Answer.NotNow later -> new Later(later.reply(), later.fault());
    };
  }

  private static Value.Fields detail(Mail mail, String reply, boolean again) {
    Value.Fields detail =
        Value.Fields.EMPTY
            .with("recipient", Value.of(mail.envelope().to()))
            .with("subject", Value.of(mail.note().subject()))
            .with("message_id", Value.of(mail.messageId()))
            .with("reason", Value.of(reply));
    return again ? detail.with("uncertain", Value.of(true)) : detail;
  }

  /// The message is on its way or it is not: a full disk must not make it be sent twice. A doubt
  /// from
  /// an earlier attempt stays.
  private void writeDown(DeliveryId id, Result result, boolean again) {
    try {
      switch (result) {
        case End(Outcome outcome) -> ledger.ended(id, outcome);
        case Later(_, Fault fault) when fault != Fault.UNCERTAIN && !again -> ledger.withdrawn(id);
        case Later _ -> {}
      }
    } catch (RuntimeException e) {
      LOG.error("Expected to note the end of an attempt in the ledger, but could not.", e);
    }
  }

  static End failed(String reason) {
    return new End(
        new Outcome(Metric.FAILED, false, Value.Fields.EMPTY.with("reason", Value.of(reason))));
  }
}
