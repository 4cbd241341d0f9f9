package dev.beckon.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page of settings is written by this test: run it once more with `-Dbeckon.write` to renew
// it.
final class SettingsPageTest {

  private static final Path PAGE = Path.of("../docs/configuration.md");

  private static final String OPENING =
      """
      # Configuration

      Beckon starts without any. Each setting can be given in four places; the later win:

      1. the default below,
      2. a YAML file: `beckon.yaml` in the data folder, or the one named with `--config FILE`,
      3. an environment variable,
      4. a flag of `./beckon serve`: `--port 9000` or `--port=9000`.

      Unknown names and values that do not fit stop the start, with a suggestion. Sizes and times have units.
      A file looks like this; what is left out keeps its default:

      ```yaml
      bind: 0.0.0.0
      base_url: https://beckon.example.com
      engine:
        writer_threads: 4
      http:
        body_max: 2MiB
      ```

      `serve` also takes `--demo` and `--bootstrap FILE`, which are about content and not about the process.

      | Setting | Environment | Default | Expected |
      |---|---|---|---|
      """;

  @Test
  void theSettingsPageIsTrue() throws IOException {
    String page = OPENING + table() + "\n" + explanations();
    if (System.getProperty("beckon.write") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as(
            "docs/configuration.md; renew it with mvn test -pl server -am -Dtest=SettingsPageTest -Dbeckon.write")
        .isEqualTo(page);
  }

  private static String table() {
    return Settings.ALL.stream()
        .map(
            setting ->
                "| `%s` | `%s` | %s | %s |\n"
                    .formatted(
                        setting.key(),
                        setting.environmentName(),
                        setting.fallback() == null ? "" : "`" + setting.fallback() + "`",
                        setting.kind().expected()))
        .collect(Collectors.joining());
  }

  private static String explanations() {
    return Settings.ALL.stream()
        .map(setting -> "**`%s`** %s\n".formatted(setting.key(), setting.about()))
        .collect(Collectors.joining("\n"));
  }
}
