package dev.beckon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// The command line.
final class MainTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private int run(String... args) throws InterruptedException {
    return Main.run(args, new PrintStream(bytes, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void oneSeedEndsWithATable() throws InterruptedException {
    assertThat(run("--seed", "3", "--people", "5", "--days", "2")).isZero();
    assertThat(said()).startsWith("Simulating 1 seed of 5 people for 2 days each.");
    assertThat(said()).containsPattern("broken promises +0\n");
  }

  @Test
  void manySeedsSayHowFarTheyAre() throws InterruptedException {
    assertThat(run("--seeds", "4", "--people", "4", "--days", "1")).isZero();
    assertThat(said()).contains("2 of 4 seeds, 0 broken\n");
  }

  @Test
  void wrongArgumentsAreExplained() throws InterruptedException {
    assertThat(run("--sed", "3")).isEqualTo(2);
    assertThat(run("--days")).isEqualTo(2);
    assertThat(run("--people", "-1")).isEqualTo(2);
    assertThat(said())
        .contains("Expected --seed N, --seeds N, --people N or --days N, but got --sed.")
        .contains("Expected a whole number above 0 after --days, but got \"\".")
        .contains("Expected a whole number above 0 after --people, but got \"-1\".");
  }
}
