package dev.beckon.core.person;

import dev.beckon.core.value.Value;

/// What is known of a person under one name, and the logical time at which it was set (epoch ms).
///
/// A removed attribute stays as [Value.Nothing] with its time, so that a late, older write cannot
/// bring it back (spec: data-in.md, 5.3: the last writer wins per attribute).
public record Attribute(Value value, long setAt) {
  public boolean isRemoved() {
    return value instanceof Value.Nothing;
  }
}
