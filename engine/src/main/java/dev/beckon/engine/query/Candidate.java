package dev.beckon.engine.query;

import dev.beckon.core.event.Event;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.LeafState;
import dev.beckon.core.segment.Subject;
import dev.beckon.core.value.Value;
import dev.beckon.engine.codec.Past;
import dev.beckon.engine.codec.PersonRecord;
import dev.beckon.engine.store.Rows;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A stored person of whom a condition is asked: only what the condition looks at is read.
final class Candidate implements Subject {
  private final Rows rows;
  private final PersonKey key;
  private final PersonRecord person;
  private final long now;
  private final Memories memories;
  private @Nullable SortedMap<Long, LeafState> learned;

  Candidate(Rows rows, PersonKey key, PersonRecord person, long now, Memories memories) {
    this.rows = rows;
    this.key = key;
    this.person = person;
    this.now = now;
    this.memories = memories;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public @Nullable Value attribute(String name) {
    return switch (name) {
      case "id" -> textOrNull(person.identifier(IdentifierKind.ID));
      case "email" -> textOrNull(person.identifier(IdentifierKind.EMAIL));
      case "cio_id" -> Value.of(key.cioIdText());
      default -> person.attribute(name);
    };
  }

  @Override
  public LeafState leaf(long id) {
    Memories.Memory memory = memories.of(id);
    if (memory != null && person.catalogVersion() >= memory.keptSince()) {
      return person.leaf(id);
    }
    return learned().getOrDefault(id, LeafState.NONE);
  }

  @Override
  public boolean isMember(int segment) {
    return person.isMember(segment);
  }

  @Override
  public long knownSince() {
    return person.knownSince();
  }

  @Override
  public long momentOf(Condition.Since since) {
    return since == Condition.Since.EVER ? Long.MIN_VALUE : now;
  }

  @Override
  public @Nullable Value triggerField(String name) {
    return null;
  }

  /// What the person's events say about all leaves that are asked for.
  private SortedMap<Long, LeafState> learned() {
    SortedMap<Long, LeafState> known = learned;
    if (known == null) {
      SortedMap<Long, LeafState> fresh = new TreeMap<>();
      Past.of(rows, key).forEach(event -> learn(fresh, event));
      learned = fresh;
      known = fresh;
    }
    return known;
  }

  private void learn(SortedMap<Long, LeafState> states, Event event) {
    for (long leaf : memories.leaves()) {
      Memories.Memory memory = memories.of(leaf);
      if (memory != null && memory.pattern().matches(event)) {
        LeafState before = states.getOrDefault(leaf, LeafState.NONE);
        states.put(leaf, before.plus(event.timestamp(), memory.keeps()));
      }
    }
  }

  private static @Nullable Value textOrNull(@Nullable String text) {
    return text == null ? null : Value.of(text);
  }
}
