package dev.beckon.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files and methods stay short enough to be read in one go.
final class SizeTest {

  private static final int FILE_LINES_MAX = 400;
  private static final int METHOD_LINES_MAX = 60;

  @Test
  void filesAreShort() {
    assertThat(tooLongFiles(Sources.files())).isEmpty();
  }

  @Test
  void methodsAreShort() {
    assertThat(tooLongMethods(Sources.files())).isEmpty();
  }

  @Test
  void aLineTooManyIsCaught(@TempDir Path dir) throws IOException {
    assertThat(tooLongFiles(List.of(write(dir, "\n".repeat(FILE_LINES_MAX))))).isEmpty();
    assertThat(tooLongFiles(List.of(write(dir, "\n".repeat(FILE_LINES_MAX + 1))))).hasSize(1);
    assertThat(tooLongMethods(List.of(write(dir, method(METHOD_LINES_MAX))))).isEmpty();
    assertThat(tooLongMethods(List.of(write(dir, method(METHOD_LINES_MAX + 1))))).hasSize(1);
  }

  private static List<String> tooLongFiles(List<Path> files) {
    return files.stream()
        .filter(file -> Sources.lines(file).size() > FILE_LINES_MAX)
        .map(file -> file + " has " + Sources.lines(file).size() + " lines")
        .toList();
  }

  private static List<Sources.Method> tooLongMethods(List<Path> files) {
    return Sources.methods(files).stream()
        .filter(method -> method.lines() > METHOD_LINES_MAX)
        .toList();
  }

  private static Path write(Path dir, String text) throws IOException {
    return Files.writeString(dir.resolve("Guilty.java"), text);
  }

  private static String method(int lines) {
    String body =
        IntStream.range(0, lines - 2).mapToObj(_ -> "    run();").collect(Collectors.joining("\n"));
    return "class Guilty {\n  void run() {\n" + body + "\n  }\n}\n";
  }
}
