package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Rendering.failure;
import static dev.beckon.delivery.liquid.Rendering.input;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Errors say where it is, what was expected and what to do.
final class ErrorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "Hello {{ name                         # 1  # 7  # Expected “}}” to close “{{”, but the template ends first. Add the two braces.",
        "a~n{% if x                            # 2  # 1  # Expected “%}” to close “{%”, but the template ends first. Add the closing “%}”.",
        "a~n~n  {% if x %}b                    # 3  # 3  # Expected {% endif %} to close {% if %}, but the template ends first.",
        "{% if x %}{% endfor %}                # 1  # 11 # Expected {% endif %} to close {% if %} first, but found {% endfor %}.",
        "x {% endif %}                         # 1  # 3  # Expected no {% endif %} here, but found one outside of any block. Remove it or add the tag that opens it.",
        "{% elseif x %}                        # 1  # 1  # Expected a known tag, but found “elseif”. Did you mean “elsif”?",
        "{% asign x = 1 %}                     # 1  # 1  # Expected a known tag, but found “asign”. Did you mean “assign”?",
        "{{ x | upcas }}                       # 1  # 8  # Expected a known filter, but found “upcas”. Did you mean “upcase”?",
        "{{ x | append }}                      # 1  # 8  # Expected the filter “append” to have 1 argument, but it has 0. Write them behind a colon: append: …",
        "{{ x | date: 1, 2, 3 }}               # 1  # 8  # Expected the filter “date” to have 0 to 2 arguments, but it has 3.",
        "{{ x | upcase: a: 1 }}                # 1  # 8  # Expected no argument “a” for the filter “upcase”, but found one. Remove it or put the name in quotes.",
        "{% if x = 1 %}{% endif %}             # 1  # 9  # Expected the end here, but found “=”. Compare with “==”.",
        "{% if x && y %}{% endif %}            # 1  # 9  # Expected the end here, but found “&”. Join conditions with “and” or “or”.",
        "{% if x | size > 1 %}{% endif %}      # 1  # 9  # Expected the end here, but found “|”. Filters do not work in conditions: put the value into a variable with {% assign %} first.",
        "{% if x %}{% else if y %}{% endif %}  # 1  # 11 # Expected nothing after “else”, but found a condition. Write {% elsif … %} instead.",
        "{% for x of y %}{% endfor %}          # 1  # 10 # Expected “in”, as in {% for item in items %}, but found “of”.",
        "{{ 'abc }}                            # 1  # 4  # Expected a closing ' for this text, but found none. Add it behind the text.",
        "{{ a b }}                             # 1  # 6  # Expected the end here, but found “b”. Put filters behind “|”, and texts in quotes.",
        "{% if (a == 1) and b %}{% endif %}    # 1  # 10 # Expected a range such as (1..5) in brackets, but found a condition. Conditions have no brackets: put one {% if %} inside of another.",
        "{{ a. }}                              # 1  # 7  # Expected a name after the dot, but found nothing more.",
        "{% liquid~n  echo 1~n  ecko 2 %}      # 3  # 3  # Expected a known tag, but found “ecko”. Did you mean “echo”?",
        "{% include 'nope' %}                  # 1  # 1  # Expected a partial “nope”, but there is none. Create it or correct the name.",
        "é{{ 'a' | divided_by: 0 }}            # 1  # 11 # Expected a number other than 0 to divide by, but got 0.",
      })
  void saysWhereAndWhatToDo(String source, int line, int column, String problem) {
    var failure = failure(source.replace("~n", "\n"));
    assertThat(failure.problem()).isEqualTo(problem);
    assertThat(failure.line()).isEqualTo(line);
    assertThat(failure.column()).isEqualTo(column);
    assertThat(failure).hasMessage("Line " + line + ", column " + column + ": " + problem);
  }

  @Test
  void anErrorInAPartialNamesThePartial() {
    var partial = Template.parse("footer", "a\n {{ 1 | divided_by: 0 }}", Dialect.messages());
    var failure =
        failure(
            "{% render 'footer' %}",
            input(Map.of()).with((PartialSource) _ -> Optional.of(partial)));
    assertThat(failure.template()).contains("footer");
    assertThat(failure).hasMessageStartingWith("Line 2, column 9 of “footer”: Expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% %}",
        "{{ | upcase }}",
        "{{ a | }}",
        "{{ a ! }}",
        "{% assign = 1 %}",
        "{% assign a %}",
        "{% assign a 1 %}",
        "{% capture %}{% endcapture %}",
        "{% cycle %}",
        "{% case %}{% endcase %}",
        "{% render x %}",
        "{% if %}{% endif %}",
        "{% if a == %}{% endif %}",
        "{% unless a b %}{% endunless %}",
        "{% for i in %}{% endfor %}",
        "{% for i in a limit %}{% endfor %}",
        "{% for i in a color: 3 %}{% endfor %}",
        "{% increment %}",
        "{% raw %}",
        "{% comment %}",
        "{% raw x %}{% endraw %}",
        "{{ a[ }}",
        "{{ (1..) }}",
        "{{ (1 }}",
        "{% liquid if a %}",
        "{% liquid\nraw\nendraw %}",
        "{% liquid ! %}",
        "{% tablerow a in b c: 1 %}{% endtablerow %}",
        "{% render 'a' b %}",
        "{% random 0 %}",
        "{{ 'x' | from_json }}",
        "{{ '[1,' | from_json }}",
        "{{ 5 | currency: 'en', 'nix' }}"
      })
  void refusesWhatItCannotRead(String source) {
    assertThat(failure(source).problem()).startsWith("Expected ");
  }
}
