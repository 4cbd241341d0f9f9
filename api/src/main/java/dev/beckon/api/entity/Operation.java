package dev.beckon.api.entity;

import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// One operation as it came.
record Operation(Value.Fields body) {

  /// @throws Fault.Thrown if it is no object
  static Operation of(Value value) {
    if (value instanceof Value.Fields fields) {
      return new Operation(fields);
    }
    throw new Fault("invalid", null, "Expected an operation as an object.").thrown();
  }

  String type() {
    return required("type");
  }

  String action() {
    return required("action");
  }

  private String required(String field) {
    if (body.get(field) instanceof Value.Text(String text) && !text.isBlank()) {
      return text.strip();
    }
    throw Fault.required(field).thrown();
  }

  @Nullable Value get(String field) {
    return body.get(field);
  }

  /// The object in a field; empty when it is absent or null.
  Value.Fields fields(String field) {
    return switch (body.get(field)) {
      case Value.Fields fields -> fields;
      case Value.Nothing _ -> Value.Fields.EMPTY;
      case null -> Value.Fields.EMPTY;
      case Value.Truth _, Value.Whole _, Value.Decimal _, Value.Text _, Value.Items _ ->
          throw Fault.invalid(field, "Expected " + field + " as an object.").thrown();
    };
  }

  /// The one name under `identifiers`, or under another field.
  Name name(String field) {
    Value.Fields identifiers = fields(field);
    if (identifiers.fields().isEmpty()) {
      throw Fault.required(field).thrown();
    }
    if (identifiers.fields().size() > 1) {
      throw Fault.invalid(field, "Expected exactly one identifier, but got several.").thrown();
    }
    var entry = identifiers.fields().firstEntry();
    return new Name(field, entry.getKey(), entry.getValue().asText().strip());
  }

  /// How a person, or a delivery, is named.
  ///
  /// @param field where it stands
  record Name(String field, String kind, String value) {}
}
