package dev.beckon.engine.codec;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.person.Attribute;
import dev.beckon.core.segment.LeafState;
import dev.beckon.core.segment.Verdict;
import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// A person's row as it is stored, of which single fields are read without decoding the rest.
public final class PersonRecord {
  private final byte[] row;

  /// @throws CodecException if the row is not a person's, or is damaged
  public PersonRecord(byte[] row) {
    this.row = PersonLayout.checked(row);
  }

  /// Whether a row was last brought up to an older version; also true of rows that are cut off.
  public static boolean isOlderThan(byte[] row, long version) {
    return row.length < PersonLayout.HEAD
        || PersonLayout.longAt(row, PersonLayout.CATALOG_VERSION) < version;
  }

  /// Whether the person of a row holds an identifier and does not wait for its desk any more; false
  /// also for rows that are damaged.
  ///
  /// @param identifier normalized
  public static boolean holds(byte[] row, Identifier identifier) {
    try {
      ByteSource in = PersonLayout.section(PersonLayout.checked(row), PersonLayout.IDENTIFIERS);
      int count = in.count();
      for (int i = 0; i < count; i++) {
        boolean kind = in.one() == identifier.kind().code();
        boolean pending = in.truth();
        String value = in.text();
        if (kind) {
          Identifier held = new Identifier(identifier.kind(), value);
          return !pending && held.normalized().equals(identifier);
        }
      }
      return false;
    } catch (CodecException e) {
      return false;
    }
  }

  /// When the timer of a row rings (epoch ms); never for rows that are cut off.
  public static long timerIn(byte[] row) {
    return row.length < PersonLayout.HEAD
        ? Verdict.NEVER
        : PersonLayout.longAt(row, PersonLayout.TIMER_AT);
  }

  public long catalogVersion() {
    return PersonLayout.longAt(row, PersonLayout.CATALOG_VERSION);
  }

  public long timerAt() {
    return PersonLayout.longAt(row, PersonLayout.TIMER_AT);
  }

  public long createdAt() {
    return PersonLayout.longAt(row, PersonLayout.CREATED_AT);
  }

  /// The value of an attribute; null where there is none or it was removed.
  public @Nullable Value attribute(String name) {
    Attribute attribute = StoredAttributes.of(row).get(name);
    return attribute == null || attribute.isRemoved() ? null : attribute.value();
  }

  public @Nullable String identifier(IdentifierKind kind) {
    ByteSource in = PersonLayout.section(row, PersonLayout.IDENTIFIERS);
    int count = in.count();
    for (int i = 0; i < count; i++) {
      boolean found = in.one() == kind.code();
      in.one();
      String value = in.text();
      if (found) {
        return value;
      }
    }
    return null;
  }

  public boolean isMember(int segment) {
    ByteSource in = PersonLayout.section(row, PersonLayout.MEMBERSHIPS);
    int count = in.count();
    long id = 0;
    for (int i = 0; i < count; i++) {
      id += in.varint();
      int flags = in.one();
      if (id >= segment) {
        return id == segment && (flags & StandingCodec.MEMBER) != 0;
      }
      in.varint();
      if ((flags & StandingCodec.CHANGES) != 0) {
        in.varint();
      }
    }
    return false;
  }

  public long knownSince() {
    return PersonLayout.longAt(row, PersonLayout.KNOWN_SINCE);
  }

  /// The memory of a leaf; [LeafState#NONE] where the person has none.
  public LeafState leaf(long id) {
    ByteSource in = PersonLayout.section(row, PersonLayout.LEAVES);
    int count = in.count();
    for (int i = 0; i < count; i++) {
      if (in.eight() == id) {
        return StandingCodec.leaf(in, createdAt());
      }
      StandingCodec.skipLeaf(in);
    }
    return LeafState.NONE;
  }
}
