package dev.beckon.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.testing.Json;
import dev.beckon.core.value.Value;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of how values compare.
final class ComparisonTest {
  private static final Value.Fields PERSON =
      Json.fields(
          "{plan: Trial, seats: 12, score: 3.5, paid: true, when: 1700000000, text_number: \"0012\","
              + " big: 9007199254740993, iso: \"2026-03-01T00:00:00Z\", tags: [red, Blue],"
              + " cart: {items: [{sku: a, price: 5}, {sku: b, price: 50}]}, a.b: dotted, empty: \"\"}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plan|is|trial|true",
        "plan|is_not|TRIAL|false",
        "plan|contains|RIA|true",
        "plan|contains|x|false",
        "seats|is|12|true",
        "seats|is|\"12\"|true",
        "seats|is|12.0|true",
        "seats|gt|11|true",
        "seats|gt|12|false",
        "seats|gte|12|true",
        "seats|lt|12.5|true",
        "seats|lte|11|false",
        "seats|gt|abc|false",
        "text_number|is|12|true",
        "big|is|9007199254740992|false",
        "big|gt|9007199254740992|true",
        "score|is|3.5|true",
        "paid|is|true|true",
        "paid|is|\"true\"|true",
        "paid|is|1|false",
        "when|lt|\"2026-01-01\"|true",
        "iso|gt|1700000000|true",
        "iso|gte|\"2026-03-01T00:00:00Z\"|true",
        "missing|is|x|false",
        "missing|is_not|x|true",
        "missing|exists|true|false",
        "missing|exists|false|true",
        "empty|exists|true|false",
        "plan|exists|true|true",
        "tags|contains|blue|true",
        "tags[]|is|RED|true",
        "tags[]|is_not|red|false",
        "tags[1]|is|blue|true",
        "tags[2]|exists|true|false",
        "cart.items[].price|gt|40|true",
        "cart.items[0].price|gt|40|false",
        "cart.items[].sku|is_not|c|true",
        "cart.nothing.x|exists|true|false",
        "a.b|is|dotted|true",
      })
  void compares(String field, String word, String operand, boolean holds) {
    Operator operator =
        Arrays.stream(Operator.values())
            .filter(candidate -> candidate.word().equals(word))
            .findFirst()
            .orElseThrow();
    Value value = Objects.requireNonNull(Json.fields("{v: " + operand + "}").get("v"));
    assertThat(new FieldTest(FieldPath.of(field), operator, value).holds(PERSON::get))
        .isEqualTo(holds);
  }
}
