package dev.beckon.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The reading trail: one event from HTTP to sent mail in six files, each of which names the next.
final class ReadingTrailTest {

  private static final int LINES_MAX = 300;

  private record Stop(String module, String type) {

    Path file() {
      return Sources.ROOT.resolve(
          module + "/src/main/java/dev/beckon/" + type.replace('.', '/') + ".java");
    }

    String simpleName() {
      return type.substring(type.lastIndexOf('.') + 1);
    }

    /// The doc comment of the type: the `///` lines before its declaration.
    List<String> opening() {
      List<String> lines = Sources.lines(file());
      int start = 0;
      while (!lines.get(start).startsWith("///")) {
        start++;
      }
      return lines.subList(start, lines.size()).stream()
          .takeWhile(line -> line.startsWith("///"))
          .toList();
    }
  }

  private static final List<Stop> TRAIL =
      List.of(
          new Stop("api", "api.track.TrackEndpoint"),
          new Stop("engine", "engine.Partition"),
          new Stop("core", "core.machine.PersonMachine"),
          new Stop("core", "core.journey.JourneyWalk"),
          new Stop("delivery", "delivery.Dispatcher"),
          new Stop("delivery", "delivery.email.SmtpChannel"));

  @Test
  void everyFileIsThereAndShort() {
    for (Stop stop : TRAIL) {
      assertThat(Files.isRegularFile(stop.file())).as("%s exists", stop.file()).isTrue();
      assertThat(Sources.lines(stop.file()))
          .as("%s", stop.file())
          .hasSizeLessThanOrEqualTo(LINES_MAX);
    }
  }

  @Test
  void everyFileNamesTheNext() {
    for (int i = 0; i < TRAIL.size() - 1; i++) {
      assertThat(String.join("\n", TRAIL.get(i).opening()))
          .as("the opening of %s", TRAIL.get(i).file())
          .contains(TRAIL.get(i + 1).simpleName());
    }
  }
}
