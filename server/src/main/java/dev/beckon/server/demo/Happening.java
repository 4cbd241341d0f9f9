package dev.beckon.server.demo;

import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import java.util.List;

/// Something that somebody does or becomes at a time.
///
/// @param event empty where only attributes change
/// @param data of the event, or the attributes
record Happening(DemoPerson person, long at, String event, Value.Fields data)
    implements Comparable<Happening> {

  @Override
  public int compareTo(Happening other) {
    int byTime = Long.compare(at, other.at);
    return byTime != 0 ? byTime : person.id().compareTo(other.person.id());
  }

  Message message(int workspace) {
    Identifier id = Identifier.id(person.id());
    Input input =
        event.isEmpty()
            ? new Input.Identify(
                0, id, List.of(Identifier.email(person.email())), data.fields(), at, false)
            : new Input.Track(0, id, new Event(EventType.EVENT, event, data, at, null));
    return new Message.ToIdentifier(workspace, id, input);
  }
}
