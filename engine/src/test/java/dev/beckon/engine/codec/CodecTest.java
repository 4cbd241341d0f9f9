package dev.beckon.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.person.Attribute;
import dev.beckon.core.person.Person;
import dev.beckon.core.segment.LeafState;
import dev.beckon.core.segment.Membership;
import dev.beckon.core.value.LongMap;
import dev.beckon.core.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was written is read as it was, and what is damaged is refused.
final class CodecTest {
  private static final int ROUNDS = 300;

  static List<Format<?>> formats() {
    return Format.all();
  }

  @ParameterizedTest
  @MethodSource("formats")
  <T> void whatIsWrittenIsReadAsItWas(Format<T> format) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      T value = format.make().apply(new Samples(seed));
      byte[] row = format.write().apply(value);
      T read = format.read().apply(row);
      assertThat(read).as("seed %s", seed).isEqualTo(value);
      assertThat(format.write().apply(read)).as("seed %s", seed).isEqualTo(row);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  <T> void rowsThatAreCutOffAreRefused(Format<T> format) {
    for (int seed = 0; seed < 20; seed++) {
      byte[] row = format.write().apply(format.make().apply(new Samples(seed)));
      for (int length = 0; length < row.length; length++) {
        byte[] cut = Arrays.copyOf(row, length);
        assertThatThrownBy(() -> format.read().apply(cut)).isInstanceOf(CodecException.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  <T> void damagedRowsAreReadAsSomethingElseOrRefused(Format<T> format) {
    Random random = new Random(1);
    for (int seed = 0; seed < ROUNDS; seed++) {
      byte[] row = format.write().apply(format.make().apply(new Samples(seed)));
      row[random.nextInt(row.length)] = (byte) random.nextInt();
      try {
        assertThat(format.read().apply(row)).isNotNull();
      } catch (CodecException expected) {
        assertThat(expected.getMessage()).startsWith("Expected");
      } catch (RuntimeException e) {
        fail("seed " + seed, e);
      }
    }
  }

  @Test
  void anotherFormatIsNamed() {
    byte[] row = {9, 0, 0};
    assertThatThrownBy(() -> OutcomeRow.read(row))
        .hasMessage(
            "Expected an outcome in format 1, but got format 9; it was written by a newer"
                + " release, or it is damaged.");
  }

  @Test
  void valuesThatGoTooDeepAreRefused() {
    byte[] row = new byte[500];
    for (int i = 0; i < row.length; i += 2) {
      row[i] = 6;
      row[i + 1] = 1;
    }
    assertThatThrownBy(() -> ValueCodec.read(new ByteSource(row)))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("100 levels");
  }

  @Test
  void singleFieldsAreReadWithoutTheRest() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Person person = new Samples(seed).person();
      PersonRecord record = new PersonRecord(new PersonCodec().encode(person));
      assertThat(record.catalogVersion()).isEqualTo(person.catalogVersion());
      assertThat(record.timerAt()).isEqualTo(person.timerAt());
      assertThat(record.createdAt()).isEqualTo(person.profile().createdAt());
      assertThat(record.knownSince()).isEqualTo(person.profile().knownSince());
      for (Map.Entry<String, Attribute> attribute : person.profile().attributes().entrySet()) {
        Value known = person.profile().attribute(attribute.getKey());
        assertThat(record.attribute(attribute.getKey())).isEqualTo(known);
      }
      assertThat(record.attribute("no such attribute")).isNull();
      assertThat(record.identifier(IdentifierKind.ID))
          .isEqualTo(person.profile().identifiers().idValue());
      assertThat(record.identifier(IdentifierKind.EMAIL))
          .isEqualTo(person.profile().identifiers().emailValue());
      LongMap<Membership> memberships = person.standing().memberships();
      for (int segment = 0; segment < 5_005; segment += 7) {
        assertThat(record.isMember(segment)).isEqualTo(person.standing().isMember(segment));
      }
      for (int i = 0; i < memberships.size(); i++) {
        int segment = (int) memberships.keyAt(i);
        assertThat(record.isMember(segment)).isEqualTo(memberships.valueAt(i).member());
      }
      LongMap<LeafState> leaves = person.standing().leaves();
      for (int i = 0; i < leaves.size(); i++) {
        assertThat(record.leaf(leaves.keyAt(i))).isEqualTo(leaves.valueAt(i));
      }
      assertThat(record.leaf(12_345)).isEqualTo(LeafState.NONE);
    }
  }
}
