package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Rendering.failure;
import static dev.beckon.delivery.liquid.Rendering.input;
import static dev.beckon.delivery.liquid.Rendering.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The filters and tags of messages (spec: journeys.md, Liquid).
final class MessagesTest {

  private static final Map<String, Object> VALUES =
      Map.of(
          "items",
          List.of(
              Map.of("name", "Hat", "price", 12.5, "kind", "wear", "sold", true),
              Map.of("name", "Mug", "price", 8L, "kind", "home"),
              Map.of("name", "Coat", "price", 99L, "kind", "wear")),
          "mixed",
          new ArrayList<Object>(java.util.Arrays.asList("b", 3L, null, "a", 1L)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "{{ 'the GREAT escape' | titlecase }}                          # The Great Escape",
        "{{ ' a   b ' | normalize_whitespace }}                        # a b",
        "{{ 'Héllo, Wörld! 2' | slugify }}                             # héllo-wörld-2",
        "{{ 1 | pluralize: 'item', 'items' }}                          # item",
        "{{ 2 | pluralize: 'item', 'items' }} {{ 0 | pluralize: 'x' }} # items xs",
        "{{ 'a b  c' | number_of_words }}                              # 3",
        "{{ 'a,b,c' | split: ',' | array_to_sentence_string }}         # a, b, and c",
        "{{ 'a,b' | split: ',' | array_to_sentence_string: 'or' }}     # a or b",
        "{{ 'abc' | contains: 'b' }} {{ mixed | contains: 3 }}         # true true",
        "{{ 'aXbX' | remove_last: 'X' }} {{ 'x' | remove_first: 'x' }} # aXb",
        "{{ mixed | remove: 3 | join: '-' }}                           # b--a-1",
        "{{ '<a href=\"x\">' | xml_escape }}                           # &lt;a href=&quot;x&quot;&gt;",
        "{{ 'a b/c?ü' | cgi_escape }}                                  # a+b%2Fc%3F%C3%BC",
        "{{ 'a b/c?ü' | uri_escape }}                                  # a%20b/c?%C3%BC",
        "{{ 'abc' | base64 }} {{ '616263' | hex_base64 }}              # YWJj YWJj",
        "{{ 'abc' | md5 }}                                             # 900150983cd24fb0d6963f7d28e17f72",
        "{{ 'abc' | sha1 }}                                            # a9993e364706816aba3e25717850c26c9cd0d89d",
        "{{ 'abc' | sha256 | truncate: 16, '' }}                       # ba7816bf8f01cfea",
        "{{ 'abc' | hmac_sha1: 'key' }}                                # 4fd0b215276ef12f2b3e4c8ecac2811498b656fc",
        "{{ 'abc' | hmac_sha256: 'key' | truncate: 16, '' }}           # 9c196e32dc0175f8",
        "{{ 1234567.891 | format_number }}                             # 1,234,567.891",
        "{{ 1234567.891 | format_number: 'de' }}                       # 1.234.567,891",
        "{{ 10.5 | currency }} {{ 10.5 | currency: 'en-US', 'EUR' }}   # $10.50 €10.50",
        "{{ 10.5 | currency: 'GBP' }} {{ 1000 | currency: 'en-GB' }}   # £10.50 £1,000.00",
        "{{ 10.5 | rounded_currency }}                                 # $11",
        "{{ 5 | divided_by: 2 }} {{ 6 | divided_by: 2 }} {{ 5.0 }}     # 2.5 3 5",
        "{{ 5.0 | times: 2 }} {{ -7 | modulo: 3 }}                     # 10 2",
        "{{ mixed | sort | join: ',' }}                                # 1,3,a,b,",
        "{{ items | where_exp: 'i', 'i.price > 10' | map: 'name' | join }}    # Hat Coat",
        "{{ items | find_exp: 'i', 'i.name contains \"u\"' | json }}   # {\"price\":8,\"name\":\"Mug\",\"kind\":\"home\"}",
        "{{ items | where_not: 'kind', 'wear' | map: 'name' | join }}  # Mug",
        "{% assign g = items | group_by: 'kind' %}{% for x in g %}{{ x.name }}:{{ x.size }}{{ x.items[0].name }} {% endfor %} # wear:2Hat home:1Mug",
        "{% assign g = items | group_by_exp: 'i', 'i.price | at_least: 50' %}{% for x in g %}{{ x.name }}={{ x.size }} {% endfor %} # 50=2 99=1",
        "{{ '[1,1,\"a\",\"a\"]' | json_array_uniq | json }}             # [1,\"a\"]",
        "{{ 'a,b,c' | split: ',' | limit: 2 | join }}                  # a b",
        "{{ 'a,b' | split: ',' | push: 'c' | unshift: 'z' | join }}    # z a b c",
        "{{ 'a,b,c' | split: ',' | pop | shift | join }}               # b",
        "{{ '{\"a\":[1,2.5,null,true,\"x\\u0041\"]}' | from_json | json }} # {\"a\":[1,2.5,null,true,\"xA\"]}",
        "{% if '10' > 9 %}more{% endif %} {{ items.1.name }}           # more Mug",
        "{% for i in items limit: 2 reversed %}{{ i.name }}{% endfor %} # MugHat",
        "{{ items | sum: 'price' }}                                    # 119.5",
      })
  void filters(String source, String wanted) {
    assertThat(render(source, sorted(VALUES)).strip()).isEqualTo(wanted.strip());
  }

