package dev.beckon.host.kafka;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import dev.beckon.simulator.Stored;
import dev.beckon.simulator.Yaml;
import java.util.LinkedHashMap;
import java.util.List;

/// What the outside world tells a small shop.
final class Shop {
  /// An e-mail for every `ordered`, and one a second after every `browsed`.
  private static final String FOLLOW_UPS =
      """
      settings: {name: Shop, timezone: UTC}
      segments: []
      campaigns:
        - id: 1
          name: Thanks
          state: running
          started_epoch: 1
          frequency: every_time
          trigger: {event: ordered}
          steps:
            - {id: thanks, send: {channel: email, message: thanks}}
        - id: 2
          name: Reminder
          state: running
          started_epoch: 1
          frequency: every_time
          trigger: {event: browsed}
          steps:
            - {id: pause, delay: 1s}
            - {id: reminder, send: {channel: email, message: reminder}}
      """;

  private Shop() {}

  static Message opens() {
    return new Message.Publish(Stored.WORKSPACE, 1, 0, Yaml.fields(FOLLOW_UPS));
  }

  /// Makes somebody known by an id and an address, whose desks are not the same as a rule.
  static Message meets(String id) {
    Identifier by = Identifier.id(id);
    return new Message.ToIdentifier(
        Stored.WORKSPACE,
        by,
        new Input.Identify(0, by, List.of(address(id)), new LinkedHashMap<>(), null, false));
  }

  static Message sees(Identifier by, String event) {
    Event seen =
        new Event(EventType.EVENT, event, Value.Fields.EMPTY, System.currentTimeMillis(), null);
    return new Message.ToIdentifier(Stored.WORKSPACE, by, new Input.Track(0, by, seen));
  }

  static Message sent(DeliveryId delivery) {
    return new Message.ToPerson(
        delivery.person(), new Input.Report(0, delivery, Metric.SENT, Value.Fields.EMPTY));
  }

  static Identifier address(String id) {
    return Identifier.email(id + "@example.test");
  }
}
