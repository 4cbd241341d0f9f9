package dev.beckon.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.api.http.Refusal;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.value.Value;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {

  @Test
  void everyTypeIsReadAndWrittenAsItCame() {
    String json =
        "{\"b\":true,\"a\":[1,-2,2.5,null,\"ü😀\"],\"o\":{\"x\":\"\"},\"n\":9007199254740993}";
    assertThat(JsonWriter.text(read(json))).isEqualTo(json);
  }

  @Test
  void integersBeyond64BitsKeepTheirDigits() {
    assertThat(read("9223372036854775807")).isEqualTo(Value.of(Long.MAX_VALUE));
    assertThat(read("9223372036854775808")).isEqualTo(Value.of("9223372036854775808"));
    assertThat(read("-9223372036854775809")).isEqualTo(Value.of("-9223372036854775809"));
    assertThat(read("1e999")).isEqualTo(Value.of("1e999"));
  }

  @Test
  void depthHasALimit() {
    int most = Limits.VALUE_DEPTH_MAX;
    assertThat(read("[".repeat(most) + "]".repeat(most))).isInstanceOf(Value.Items.class);
    assertRefused("[".repeat(most + 1) + "]".repeat(most + 1), "nested at most 32 levels");
    assertRefused("{\"a\":".repeat(100_000), "nested at most 32 levels");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{\"a\":}", "[1,]", "nope", "{'a':1}", "01", "\"\t\"", "NaN", "[1 2]", "{}x"})
  void whatIsNotJsonIsRefusedWithItsPlace(String json) {
    assertRefused(json, "Expected");
    assertRefused(json, "line 1, column");
  }

  @Test
  void aKeyMayStandOnceInAnObject() {
    assertRefused("{\"a\":1,\"b\":{\"a\":2},\"a\":3}", "\"a\" is doubled");
    assertRefused("{} {}", "more follows");
  }

  @Test
  void invalidUtf8IsRefusedWithItsPosition() {
    byte[][] wrong = {
      {'"', (byte) 0xFF, '"'},
      {'"', (byte) 0xC0, (byte) 0x80, '"'},
      {'"', (byte) 0xE0, (byte) 0x80, (byte) 0x80, '"'},
      {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
      {'"', (byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80, '"'},
      {'"', (byte) 0xE2, (byte) 0x82},
    };
    for (byte[] body : wrong) {
      assertThatThrownBy(() -> JsonReader.DATA.value(body))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("the byte at position 1 of the body");
    }
  }

  @Test
  void loneSurrogatesBecomeTheReplacementCharacter() {
    assertThat(read("\"a\\ud83d\"")).isEqualTo(Value.of("a\uFFFD"));
    assertThat(read("\"\\udc00\\ud83d\\ude00\"")).isEqualTo(Value.of("\uFFFD😀"));
    assertRefused("{\"\\ud83d\":1}", "surrogate");
  }

  @Test
  void anEmptyBodyIsAnEmptyObjectAndOthersMustBeObjects() {
    assertThat(JsonReader.DATA.fields(new byte[0])).isEqualTo(Value.Fields.EMPTY);
    assertThatThrownBy(() -> JsonReader.DATA.fields("[]".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("Expected a JSON object");
  }

  private static Value read(String json) {
    return JsonReader.DATA.value(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(String json, String words) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(Refusal.class).hasMessageContaining(words);
  }
}
