package dev.beckon.engine.codec;

import dev.beckon.core.person.Attribute;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Attributes as a person's row holds them, read only as far as somebody asks; immutable.
///
/// Most inputs look at a few attributes and change none, so most rows give theirs on as they are.
final class StoredAttributes extends AbstractMap<String, Attribute>
    implements SequencedMap<String, Attribute> {
  private final byte[] row;
  private final int from;
  private final int to;
  private final long base;
  private @Nullable SequencedMap<String, Attribute> read;

  private StoredAttributes(byte[] row, int from, int to, long base) {
    this.row = row;
    this.from = from;
    this.to = to;
    this.base = base;
  }

  /// @throws CodecException if the row is damaged
  static StoredAttributes of(byte[] row) {
    StoredAttributes attributes =
        new StoredAttributes(
            row,
            PersonLayout.startOf(row, PersonLayout.ATTRIBUTES),
            PersonLayout.endOf(row, PersonLayout.ATTRIBUTES),
            PersonLayout.longAt(row, PersonLayout.CREATED_AT));
    attributes.source().count();
    return attributes;
  }

  /// Writes them into another row.
  ///
  /// @param base the time that the other row's times count from
  /// @return whether it is that of this row, so that it could be done
  boolean copyTo(ByteSink out, long base) {
    if (base != this.base) {
      return false;
    }
    out.append(row, from, to);
    return true;
  }

  @Override
  public int size() {
    return source().count();
  }

  @Override
  public @Nullable Attribute get(@Nullable Object name) {
    if (read != null || !(name instanceof String text)) {
      return all().get(name);
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    ByteSource in = source();
    for (int left = in.count(); left > 0; left--) {
      boolean found = in.textIs(utf8);
      int length = in.count();
      if (found) {
        return attribute(in, base);
      }
      in.skip(length);
    }
    return null;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Map.Entry<String, Attribute>> entrySet() {
    return all().entrySet();
  }

  @Override
  public SequencedMap<String, Attribute> reversed() {
    return all().reversed();
  }

  private SequencedMap<String, Attribute> all() {
    if (read == null) {
      ByteSource in = source();
      int count = in.count();
      LinkedHashMap<String, Attribute> attributes = LinkedHashMap.newLinkedHashMap(count);
      for (int i = 0; i < count; i++) {
        String name = in.text();
        in.count();
        attributes.put(name, attribute(in, base));
      }
      read = Collections.unmodifiableSequencedMap(attributes);
    }
    return read;
  }

  private static Attribute attribute(ByteSource in, long base) {
    long setAt = base + in.signed();
    return new Attribute(ValueCodec.read(in), setAt);
  }

  private ByteSource source() {
    return new ByteSource(row, from, to);
  }
}
