package dev.beckon.core.segment;

import dev.beckon.core.value.Value;

/// A comparison of one field: of a person's attributes, or of an event's data.
///
/// @param field a name, or a path: `a.b`, `list[0].c`, `list[].c` for any element
/// @param operand what to compare with; for EXISTS the truth that is asked for
public record FieldTest(String field, Operator operator, Value operand) {}
