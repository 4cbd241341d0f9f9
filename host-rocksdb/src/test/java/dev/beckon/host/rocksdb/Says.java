package dev.beckon.host.rocksdb;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the outside world tells the tests' workspace.
final class Says {

  static Identifier email(String id) {
    return Identifier.email(id + "@example.test");
  }

  /// Makes somebody known by an id and an address, whose desks are not the same as a rule.
  static Message identify(String id) {
    Identifier by = Identifier.id(id);
    return new Message.ToIdentifier(
        Docs.WORKSPACE,
        by,
        new Input.Identify(0, by, List.of(email(id)), new LinkedHashMap<>(), null, false));
  }

  /// @param key the caller's key against doubles
  static Message track(Identifier by, String name, Value.Fields data, @Nullable String key) {
    Event event = new Event(EventType.EVENT, name, data, System.currentTimeMillis(), key);
    return new Message.ToIdentifier(Docs.WORKSPACE, by, new Input.Track(0, by, event));
  }

  static Message sent(DeliveryId delivery) {
    return new Message.ToPerson(
        delivery.person(), new Input.Report(0, delivery, Metric.SENT, Value.Fields.EMPTY));
  }

  private Says() {}
}
