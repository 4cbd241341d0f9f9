package dev.beckon.delivery.liquid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.delivery.liquid.Usage.Mention;
import dev.beckon.delivery.liquid.Usage.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a template says of itself before it renders.
final class UsageTest {

  private static Usage usage(String source) {
    return Template.parse(source, Dialect.messages()).usage();
  }

  @Test
  void variablesWithTheirPlaces() {
    assertThat(
            usage("Hi {{ customer.name }},\n{{ event[\"order id\"].lines[0].sku | default: 'x' }}")
                .variables())
        .containsExactly(
            new Variable("customer", List.of("name"), "customer.name", 1, 7, false, false),
            new Variable(
                "event",
                List.of("order id", "lines"),
                "event[\"order id\"].lines[0].sku",
                2,
                4,
                true,
                false));
  }

  @Test
  void whatMayBeMissing() {
    assertThat(
            usage(
                    "{{ a.x | default: b.x }}{% if c.x == d.x %}{% endif %}{% case e.x %}{% endcase %}"
                        + "{% for i in f.x %}{% else %}{% endfor %}{% for i in g.x %}{% endfor %}")
                .variables())
        .extracting(Variable::root, Variable::fallback)
        .containsExactly(
            tuple("a", true),
            tuple("b", false),
            tuple("c", true),
            tuple("d", true),
            tuple("e", true),
            tuple("f", true),
            tuple("g", false));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  @Test
  void whatTheTemplateItselfNames() {
    assertThat(
            usage(
                    "{{ x }}{% assign x = 1 %}{{ x }}{% for i in list %}{{ i.a }}{{ forloop.index }}{% endfor %}{{ i.b }}"
                        + "{% capture y %}{% endcapture %}{{ y }}{% liquid\necho z\nassign z = 1\necho z %}")
                .variables())
        .extracting(Variable::text, Variable::local)
        .containsExactly(
            tuple("x", false),
            tuple("x", true),
            tuple("list", false),
            tuple("i.a", true),
            tuple("forloop.index", true),
            tuple("i.b", false),
            tuple("y", true),
            tuple("z", false),
            tuple("z", true));
  }

  @Test
  void tagsFiltersAndPartials() {
    var usage =
        usage(
            "{% if a %}{{ a | upcase | append: b }}{% endif %}\n {% render 'footer', c: d %}{% include e %}");
    assertThat(usage.tags())
        .containsExactly(
            new Mention("if", 1, 1), new Mention("render", 2, 2), new Mention("include", 2, 29));
    assertThat(usage.filters())
        .containsExactly(new Mention("upcase", 1, 18), new Mention("append", 1, 27));
    assertThat(usage.partials()).containsExactly(new Mention("footer", 2, 12));
    assertThat(usage.variables())
        .extracting(Variable::root)
        .containsExactly("a", "a", "b", "d", "e");
  }
}
