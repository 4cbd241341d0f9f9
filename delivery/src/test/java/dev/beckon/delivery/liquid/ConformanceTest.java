package dev.beckon.delivery.liquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The public conformance cases of the language, each as a test.
final class ConformanceTest {

  /// Cases in which Beckon differs on purpose, with the reason.
  private static final Map<String, String> DIFFERENT =
      Map.of(
          "tags, case, unexpected when token",
          "“and” between the values of a when is refused, as the stricter twin of this case wants");

  @TestFactory
  List<DynamicTest> behavesAsThePublicCasesSay() {
    return cases().stream()
        .filter(each -> !DIFFERENT.containsKey(each.name()))
        .map(each -> dynamicTest(each.name(), () -> assertThat(each.outcome()).isIn(each.wanted())))
        .toList();
  }

  @Test
  void theListOfDifferencesIsUpToDate() {
    var names = new HashSet<String>();
    for (var each : cases()) {
      names.add(each.name());
      if (DIFFERENT.containsKey(each.name())) {
        assertThat(each.outcome()).as(each.name()).isNotIn(each.wanted());
      }
    }
    assertThat(names).hasSize(557).containsAll(DIFFERENT.keySet());
  }

  private record Case(Map<?, ?> json) {

    private static final Optional<String> INVALID = Optional.empty();

    String name() {
      return text("name");
    }

    private String text(String key) {
      return Objects.requireNonNull((String) json.get(key));
    }

    List<Optional<String>> wanted() {
      if (json.containsKey("invalid")) {
        return List.of(INVALID);
      }
      return json.get("results") instanceof List<?> any
          ? any.stream().map(result -> Optional.of((String) result)).toList()
          : List.of(Optional.of(text("result")));
    }

    Optional<String> outcome() {
      try {
        var input =
            RenderInput.of(values("data"), Instant.EPOCH).with(Missing.BLANK).with(partials());
        return Optional.of(Template.parse(text("template"), Dialect.standard()).render(input));
      } catch (LiquidException _) {
        return INVALID;
      }
    }

    private PartialSource partials() {
      var sources = values("templates");
      return name ->
          Optional.ofNullable((String) sources.get(name))
              .map(source -> Template.parse(name, source, Dialect.standard()));
    }

    private Map<String, @Nullable Object> values(String key) {
      var values = new HashMap<String, @Nullable Object>();
      if (json.get(key) instanceof Map<?, ?> map) {
        map.forEach((name, value) -> values.put((String) name, value));
      }
      return values;
    }
  }

  private static List<Case> cases() {
    var file = ConformanceTest.class.getResourceAsStream("liquid-conformance.json");
    try (var stream = Objects.requireNonNull(file)) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var json = (Map<?, ?>) JsonReader.read(text, new Budget(RenderLimits.STANDARD));
      return ((List<?>) Objects.requireNonNull(Objects.requireNonNull(json).get("tests")))
          .stream().map(each -> new Case((Map<?, ?>) each)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
