package dev.beckon.server.demo;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Function;

/// What made-up recipients do with their mail: most open it, some click, a few leave.
final class DemoOutcomes {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private static final long DAY = 24 * HOUR;
  private static final String LINK = "https://app.example.com/reports/new";

  private final long until;
  private final Function<Effect.Deliver, String> subject;
  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(
          Comparator.comparingLong(Due::at)
              .thenComparingLong(due -> due.delivery().person().cioId())
              .thenComparingLong(due -> due.delivery().number()));

  private record Due(long at, DeliveryId delivery, Message message) {}

  /// @param until deliveries after this are left to the real dispatcher
  /// @param subject what a message says in its subject line
  DemoOutcomes(long until, Function<Effect.Deliver, String> subject) {
    this.until = until;
    this.subject = subject;
  }

  void delivered(Outputs.Pending pending) {
    Effect.Deliver message = pending.deliver();
    if (message.at() < until) {
      List<Due> outcomes = outcomes(message);
      synchronized (this) {
        queue.addAll(outcomes);
      }
    }
  }

  private List<Due> outcomes(Effect.Deliver message) {
    DeliveryId id = message.id();
    long at = message.at();
    SplittableRandom chance =
        new SplittableRandom(id.person().cioId() * 1_000_003 + id.number() * 97);
    Value.Fields words =
        Value.Fields.EMPTY
            .with("recipient", Value.of(message.rendering().recipient()))
            .with("subject", Value.of(subject.apply(message)));
    List<Due> outcomes = new ArrayList<>();
    outcomes.add(report(at + 2_000, id, Metric.SENT, words));
    if (chance.nextInt(120) == 0) {
      outcomes.add(
          report(at + 9_000, id, Metric.BOUNCED, reason("550 5.1.1 There is no such mailbox")));
      return outcomes;
    }
    outcomes.add(report(at + 5_000, id, Metric.DELIVERED, Value.Fields.EMPTY));
    if (chance.nextInt(100) < 58) {
      long opened = at + MINUTE + (long) (DAY * Math.pow(chance.nextDouble(), 3));
      outcomes.add(report(opened, id, Metric.OPENED, Value.Fields.EMPTY));
      readOn(message, opened + MINUTE, chance, outcomes);
    }
    return outcomes;
  }

  /// Whoever clicks lands in the product, which is a login.
  private static void readOn(
      Effect.Deliver message, long at, SplittableRandom chance, List<Due> outcomes) {
    DeliveryId id = message.id();
    if (chance.nextInt(100) < 34) {
      Value.Fields link = Value.Fields.EMPTY.with("href", Value.of(LINK));
      outcomes.add(report(at, id, Metric.CLICKED, link));
      Identifier who = Identifier.email(message.rendering().recipient());
      long then = at + MINUTE / 2;
      Event login = new Event(EventType.EVENT, "app_login", Value.Fields.EMPTY, then, null);
      outcomes.add(
          new Due(
              then,
              id,
              new Message.ToIdentifier(
                  id.person().workspace(), who, new Input.Track(0, who, login))));
    } else if (chance.nextInt(100) < 2) {
      outcomes.add(report(at, id, Metric.UNSUBSCRIBED, Value.Fields.EMPTY));
    }
  }

  private static Value.Fields reason(String reason) {
    return Value.Fields.EMPTY.with("reason", Value.of(reason));
  }

  private static Due report(long at, DeliveryId id, Metric metric, Value.Fields detail) {
    return new Due(
        at, id, new Message.ToPerson(id.person(), new Input.Report(0, id, metric, detail)));
  }

  /// Takes out what is due by a time.
  synchronized List<Moment> due(long at) {
    List<Moment> moments = new ArrayList<>();
    while (!queue.isEmpty() && queue.peek().at() <= at) {
      Due due = queue.poll();
      moments.add(new Moment(due.at(), due.message()));
    }
    return moments;
  }
}
