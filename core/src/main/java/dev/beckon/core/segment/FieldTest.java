package dev.beckon.core.segment;

import dev.beckon.core.value.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A comparison of one field: of a person's attributes, or of an event's data.
///
/// @param operand what to compare with; for EXISTS the truth that is asked for
public record FieldTest(FieldPath field, Operator operator, Value operand) {

  /// Whether the test holds; a negative operator asks that no value found is the operand.
  ///
  /// @param root gives the top-level field of a name, or null
  public boolean holds(Function<String, @Nullable Value> root) {
    return switch (operator) {
      case EXISTS -> field.any(root, value -> !value.isBlank()) == wantsExistence();
      case IS_NOT -> !field.any(root, value -> Comparison.same(value, operand));
      case IS -> field.any(root, value -> Comparison.same(value, operand));
      case CONTAINS -> field.any(root, value -> Comparison.contains(value, operand));
      case GT, GTE, LT, LTE ->
          field.any(root, value -> Comparison.ordered(value, operator, operand));
    };
  }

  /// What is there, in words; for explaining.
  public String found(Function<String, @Nullable Value> root) {
    StringBuilder out = new StringBuilder();
    boolean any =
        field.any(
            root,
            value -> {
              out.append(out.isEmpty() ? "" : ", ").append(value.asText());
              return false;
            });
    return any || !out.isEmpty() ? out.toString() : "nothing";
  }

  /// The test in words, such as `plan_type is trial`.
  public String words() {
    return switch (operator) {
      case EXISTS -> field.text() + (wantsExistence() ? " exists" : " does not exist");
      case IS -> field.text() + " is " + operand.asText();
      case IS_NOT -> field.text() + " is not " + operand.asText();
      case CONTAINS -> field.text() + " contains " + operand.asText();
      case GT -> field.text() + " is greater than " + operand.asText();
      case GTE -> field.text() + " is at least " + operand.asText();
      case LT -> field.text() + " is less than " + operand.asText();
      case LTE -> field.text() + " is at most " + operand.asText();
    };
  }

  private boolean wantsExistence() {
    return !(operand instanceof Value.Truth truth) || truth.truth();
  }
}
