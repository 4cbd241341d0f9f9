package dev.beckon.simulator.run;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.simulator.audit.Auditor;
import dev.beckon.simulator.audit.Dossier;
import dev.beckon.simulator.audit.Letter;
import dev.beckon.simulator.check.Sendings;
import dev.beckon.simulator.script.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// A provider whose luck is in the dice, and the recipients: they open, click, complain and leave.
final class Post {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Dice dice;
  private final Auditor auditor;
  private final Sendings sendings = new Sendings();
  private final PriorityQueue<Report> agenda =
      new PriorityQueue<>(Comparator.comparingLong(Report::at).thenComparingInt(Report::order));
  private int reports;

  private record Report(long at, int order, DeliveryId id, Metric metric) {}

  Post(Dice dice, Auditor auditor) {
    this.dice = dice;
    this.auditor = auditor;
  }

  Sendings sendings() {
    return sendings;
  }

  /// Sends what it is handed, and plans what will become of it.
  void take(List<Outputs.Pending> handed, int life, long now) {
    List<Effect.Deliver> sorted = new ArrayList<>();
    handed.forEach(pending -> sorted.add(pending.deliver()));
    sorted.sort(
        Comparator.comparingLong((Effect.Deliver deliver) -> deliver.id().person().cioId())
            .thenComparingLong(deliver -> deliver.id().number()));
    for (Effect.Deliver deliver : sorted) {
      if (sendings.handed(deliver, life)) {
        bind(deliver);
        plan(deliver.id(), now);
      } else {
        report(now, deliver.id(), Metric.SENT);
      }
    }
  }

  /// The model's letters and the host's deliveries are the same in the same order.
  private void bind(Effect.Deliver deliver) {
    Dossier dossier = auditor.successor(deliver.id().person());
    if (dossier == null) {
      return;
    }
    for (Letter letter : dossier.letters()) {
      boolean same =
          letter.at() == deliver.at()
              && letter.program() == deliver.campaign()
              && letter.step().equals(deliver.step());
      if (same && !dossier.byDelivery().containsValue(letter)) {
        dossier.byDelivery().put(deliver.id(), letter);
        return;
      }
    }
  }

  private void plan(DeliveryId id, long now) {
    long sentAt = now + dice.below(2_000);
    int luck = dice.below(100);
    if (luck < 5) {
      report(sentAt, id, Metric.BOUNCED);
    } else if (luck < 8) {
      report(sentAt, id, Metric.FAILED);
    } else {
      report(sentAt, id, Metric.SENT);
      readers(id, sentAt);
    }
  }

  private void readers(DeliveryId id, long sentAt) {
    if (dice.percent(40)) {
      report(sentAt + dice.between(1, 30 * HOUR), id, Metric.OPENED);
    }
    if (dice.percent(20)) {
      report(sentAt + dice.between(1, 30 * HOUR), id, Metric.CLICKED);
    }
    if (dice.percent(4)) {
      report(sentAt + dice.between(1, 30 * HOUR), id, Metric.UNSUBSCRIBED);
    }
    if (dice.percent(2)) {
      report(sentAt + dice.between(1, 30 * HOUR), id, Metric.SPAMMED);
    }
  }

  private void report(long at, DeliveryId id, Metric metric) {
    agenda.add(new Report(at, reports++, id, metric));
  }

  /// When there is something to report (epoch ms).
  long nextAt() {
    Report next = agenda.peek();
    return next == null ? Long.MAX_VALUE : next.at();
  }

  /// Reports that are due.
  List<Message> due(long now) {
    List<Message> due = new ArrayList<>();
    while (nextAt() <= now) {
      Report next = agenda.remove();
      due.add(
          new Message.ToPerson(
              next.id().person(),
              new Input.Report(now, next.id(), next.metric(), Value.Fields.EMPTY)));
    }
    return due;
  }

  /// The host has acknowledged reports.
  void acknowledged(List<Message> reports) {
    for (Message message : reports) {
      if (message instanceof Message.ToPerson(var _, Input.Report report)
          && report.metric().endsDispatch()) {
        sendings.ended(report.delivery());
      }
    }
  }
}
