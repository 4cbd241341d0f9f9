package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Rendering.failure;
import static dev.beckon.delivery.liquid.Rendering.input;
import static dev.beckon.delivery.liquid.Rendering.render;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every limit, on both sides of its edge, and templates that try to get around them.
@Timeout(60)
final class BudgetTest {

  private static RenderInput within(RenderLimits limits) {
    return input(Map.of("list", List.of(1L, 2L, 3L))).with(limits);
  }

  private static void assertStopped(String source, RenderInput input) {
    assertThat(failure(source, input).kind()).isEqualTo(LiquidException.Kind.BUDGET);
  }

  @Test
  void steps() {
    var three = "{% for i in list %}{{ i }}{% endfor %}";
    assertThat(render(three, within(RenderLimits.STANDARD.withSteps(4)))).isEqualTo("123");
    assertStopped(three, within(RenderLimits.STANDARD.withSteps(3)));
  }

  @Test
  void outputBytes() {
    assertThat(render("aé€😀", within(RenderLimits.STANDARD.withOutputBytes(10)))).hasSize(5);
    assertStopped("aé€😀", within(RenderLimits.STANDARD.withOutputBytes(9)));
  }

  @Test
  void scratchBytes() {
    var twice = "{% capture a %}€€{% endcapture %}{{ a | append: '€' }}";
    assertThat(render(twice, within(RenderLimits.STANDARD.withScratchBytes(15)))).isEqualTo("€€€");
    assertStopped(twice, within(RenderLimits.STANDARD.withScratchBytes(14)));
  }

  @Test
  void nestingOfBlocks() {
    var two = "{% if true %}{% if true %}x{% endif %}{% endif %}";
    assertThat(render(two, within(RenderLimits.STANDARD.withNesting(3)))).isEqualTo("x");
    assertStopped(two, within(RenderLimits.STANDARD.withNesting(2)));
  }

  @Test
  void rangeItems() {
    var five = "{% for i in (1..5) %}{{ i }}{% endfor %}";
    assertThat(render(five, within(RenderLimits.STANDARD.withRangeItems(5)))).isEqualTo("12345");
    assertStopped(five, within(RenderLimits.STANDARD.withRangeItems(4)));
    assertThat(
            render(
                "{% for i in (1..9999999) limit: 2 %}{{ i }}{% endfor %}",
                within(RenderLimits.STANDARD.withRangeItems(2))))
        .isEqualTo("12");
  }

  @Test
  void sourceCharacters() {
    var longest = "x".repeat(Template.SOURCE_CHARACTERS_MAX);
    assertThat(render(longest)).hasSize(Template.SOURCE_CHARACTERS_MAX);
    assertThat(failure(longest + "x").kind()).isEqualTo(LiquidException.Kind.SYNTAX);
  }

  @Test
  void limitsThemselves() {
    assertThat(RenderLimits.STANDARD.withNesting(500).nestingMax()).isEqualTo(500);
    assertThatThrownBy(() -> RenderLimits.STANDARD.withNesting(501))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Expected nestingMax");
    assertThatThrownBy(() -> RenderLimits.STANDARD.withSteps(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPartialThatIncludesItself() {
    var partials = new HashMap<String, Template>();
    PartialSource source = name -> Optional.ofNullable(partials.get(name));
    partials.put("a", Template.parse("a", "{% include 'a' %}", Dialect.messages()));
    partials.put("b", Template.parse("b", "{% render 'b' %}", Dialect.messages()));
    assertStopped("{% include 'a' %}", input(Map.of()).with(source));
    assertStopped("{% render 'b' %}", input(Map.of()).with(source));
    assertStopped("{% render_liquid a %}", input(Map.of("a", "{% render_liquid a %}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% for a in (1..10000) %}{% for b in (1..10000) %}{% for c in (1..10000) %}{% endfor %}{% endfor %}{% endfor %}",
        "{% assign a = 'x' %}{% for i in (1..100) %}{% assign a = a | append: a %}{% endfor %}",
        "{% assign a = 'x' %}{% for i in (1..100) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}",
        "{% assign a = list %}{% for i in (1..100) %}{% assign a = a | concat: a %}{% endfor %}",
        "{% assign a = list %}{% for i in (1..90) %}{% assign b = list | push: a %}{% assign a = b | push: a %}{% endfor %}{{ a | join: '' }}",
        "{% assign a = list %}{% for i in (1..90) %}{% assign b = list | push: a %}{% assign a = b | push: a %}{% endfor %}{{ a | upcase }}",
        "{% assign a = list %}{% for i in (1..90) %}{% assign b = list | push: a %}{% assign a = b | push: a %}{% endfor %}{{ a | json }}",
        "{% assign a = list %}{% assign c = list %}{% for i in (1..90) %}{% assign b = list | push: a %}{% assign a = b | push: a %}{% assign d = list | push: c %}{% assign c = d | push: c %}{% endfor %}{% if a == c %}same{% endif %}",
        "{% assign a = list %}{% for i in (1..9000) %}{% assign a = list | push: a %}{% endfor %}{{ a }}",
        "{% assign a = 'x' %}{% for i in (1..20) %}{% assign a = a | append: a %}{% endfor %}{{ a | replace: 'x', a }}",
        "{% assign a = 'x' %}{% for i in (1..20) %}{% assign a = a | append: a %}{% endfor %}{% assign b = a | append: 'y' %}{% if a contains b %}{% endif %}",
        "{% assign a = 'x' %}{% for i in (1..20) %}{% assign a = a | append: a %}{% endfor %}{{ a | split: '' | join: a }}",
        "{{ (1..9999999999) | join }}",
        "{% for i in (1..10000) %}{{ 'now' | date: '%100Y%100Y%100Y%100Y%100Y%100Y%100Y%100Y' }}{% endfor %}",
      })
  void templatesThatNeverEnd(String source) {
    assertStopped(source, input(Map.of("list", List.of("x"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% assign a = 7 %}{% for i in (1..64) %}{% assign a = a | times: a %}{% endfor %}",
        "{% assign a = 7.5 %}{% for i in (1..64) %}{% assign a = a | times: a %}{% endfor %}",
        "{{ '1e999999999' | plus: 1 }}{{ huge | plus: 1 }}",
      })
  void numbersThatGrowWithoutEnd(String source) {
    var huge = Map.of("huge", new java.math.BigDecimal("1e999999999"));
    assertThat(failure(source, input(huge)).kind()).isEqualTo(LiquidException.Kind.VALUE);
  }

  @Test
  void hugeArgumentsDoNoHarm() {
    assertThat(render("{{ 1.5 | round: 999999999 }}{{ 'a' | truncate: 999999999 }}"))
        .isEqualTo("1.5a");
    assertThat(render("{{ 'now' | date: '%999999999Y' }}")).hasSize(100).endsWith("2026");
  }
}
