package dev.beckon.registry.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.beckon.core.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SyntaxTest {

  @Test
  void whatIsWrittenIsReadBackAsTheSame() throws SyntaxException {
    for (long seed = 0; seed < 5_000; seed++) {
      Value.Fields value = new RandomValues(new SplittableRandom(seed)).fields(4);
      assertThat(Json.read(JsonText.of(value))).as("seed %d", seed).isEqualTo(value);
      String yaml = YamlText.of(value);
      assertThat(Yaml.read(yaml).value()).as("seed %d:%n%s", seed, yaml).isEqualTo(value);
      assertThat(YamlText.of((Value.Fields) Yaml.read(yaml).value())).isEqualTo(yaml);
    }
  }

  @Test
  void numbersAreNotRounded() throws SyntaxException {
    assertThat(Json.read("9223372036854775807")).isEqualTo(Value.of(Long.MAX_VALUE));
    assertThat(Json.read("9223372036854775808")).isEqualTo(Value.of("9223372036854775808"));
    assertThat(Yaml.read("9223372036854775808").value()).isEqualTo(Value.of("9223372036854775808"));
    assertThat(Json.read("1.5e3")).isEqualTo(Value.of(1500.0));
    assertThat(jsonRefusal("1e400").getMessage()).contains("Send it as a string");
    assertThat(jsonRefusal("1".repeat(1_001)).getMessage()).contains("1000");
    assertThat(Json.read("1".repeat(1_000))).isInstanceOf(Value.Text.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":1,\"a\":2}",
        "{} {}",
        "NaN",
        "{'a': 1}",
        "01",
        "// x\n1",
        "{\"a\" 1}",
        "\"\\x\"",
        "tru",
        "\"a\nb\""
      })
  void whatIsNoJsonIsRefused(String text) {
    assertThat(jsonRefusal(text).line()).isPositive();
  }

  @Test
  void nestingHasALimit() throws SyntaxException {
    Json shallow = Json.withDepth(32);
    assertThatNoException().isThrownBy(() -> shallow.parse("[".repeat(32) + "]".repeat(32)));
    assertThat(
            catchThrowableOfType(
                SyntaxException.class, () -> shallow.parse("[".repeat(33) + "]".repeat(33))))
        .isNotNull();
    assertThat(jsonRefusal("[".repeat(100_000))).isNotNull();
    assertThat(Yaml.read("[".repeat(100) + "]".repeat(100))).isNotNull();
    assertThat(yamlRefusal("[".repeat(101) + "]".repeat(101)).getMessage()).contains("nesting");
    assertThat(yamlRefusal("[".repeat(100_000))).isNotNull();
  }

  @Test
  void onlyUtf8IsRead() throws SyntaxException {
    Json json = Json.withDepth(10);
    assertThat(json.parse("\"Zoë 😀\"".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Value.of("Zoë 😀"));
    byte[] overlong = {'"', (byte) 0xC0, (byte) 0x80, '"'};
    byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    byte[] latin = {'"', (byte) 0xE9, '"'};
    for (byte[] bytes : new byte[][] {overlong, surrogate, latin}) {
      assertThat(catchThrowableOfType(SyntaxException.class, () -> json.parse(bytes)))
          .hasMessageContaining("UTF-8");
    }
    assertThat(
            catchThrowableOfType(
                SyntaxException.class, () -> json.parse("1".getBytes(StandardCharsets.UTF_16))))
        .isNotNull();
    assertThat(Json.read("\"a\\ud83d\"")).isEqualTo(Value.of("a\uFFFD"));
    assertThat(Json.read("\"\\ud83d\\ude00\"")).isEqualTo(Value.of("😀"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: yes                     | 1 | 4 | quotes",
        "a: [x, no]                 | 1 | 8 | quotes",
        "a: True                    | 1 | 4 | quotes",
        "a: &b 1                    | 1 | 4 | anchors",
        "a: *b                      | 1 | 4 | aliases",
        "a: !!binary eA==           | 1 | 4 | tag",
        "a: .inf                    | 1 | 4 | number",
        "{a: 1, a: 2}               | 1 | 8 | twice",
        "a: [1                      | 1 | 6 | YAML",
        "'? [a] : 1'                | 1 | 3 | key",
      })
  void whatSurprisesIsRefused(String text, int line, int column, String words) {
    SyntaxException refusal = yamlRefusal(text);
    assertThat(refusal.getMessage()).containsIgnoringCase(words);
    assertThat(refusal.line()).isEqualTo(line);
    assertThat(refusal.column()).as(refusal.getMessage()).isEqualTo(column);
  }

  @Test
  void yamlFilesHaveALimit() throws SyntaxException {
    String fits = "a: " + "x".repeat(Yaml.CHARS_MAX - 3);
    assertThat(Yaml.read(fits)).isNotNull();
    assertThat(yamlRefusal(fits + "x").getMessage()).contains("1000000");
    assertThat(yamlRefusal("").getMessage()).contains("empty");
    assertThat(yamlRefusal("a: 1\n---\nb: 2\n")).isNotNull();
  }

  @Test
  void placesLeadToTheLine() throws SyntaxException {
    Yaml.Parsed parsed = Yaml.read("name: A\nwhen:\n  all:\n    - {attribute: x, iss: 1}\n");
    assertThat(parsed.place("/when/all/0/iss")).isEqualTo(new Yaml.Place(4, 22));
    assertThat(parsed.place("/when/all/0")).isEqualTo(new Yaml.Place(4, 7));
    assertThat(parsed.place("/when/all/0/is/deeper")).isEqualTo(new Yaml.Place(4, 7));
    assertThat(parsed.place("/nothing")).isEqualTo(new Yaml.Place(1, 1));
  }

  private static SyntaxException jsonRefusal(String text) {
    return catchThrowableOfType(SyntaxException.class, () -> Json.read(text));
  }

  private static SyntaxException yamlRefusal(String text) {
    return catchThrowableOfType(SyntaxException.class, () -> Yaml.read(text));
  }
}
