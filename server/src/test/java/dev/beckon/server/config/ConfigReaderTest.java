package dev.beckon.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.server.logs.Logs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigReaderTest {

  @TempDir Path dir;

  @Test
  void everySettingHasADefaultOrMayBeUnset() {
    Config config = ConfigReader.read(null, Map.of(), Map.of());
    assertThat(config.data()).isEqualTo(Path.of("./data"));
    assertThat(config.http().bodyBytesMax()).isEqualTo(1 << 20);
    assertThat(config.http().stopWithin()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.http().baseUrlAt(8123)).isEqualTo(URI.create("http://localhost:8123"));
    assertThat(config.engine().host()).isEqualTo(Config.EngineHost.ROCKSDB);
    assertThat(config.engine().partitions()).isEqualTo(32);
    assertThat(config.log()).isEqualTo(new Config.Log(Logs.Verbosity.INFO, Logs.Format.TEXT));
  }

  @Test
  void flagsWinOverEnvironmentOverFileOverDefaults() throws IOException {
    Path file =
        write(
            """
            port: 1
            bind: 0.0.0.0
            engine:
              partitions: 1
              writer_threads: 1
            """);
    Config config =
        ConfigReader.read(
            file,
            Map.of("BECKON_PORT", "2", "BECKON_ENGINE_WRITER_THREADS", "2", "HOME", "/"),
            Map.of("engine.writer-threads", "3"));
    assertThat(config.http().bind()).isEqualTo("0.0.0.0");
    assertThat(config.http().port()).isEqualTo(2);
    assertThat(config.engine().partitions()).isEqualTo(1);
    assertThat(config.engine().writerThreads()).isEqualTo(3);
  }

  @Test
  void theFileOfTheDataFolderIsFound() throws IOException {
    write("port: 7");
    Map<String, String> data = Map.of("data", dir.toString());
    assertThat(ConfigReader.read(null, Map.of(), data).http().port()).isEqualTo(7);
  }

  @Test
  void theFileOfTheDataFolderCannotMoveIt() throws IOException {
    write("data: elsewhere");
    assertThatThrownBy(
            () -> ConfigReader.read(null, Map.of("BECKON_DATA", dir.toString()), Map.of()))
        .hasMessageStartingWith("beckon.yaml line 1: Expected no \"data\"");
  }

  @Test
  void listsAndEmptyFilesAreFine() throws IOException {
    Path file = write("engine: {host: kafka, kafka: {bootstrap_servers: ['a:1', 'b:2']}}");
    assertThat(ConfigReader.read(file, Map.of(), Map.of()).engine().kafka().bootstrapServers())
        .isEqualTo("a:1,b:2");
    assertThat(ConfigReader.read(write("# nothing yet\n"), Map.of(), Map.of()).http().port())
        .isEqualTo(8080);
  }

  @Test
  void unknownKeysStopTheStartWithASuggestion() throws IOException {
    Path file = write("port: 1\nengine:\n  partition: 4\n");
    assertThatThrownBy(
            () -> ConfigReader.read(file, Map.of("BECKON_PROT", "1"), Map.of("colour", "red")))
        .isInstanceOf(ConfigException.class)
        .message()
        .isEqualTo(
            """
            BECKON_PROT: Expected the name of a setting, but there is none such; did you mean \
            "BECKON_PORT"?
            beckon.yaml line 3: Expected one of engine.host, engine.partitions, \
            engine.writer_threads, engine.intake_max, engine.write_buffer, engine.block_cache, but got \
            "engine.partition"; did you mean "engine.partitions"?
            --colour: Expected one of data, bind, port, base_url, but got "colour\"""");
  }

  @Test
  void wrongValuesNameTheKeyTheValueAndWhatWasExpected() {
    assertThatThrownBy(
            () ->
                ConfigReader.read(
                    null, Map.of("BECKON_LOG_LEVEL", "loud"), Map.of("port", "eighty")))
        .message()
        .isEqualTo(
            """
            --port: Expected "port" to be a port from 0 to 65535, but got "eighty"
            BECKON_LOG_LEVEL: Expected "log.level" to be one of: error, warn, info, debug, but got \
            "loud\"""");
  }

  @Test
  void brokenFilesSayWhere() throws IOException {
    Path broken = write("port: 1\n  bind: [\n");
    assertThatThrownBy(() -> ConfigReader.read(broken, Map.of(), Map.of()))
        .hasMessageContaining("beckon.yaml line 2: Expected YAML");
    Path twice = write("port: 1\nport: 2\n");
    assertThatThrownBy(() -> ConfigReader.read(twice, Map.of(), Map.of()))
        .isInstanceOf(ConfigException.class);
    Path list = write("- port\n");
    assertThatThrownBy(() -> ConfigReader.read(list, Map.of(), Map.of()))
        .hasMessageContaining("Expected settings such as \"port: 8080\"");
    assertThatThrownBy(() -> ConfigReader.read(dir.resolve("none"), Map.of(), Map.of()))
        .hasMessageStartingWith("--config: Expected a file, but there is none at");
  }

  @ParameterizedTest
  @CsvSource({
    "port, 0, true",
    "port, 65535, true",
    "port, 65536, false",
    "port, -1, false",
    "engine.partitions, 1, true",
    "engine.partitions, 0, false",
    "engine.partitions, 1024, true",
    "engine.partitions, 1025, false",
    "http.body-max, 1KiB, true",
    "http.body-max, 1023B, false",
    "http.body-max, 1GiB, true",
    "http.body-max, 1025MiB, false",
    "http.body-max, 5, false",
    "http.body-max, 5MB, false",
    "http.stop-within, 0s, true",
    "http.stop-within, 10m, true",
    "http.stop-within, 601s, false",
    "http.stop-within, 30, false",
    "base-url, https://beckon.example.com, true",
    "base-url, https://beckon.example.com:8443, true",
    "base-url, https://beckon.example.com/app, false",
    "base-url, beckon.example.com, false",
    "base-url, ftp://beckon.example.com, false",
    "http.calls-per-second, 0, true",
    "http.calls-per-second, -1, false",
    "engine.kafka.bootstrap-servers, 'a:1,b:2', true",
    "engine.kafka.bootstrap-servers, a, false",
    "bind, ::1, true",
    "bind, a b, false",
    "data, '', false",
  })
  void eachKindHasItsEdges(String flag, String value, boolean good) {
    Map<String, String> flags = Map.of(flag, value);
    if (good) {
      assertThat(ConfigReader.read(null, Map.of(), flags)).isNotNull();
    } else {
      assertThatThrownBy(() -> ConfigReader.read(null, Map.of(), flags))
          .hasMessageContaining("but got \"" + value + "\"");
    }
  }

  private Path write(String text) throws IOException {
    return Files.writeString(dir.resolve("beckon.yaml"), text);
  }
}
