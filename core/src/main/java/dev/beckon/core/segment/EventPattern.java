package dev.beckon.core.segment;

import dev.beckon.core.event.EventType;
import java.util.List;

/// Which events are meant: the type, the name, and what must hold of their data (all of it).
public record EventPattern(EventType type, String name, List<FieldTest> where) {
  public EventPattern {
    where = List.copyOf(where);
  }
}
