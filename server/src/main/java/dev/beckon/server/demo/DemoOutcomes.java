package dev.beckon.server.demo;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
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

/// What made-up recipients do with their mail: most open it, some click, a few leave.
final class DemoOutcomes {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final long until;
  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(
          Comparator.comparingLong(Due::at)
              .thenComparingLong(due -> due.delivery().person().cioId())
              .thenComparingLong(due -> due.delivery().number())
              .thenComparing(Due::metric));

  private record Due(long at, DeliveryId delivery, Metric metric, Value.Fields detail) {}

  /// @param until deliveries after this are left to the real dispatcher
  DemoOutcomes(long until) {
    this.until = until;
  }

  synchronized void delivered(Outputs.Pending pending) {
    long at = pending.deliver().at();
    DeliveryId id = pending.deliver().id();
    if (at >= until) {
      return;
    }
    SplittableRandom chance =
        new SplittableRandom(id.person().cioId() * 1_000_003 + id.number() * 97);
    add(at + 2_000, id, Metric.SENT, Value.Fields.EMPTY);
    if (chance.nextInt(120) == 0) {
      add(at + 9_000, id, Metric.BOUNCED, reason("550 5.1.1 No such mailbox"));
      return;
    }
    add(at + 5_000, id, Metric.DELIVERED, Value.Fields.EMPTY);
    if (chance.nextInt(100) < 58) {
      long opened = at + MINUTE + (long) (20 * HOUR * Math.pow(chance.nextDouble(), 3));
      add(opened, id, Metric.OPENED, Value.Fields.EMPTY);
      if (chance.nextInt(100) < 34) {
        Value.Fields link =
            Value.Fields.EMPTY.with("href", Value.of("https://app.example.com/reports/new"));
        add(opened + MINUTE, id, Metric.CLICKED, link);
      } else if (chance.nextInt(100) < 2) {
        add(opened + MINUTE, id, Metric.UNSUBSCRIBED, Value.Fields.EMPTY);
      }
    }
  }

  private static Value.Fields reason(String reason) {
    return Value.Fields.EMPTY.with("reason", Value.of(reason));
  }

  private void add(long at, DeliveryId id, Metric metric, Value.Fields detail) {
    queue.add(new Due(at, id, metric, detail));
  }

  /// Takes out what is due by a time.
  synchronized List<Message> due(long at) {
    List<Message> messages = new ArrayList<>();
    while (!queue.isEmpty() && queue.peek().at() <= at) {
      Due due = queue.poll();
      messages.add(
          new Message.ToPerson(
              due.delivery().person(),
              new Input.Report(0, due.delivery(), due.metric(), due.detail())));
    }
    return messages;
  }
}
