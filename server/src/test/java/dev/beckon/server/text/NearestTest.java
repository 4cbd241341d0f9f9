package dev.beckon.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestTest {

  private static final List<String> KNOWN = List.of("port", "bind", "engine.partitions");

  @Test
  void countsEdits() {
    assertThat(Nearest.edits("port", "port")).isZero();
    assertThat(Nearest.edits("prot", "port")).isEqualTo(2);
    assertThat(Nearest.edits("", "port")).isEqualTo(4);
  }

  @Test
  void suggestsWhatIsNear() {
    assertThat(Nearest.to("prt", KNOWN)).contains("port");
    assertThat(Nearest.hint("engine.partition", KNOWN))
        .isEqualTo("; did you mean \"engine.partitions\"?");
  }

  @Test
  void keepsQuietAboutWhatIsFar() {
    assertThat(Nearest.to("xyz", KNOWN)).isEmpty();
    assertThat(Nearest.hint("colour", KNOWN)).isEmpty();
  }
}
