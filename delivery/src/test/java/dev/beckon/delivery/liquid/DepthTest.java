package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Rendering.failure;
import static dev.beckon.delivery.liquid.Rendering.render;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Deep and large templates: refused or rendered, but never a stack overflow and never quadratic.
@Timeout(60)
final class DepthTest {

  private static String nested(int depth) {
    return "{% if true %}".repeat(depth) + "x" + "{% endif %}".repeat(depth);
  }

  @Test
  void blocks() {
    assertThat(render(nested(99))).isEqualTo("x");
    assertThat(failure(nested(101)).kind()).isEqualTo(LiquidException.Kind.SYNTAX);
    assertThat(failure(nested(50_000)).problem()).startsWith("Expected at most 100 blocks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "a[", "(1..", "a[b."})
  void brackets(String bracket) {
    var problem = failure("{{ " + bracket.repeat(100_000) + " }}").problem();
    assertThat(problem).startsWith("Expected at most 50 brackets");
  }

  @Test
  void bracketsAtTheEdge() {
    var fifty = "{{ " + "a[".repeat(50) + "1" + "]".repeat(50) + " }}";
    assertThat(render(fifty)).isEmpty();
    assertThat(failure(fifty.replace("1", "a[1]")).problem())
        .startsWith("Expected at most 50 brackets");
  }

  @Test
  void liquidTagsInsideOfLiquidTags() {
    assertThat(failure("{% " + "liquid ".repeat(50_000) + "%}").problem())
        .startsWith("Expected at most 100 liquid");
  }

  @Test
  void longChainsAreNotNested() {
    assertThat(render("{% if false " + "or false ".repeat(50_000) + "or true %}x{% endif %}"))
        .isEqualTo("x");
    assertThat(render("{{ 'a' " + "| upcase ".repeat(50_000) + "}}")).isEqualTo("A");
    assertThat(
            render(
                "{% if false %}" + "{% elsif false %}".repeat(50_000) + "{% else %}x{% endif %}"))
        .isEqualTo("x");
    assertThat(render("{{ a" + ".b".repeat(50_000) + " }}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ customer.name | default: 'friend' }} and some text, ",
        "{% if a %}b{% endif %}\n",
        "{% comment %}{% endcomment %}",
        "{%- raw -%} {{ {%- endraw -%}   ",
        "   {{- a -}}   ",
        "{% # comment %}",
        "{ % } ",
        "'\" ",
      })
  void oneMegabyteIsReadInOnePass(String part) {
    var source = part.repeat(1_000_000 / part.length());
    assertThat(Template.parse(source, Dialect.messages()).usage()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{%",
        "{{",
        "{{ '",
        "{{ \"",
        "{% raw %}",
        "{% comment %}",
        "{% comment %}{% raw %}",
        "{%#\n",
        "{% doc %}{%",
        "{% liquid\n",
        "{% if '",
        "{{ a | ",
        "{% comment %}{%"
      })
  void oneMegabyteOfNonsenseIsRefusedAtOnce(String part) {
    var source = part.repeat(1_000_000 / part.length());
    assertThat(failure(source).kind()).isEqualTo(LiquidException.Kind.SYNTAX);
  }

  @Test
  void aCommentOfManyLines() {
    assertThat(render("{% #" + "\n".repeat(1_000_000) + "%}x")).isEqualTo("x");
    assertThat(render("{% comment %}" + "{%".repeat(400_000) + "%}{% endcomment %}x"))
        .isEqualTo("x");
  }
}
