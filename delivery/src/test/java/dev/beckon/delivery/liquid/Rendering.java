package dev.beckon.delivery.liquid;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Short ways to render in tests, in the language of messages, at a fixed moment.
final class Rendering {

  static final Instant NOW = Instant.parse("2026-03-14T15:09:26Z");

  private Rendering() {}

  static RenderInput input(Map<String, ? extends @Nullable Object> values) {
    return RenderInput.of(values, NOW);
  }

  static String render(String source) {
    return render(source, Map.of());
  }

  static String render(String source, Map<String, ? extends @Nullable Object> values) {
    return render(source, input(values));
  }

  static String render(String source, RenderInput input) {
    return Template.parse(source, Dialect.messages()).render(input);
  }

  static String standard(String source, Map<String, ? extends @Nullable Object> values) {
    return Template.parse(source, Dialect.standard()).render(input(values).with(Missing.BLANK));
  }

  static LiquidException failure(String source, RenderInput input) {
    return Objects.requireNonNull(
        catchThrowableOfType(LiquidException.class, () -> render(source, input)));
  }

  static LiquidException failure(String source) {
    return failure(source, input(Map.of()));
  }
}
