package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Rendering.failure;
import static dev.beckon.delivery.liquid.Rendering.input;
import static dev.beckon.delivery.liquid.Rendering.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a template prints, and when it fails, where the data has nothing (spec: journeys.md,
/// missing data).
final class MissingTest {

  private static final Map<String, Object> VALUES =
      Map.of(
          "customer",
          Map.of("name", "Ann", "orders", List.of(Map.of("id", 1L))),
          "event",
          Map.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ customer.plan }}",
        "{{ customer.plan | upcase }}",
        "{{ customer.address.city }}",
        "{{ customer['plan'] }}",
        "{{ event.total }}",
        "{{ customer.orders[1].id }}",
        "{{ customer.orders[0].total }}",
        "{{ customer.name.first_name }}",
        "{% echo customer.plan %}",
        "{% assign x = customer.plan %}",
        "{% for x in customer.carts %}{% endfor %}",
        "{% for x in customer.orders %}{{ x.total }}{% endfor %}",
        "{{ 'a' | append: customer.plan }}",
        "{% assign c = customer %}{{ c.plan }}",
        "{% cycle customer.plan %}"
      })
  void aMissingAttributeOfAKnownRoot(String source) {
    assertThat(failure(source, input(VALUES)).kind()).isEqualTo(LiquidException.Kind.MISSING);
    assertThat(render(source, input(VALUES).with(Missing.BLANK))).isIn("", "a");
  }

  @Test
  void theErrorNamesTheAttributeAndTheWayOut() {
    assertThat(failure("Hi {{ customer.address.city }}", input(VALUES)))
        .hasMessage(
            "Line 1, column 15: Expected “customer.address.city” to have a value, but there is no “address”."
                + " Give it a fallback, such as {{ customer.address.city | default: \"…\" }}.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{{ customer.plan | default: 'free' }}                            # free",
        "{{ customer.plan | upcase | default: 'free' }}                   # free",
        "{% if customer.plan %}a{% else %}b{% endif %}                    # b",
        "{% if customer.plan == blank %}blank{% endif %}                  # blank",
        "{% if customer.plan == nil %}nil{% endif %}                      # nil",
        "{% if customer.plan.tier > 3 %}a{% else %}b{% endif %}           # b",
        "{% unless customer.plan contains 'x' %}a{% endunless %}          # a",
        "{% case customer.plan %}{% when 'x' %}a{% else %}b{% endcase %}  # b",
        "{% for x in customer.carts %}a{% else %}none{% endfor %}         # none",
        "[{{ trigger.total }}]                                            # []",
        "[{{ trigger }}{{ nothing | upcase }}]                            # []",
        "[{% for x in trigger.items %}a{% endfor %}]                      # []",
      })
  void aFallbackOrAConditionOrAnUnknownRoot(String source, String wanted) {
    assertThat(render(source, VALUES)).isEqualTo(wanted);
  }

  @Test
  void nullIsAValue() {
    var customer = new java.util.HashMap<String, Object>();
    customer.put("plan", null);
    var values = new java.util.HashMap<String, Object>();
    values.put("customer", customer);
    values.put("event", null);
    assertThat(render("[{{ customer.plan }}{{ event.total }}]", values)).isEqualTo("[]");
    assertThat(failure("{{ customer.plan.tier }}", input(values)).kind())
        .isEqualTo(LiquidException.Kind.MISSING);
  }

  @Test
  void aDropIsAskedOnlyForWhatIsPrinted() {
    var asked = new java.util.ArrayList<String>();
    Drop drop =
        name -> {
          asked.add(name);
          return name.equals("name") ? "Ann" : null;
        };
    assertThat(render("{{ customer.name }}", Map.of("customer", drop))).isEqualTo("Ann");
    assertThat(asked).containsOnly("name");
    assertThat(failure("{{ customer.plan }}", input(Map.of("customer", drop))).kind())
        .isEqualTo(LiquidException.Kind.MISSING);
  }

  @Test
  void onlyWhatIsReachedCanBeMissing() {
    var sources =
        Stream.of(
            "{% if false %}{{ customer.plan }}{% endif %}",
            "{% if true or customer.plan %}{% endif %}");
    assertThat(sources.map(source -> render(source, VALUES))).containsOnly("");
  }
}
