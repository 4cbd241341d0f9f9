package dev.beckon.api.entity;

import dev.beckon.api.http.Refusal;
import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// What is wrong with one operation, in the protocol's own shape.
///
/// @param reason `required` or `invalid`
/// @param field the field that is wrong, or null
record Fault(String reason, @Nullable String field, String message) {

  static Fault required(String field) {
    return new Fault("required", field, "Expected " + field + ", but it is missing.");
  }

  static Fault invalid(String field, String message) {
    return new Fault("invalid", field, message);
  }

  static Fault of(Refusal refusal) {
    String field = refusal.flaws().isEmpty() ? null : refusal.flaws().getFirst().pointer();
    return new Fault("invalid", field, refusal.detail());
  }

  Value.Fields json() {
    Value.Fields json = Value.Fields.EMPTY.with("reason", Value.of(reason));
    if (field != null) {
      json = json.with("field", Value.of(field));
    }
    return json.with("message", Value.of(message));
  }

  /// Ends the reading of an operation.
  static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    Thrown(Fault fault) {
      super(fault.message(), null, false, false);
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }
  }

  RuntimeException thrown() {
    return new Thrown(this);
  }
}
