package dev.beckon.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ServeArgumentsTest {

  @Test
  void readsFlagsInBothShapes() {
    var arguments =
        ServeArguments.parse(
            List.of("--data", "a b", "--demo", "--engine.writer-threads=4", "--config", "c.yaml"));
    assertThat(arguments)
        .isEqualTo(
            new ServeArguments(
                Path.of("c.yaml"),
                null,
                true,
                Map.of("data", "a b", "engine.writer-threads", "4")));
  }

  @Test
  void refusesWhatIsNoFlag() {
    assertThatThrownBy(() -> ServeArguments.parse(List.of("8080")))
        .hasMessage("Expected flags such as --port 8080, but got \"8080\"");
    assertThatThrownBy(() -> ServeArguments.parse(List.of("--port")))
        .hasMessage("Expected a value after --port, but there is none");
    assertThatThrownBy(() -> ServeArguments.parse(List.of("--port=1", "--port=2")))
        .hasMessage("Expected --port once, but got it twice");
  }
}
