package dev.beckon.simulator;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A provider that takes every message and keeps it for the test to look at; a message that it is
/// handed again, as after a crash, is not sent again.
public final class PostOffice {
  private static final Comparator<Effect.Deliver> BY_TIME_AND_PERSON =
      Comparator.comparingLong(Effect.Deliver::at)
          .thenComparingLong(deliver -> deliver.id().person().cioId())
          .thenComparingLong(deliver -> deliver.id().number());

  private final List<Mail> sent = new ArrayList<>();
  private final Queue<Message> reports = new ArrayDeque<>();
  private final Set<DeliveryId> known = new HashSet<>();
  private final Set<String> unknownAddresses = new HashSet<>();

  /// From now on mail to the address bounces.
  void closes(String address) {
    unknownAddresses.add(address.toLowerCase(Locale.ROOT));
  }

  /// In the order in which they were sent.
  public List<Mail> sent() {
    return List.copyOf(sent);
  }

  /// Sends what it has been handed and has not sent yet.
  void take(List<Outputs.Pending> handed) {
    handed.stream()
        .map(Outputs.Pending::deliver)
        .filter(deliver -> !known.contains(deliver.id()))
        .sorted(BY_TIME_AND_PERSON)
        .forEach(this::send);
  }

  private void send(Effect.Deliver deliver) {
    Mail mail = Mail.of(deliver);
    known.add(mail.id());
    boolean bounces = unknownAddresses.contains(mail.recipient().toLowerCase(Locale.ROOT));
    if (!bounces) {
      sent.add(mail);
    }
    reports.add(report(mail.id(), bounces ? Metric.BOUNCED : Metric.SENT));
  }

  /// The next thing it has to report; null when it has told everything.
  @Nullable Message report() {
    return reports.poll();
  }

  static Message report(DeliveryId id, Metric metric) {
    return new Message.ToPerson(id.person(), new Input.Report(0, id, metric, Value.Fields.EMPTY));
  }
}