  /// The same values with the keys of each item in a fixed order.
  private static Map<String, Object> sorted(Map<String, Object> values) {
    var sorted = new java.util.HashMap<>(values);
    var items = (Collection<?>) values.get("items");
    var ordered = new ArrayList<Object>();
    for (var item : items == null ? List.of() : items) {
      var keys =
          new java.util.TreeMap<Object, Object>(
              java.util.Comparator.comparing(Object::toString).reversed());
      keys.putAll((Map<?, ?>) item);
      ordered.add(keys);
    }
    sorted.put("items", ordered);
    return sorted;
  }

  @Test
  void jsonWithIndent() {
    assertThat(render("{{ a | json: 2 }}", Map.of("a", Map.of("b", List.of(1L, List.of())))))
        .isEqualTo("{\n  \"b\": [\n    1,\n    []\n  ]\n}");
  }

  @Test
  void chanceComesFromTheSeed() {
    var source = "{% random 1000 %} {{ 1000 | random }} {% generate_uuid %}";
    var first = render(source, input(Map.of()).withSeed(7));
    assertThat(render(source, input(Map.of()).withSeed(7))).isEqualTo(first);
    assertThat(render(source, input(Map.of()).withSeed(8))).isNotEqualTo(first);
    var uuid = UUID.fromString(first.substring(first.lastIndexOf(' ') + 1));
    assertThat(uuid.version()).isEqualTo(4);
    assertThat(uuid.variant()).isEqualTo(2);
  }

  @Test
  void randomCoversItsRange() {
    var drawn =
        java.util.stream.IntStream.range(0, 200)
            .mapToObj(seed -> render("{% random 3 %}", input(Map.of()).withSeed(seed)))
            .collect(Collectors.toSet());
    assertThat(drawn).containsExactlyInAnyOrder("0", "1", "2");
  }

  @Test
  void renderLiquidSeesTheVariablesAndKeepsToTheBudget() {
    assertThat(render("{% render_liquid a %}", Map.of("a", "{{ b | upcase }}", "b", "x")))
        .isEqualTo("X");
    assertThat(failure("{% render_liquid a %}", input(Map.of("a", "{{ b"))).template())
        .contains("render_liquid");
  }

  @Test
  void nowIsTheMomentOfTheInputInItsZone() {
    var source = "{{ 'now' | date: '%F %T %z' }}";
    assertThat(render(source)).isEqualTo("2026-03-14 15:09:26 +0000");
    assertThat(render(source, input(Map.of()).with(ZoneId.of("Asia/Kolkata"))))
        .isEqualTo("2026-03-14 20:39:26 +0530");
  }

  @Test
  void letterCaseDoesNotDependOnTheMachine() {
    assertThat(Locale.getDefault().getLanguage()).isEqualTo("tr");
    assertThat(render("{{ 'title' | upcase }}{{ 'TITLE' | downcase }}{{ 'iI' | capitalize }}"))
        .isEqualTo("TITLEtitleIi");
  }
}
