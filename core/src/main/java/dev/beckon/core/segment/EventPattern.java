package dev.beckon.core.segment;

import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import java.util.List;

/// Which events are meant: the type, the name, and what must hold of their data (all of it).
public record EventPattern(EventType type, String name, List<FieldTest> where) {
  public EventPattern {
    where = List.copyOf(where);
  }

  public boolean matches(Event event) {
    if (event.type() != type || !event.name().equals(name)) {
      return false;
    }
    for (FieldTest test : where) {
      if (!test.holds(event.data()::get)) {
        return false;
      }
    }
    return true;
  }
}
