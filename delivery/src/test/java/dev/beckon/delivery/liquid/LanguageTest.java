package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Rendering.input;
import static dev.beckon.delivery.liquid.Rendering.standard;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Corners of the standard language that the public cases leave open.
final class LanguageTest {

  private static final Map<String, Object> VALUES =
      Map.of(
          "list",
          List.of(1L, 2L, 3L),
          "nest",
          List.of(List.of(1L, 2L), List.of(3L)),
          "n",
          5L,
          "map",
          Map.of("k", "v"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a{% break %}b#a",
        "{% for i in list %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}c#13c",
        "{% for i in (1..6) reversed limit: 2 offset: 1 %}{{ i }}{% endfor %}#32",
        "{% for i in list %}{% assign i = 9 %}{{ i }}{% endfor %}{{ i }}#1239",
        "{% assign n = 7 %}{% increment n %}{{ n }}#57",
        "{% increment n %}{{ n }}{% decrement n %}#565",
        "{{ (1..5) }}|{{ nest }}|{{ map }}#1..5|123|{\"k\"=>\"v\"}",
        "{{ nest | first | join: '-' }}{{ nest | join: '-' }}#1-21-2-3",
        "{% if empty == empty %}a{% endif %}{% if ' ' == blank %}b{% endif %}{% if 0 == blank %}c{% endif %}#b",
        "{% if (1..3) contains 2 and map contains 'k' and 'a1' contains 1 %}yes{% endif %}#yes",
        "{% if nil <= 1 or true < false or list < list %}a{% else %}b{% endif %}#b",
        "{{ 10.1 | divided_by: 7 }} {{ 10 | divided_by: -3 }} {{ -10 | modulo: 3 }}#1.4428571428571428 -4 2",
        "{{ 9223372036854775807 | plus: 1 }} {{ 0.1 | plus: 0.2 }}#9223372036854775808 0.3",
        "{{ 'héllo 😀!' | size }} {{ 'a😀b' | slice: 1 }} {{ '😀😀😀' | truncate: 2, '' }}#8 😀 😀😀",
        "{{ list[-1] }}{{ list['0'] }}{{ list[\"first\"] }}{{ list.first }}{{ map['k'] }}{{ map.size }}#31v1",
        "{{ \"}}\" }}{{ '{%' }}#}}{%",
        "{% comment %}{% if %}{{ {% endcomment %}x#x",
        "{% raw %}{{ {% {% endraw %}x#{{ {% x",
        "{%- raw -%}  b  {%- endraw -%}  c#  b  c",
        "{% cycle list, n %}{% cycle list, n %}#1235",
        "{% tablerow i in nothing %}x{% endtablerow %}#",
      })
  void renders(String source, String wanted) {
    assertThat(standard(source, VALUES)).isEqualTo(wanted == null ? "" : wanted);
  }

  @Test
  void theTwoDialectsDiffer() {
    assertThat(standard("{{ 5.0 }}{{ 5 | divided_by: 2 }}", VALUES)).isEqualTo("5.02");
    assertThat(Rendering.render("{{ 5.0 }} {{ 5 | divided_by: 2 }}")).isEqualTo("5 2.5");
  }

  @Test
  void renderIsIsolatedAndIncludeIsNot() {
    var partial = Template.parse("{{ n }}{{ x }}{% assign y = 'y' %}", Dialect.standard());
    var input = input(VALUES).with((PartialSource) _ -> Optional.of(partial)).with(Missing.BLANK);
    var render =
        Template.parse(
            "{% assign y = 1 %}{% render 'p', x: 2 %}{{ y }}{{ x }}", Dialect.standard());
    var include = Template.parse("{% include 'p', x: 2 %}{{ y }}{{ x }}", Dialect.standard());
    assertThat(render.render(input)).isEqualTo("21");
    assertThat(include.render(input)).isEqualTo("52y");
  }
}
