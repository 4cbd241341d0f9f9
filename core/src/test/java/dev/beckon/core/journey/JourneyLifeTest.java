package dev.beckon.core.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.beckon.core.journey.JourneyLife.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The table of a journey's life is what the documentation shows.
final class JourneyLifeTest {

  @Test
  void theDocumentationDrawsTheTable() throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "life-cycles.md"))).contains(drawing());
  }

  private static String drawing() {
    StringBuilder out = new StringBuilder("```mermaid\nstateDiagram-v2\n  [*] --> filtering\n");
    for (Stage from : Stage.values()) {
      for (Stage to : JourneyLife.movesFrom(from)) {
        out.append("  %s --> %s%n".formatted(word(from), word(to)));
      }
      if (JourneyLife.movesFrom(from).isEmpty()) {
        out.append("  %s --> [*]%n".formatted(word(from)));
      }
    }
    return out.append("```\n").toString();
  }

  private static String word(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void aMoveThatIsNotInTheTableIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> JourneyLife.check(Stage.FINISHED, Stage.ACTIVE))
        .withMessageContaining("after FINISHED, but got ACTIVE");
  }
}
