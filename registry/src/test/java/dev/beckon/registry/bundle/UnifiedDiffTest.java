package dev.beckon.registry.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UnifiedDiffTest {
  private static final Pattern HUNK = Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@");

  @Test
  void patchesMakeTheOneFromTheOther() {
    for (long seed = 0; seed < 3_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String before = text(random);
      String after = random.nextInt(3) == 0 ? text(random) : edited(before, random);
      String diff = UnifiedDiff.of("f", before, after);
      assertThat(patched(before, diff)).as("seed %d:%n%s", seed, diff).isEqualTo(after);
    }
  }

  @Test
  void farContextIsLeftOut() {
    String before = numbers(1, 100);
    String after = before.replace("50\n", "fifty\n");
    assertThat(UnifiedDiff.of("n.txt", before, after))
        .isEqualTo(
            """
            --- a/n.txt
            +++ b/n.txt
            @@ -47,7 +47,7 @@
             47
             48
             49
            -50
            +fifty
             51
             52
             53
            """);
    assertThat(UnifiedDiff.of("n.txt", before, before)).isEmpty();
  }

  @Test
  void newAndRemovedFilesComeFromAndGoToNowhere() {
    assertThat(UnifiedDiff.of("a", "", "x\n"))
        .startsWith("--- /dev/null\n+++ b/a\n@@ -0,0 +1,1 @@");
    assertThat(UnifiedDiff.of("a", "x\n", ""))
        .startsWith("--- a/a\n+++ /dev/null\n@@ -1,1 +0,0 @@");
  }

  @Test
  void textsThatAreFarApartAreReplacedAsAWhole() {
    String diff = UnifiedDiff.of("a", numbers(0, 5_000), numbers(10_000, 15_000));
    assertThat(patched(numbers(0, 5_000), diff)).isEqualTo(numbers(10_000, 15_000));
  }

  private static String numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append((char) ('a' + random.nextInt(4))).append('\n');
    }
    return text.toString();
  }

  private static String edited(String text, SplittableRandom random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int i = random.nextInt(4); i > 0 && !lines.isEmpty(); i--) {
      int at = random.nextInt(lines.size());
      if (random.nextBoolean()) {
        lines.remove(at);
      } else {
        lines.add(at, "new" + i);
      }
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String patched(String before, String diff) {
    List<String> old = before.lines().toList();
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (String line : diff.lines().skip(2).toList()) {
      Matcher hunk = HUNK.matcher(line);
      if (hunk.matches()) {
        int start = Integer.parseInt(hunk.group(1)) - (hunk.group(2).equals("0") ? 0 : 1);
        while (at < start) {
          out.append(old.get(at++)).append('\n');
        }
      } else if (line.charAt(0) == '+') {
        out.append(line.substring(1)).append('\n');
      } else {
        assertThat(old.get(at)).isEqualTo(line.substring(1));
        if (line.charAt(0) == ' ') {
          out.append(old.get(at)).append('\n');
        }
        at++;
      }
    }
    while (at < old.size()) {
      out.append(old.get(at++)).append('\n');
    }
    return out.toString();
  }
}
