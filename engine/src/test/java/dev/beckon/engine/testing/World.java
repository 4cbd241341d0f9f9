package dev.beckon.engine.testing;

import dev.beckon.core.delivery.Metric;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.host.memory.InMemoryHost;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.query.People;
import dev.beckon.engine.query.Queries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// People of one workspace on an in-memory host, and the calls that are made about them.
public final class World {
  public static final int WORKSPACE = 1;
  public static final long START = 1_770_000_000_000L;

  public final List<Outputs.Pending> mails = new ArrayList<>();
  private InMemoryHost host;
  private long version;

  private World(InMemoryHost host) {
    this.host = host;
    host.start(mails::add);
  }

  public static World of(int partitions) {
    return new World(InMemoryHost.atOnce(partitions, START));
  }

  public static World stepByStep(int partitions) {
    return new World(InMemoryHost.stepByStep(partitions, START));
  }

  public InMemoryHost host() {
    return host;
  }

  public Queries queries() {
    return host.queries();
  }

  public World crash() {
    host = host.crash();
    host.start(mails::add);
    return this;
  }

  public World passes(Duration time) {
    host.passTo(host.now() + time.toMillis());
    return this;
  }

  public World publish(Value.Fields document) {
    tell(new Message.Publish(WORKSPACE, ++version, 0, document));
    return this;
  }

  /// @param attributes names and values in turn; `id` and `email` become identifiers
  public @Nullable PersonKey identify(Identifier by, Object... attributes) {
    return key(identifying(by, attributes));
  }

  public static Message identifying(Identifier by, Object... attributes) {
    LinkedHashMap<String, Value> values = new LinkedHashMap<>(Docs.fields(attributes).fields());
    List<Identifier> sets = new ArrayList<>();
    Value id = values.remove("id");
    if (id != null) {
      sets.add(Identifier.id(id.asText()));
    }
    Value email = values.remove("email");
    if (email != null) {
      sets.add(Identifier.email(email.asText()));
    }
    return new Message.ToIdentifier(
        WORKSPACE, by, new Input.Identify(0, by, sets, values, null, false));
  }

  public @Nullable PersonKey track(Identifier by, String event, Object... data) {
    return key(tracking(by, event, null, data));
  }

  public static Message tracking(Identifier by, String event, @Nullable String id, Object... data) {
    return new Message.ToIdentifier(WORKSPACE, by, new Input.Track(0, by, event(event, id, data)));
  }

  /// Something that happens at the moment of its receipt, or later.
  public static Event event(String name, @Nullable String id, Object... data) {
    return new Event(EventType.EVENT, name, Docs.fields(data), Long.MAX_VALUE, id);
  }

  public World delete(Identifier by) {
    tell(new Message.ToIdentifier(WORKSPACE, by, new Input.Delete(0)));
    return this;
  }

  public World report(Outputs.Pending mail, Metric metric) {
    tell(
        new Message.ToPerson(
            mail.deliver().id().person(),
            new Input.Report(0, mail.deliver().id(), metric, Value.Fields.EMPTY)));
    return this;
  }

  public Optional<Receipt> tell(Message message) {
    return Optional.ofNullable(host.intake().accept(message).getNow(null));
  }

  public Optional<Person> person(Identifier identifier) {
    return new People(queries()).byIdentifier(WORKSPACE, identifier);
  }

  private @Nullable PersonKey key(Message message) {
    return tell(message).map(Receipt::person).orElse(null);
  }
}
