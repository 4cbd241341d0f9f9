package dev.beckon.server.config;

import dev.beckon.server.text.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the settings: flags win over the environment, that over the file, that over the defaults.
///
/// Everything that is wrong is collected and said at once; nothing unknown is passed over.
public final class ConfigReader {

  private static final String FILE_NAME = "beckon.yaml";

  /// Variables that speak to the `beckon` script and not to this process.
  private static final Set<String> FOR_THE_SCRIPT =
      Set.of("BECKON_JAVA_HOME", "BECKON_JAVA_OPTS", "BECKON_CHROMIUM");

  private final Map<String, Said> said = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private ConfigReader() {}

  /// The configuration of a process.
  ///
  /// @param file given with `--config`; null for `beckon.yaml` in the data folder, if it is there
  /// @param environment all variables; those that do not begin with `BECKON_` are passed over
  /// @param flags by flag name without dashes, such as `engine.writer-threads`
  /// @throws ConfigException with one line for each thing that is wrong
  public static Config read(
      @Nullable Path file, Map<String, String> environment, Map<String, String> flags) {
    var reader = new ConfigReader();
    List<Said> loud = new ArrayList<>(reader.fromEnvironment(environment));
    loud.addAll(fromFlags(flags));
    reader.hear(file != null ? reader.fromGivenFile(file) : reader.fromDataFolder(loud));
    reader.hear(loud);
    Config config = reader.build();
    if (!reader.problems.isEmpty()) {
      throw new ConfigException(reader.problems);
    }
    return config;
  }

  private List<Said> fromEnvironment(Map<String, String> environment) {
    Map<String, String> keys = new HashMap<>();
    Settings.ALL.forEach(setting -> keys.put(setting.environmentName(), setting.key()));
    List<Said> found = new ArrayList<>();
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (!name.startsWith("BECKON_") || FOR_THE_SCRIPT.contains(name)) {
                return;
              }
              String key = keys.get(name);
              if (key == null) {
                problems.add(
                    "%s: Expected the name of a setting, but there is none such%s"
                        .formatted(name, Nearest.hint(name, keys.keySet())));
              } else {
                found.add(new Said(key, value, name));
              }
            });
    return found;
  }

  private static List<Said> fromFlags(Map<String, String> flags) {
    return new TreeMap<>(flags)
        .entrySet().stream()
            .map(f -> new Said(f.getKey().replace('-', '_'), f.getValue(), "--" + f.getKey()))
            .toList();
  }

  private List<Said> fromGivenFile(Path file) {
    if (!Files.isRegularFile(file)) {
      problems.add("--config: Expected a file, but there is none at " + file);
      return List.of();
    }
    return ConfigFile.read(file);
  }

  /// The file in the data folder, which therefore cannot say where the data folder is.
  private List<Said> fromDataFolder(List<Said> loud) {
    String data = Settings.DATA.fallback();
    for (Said entry : loud) {
      data = entry.key().equals(Settings.DATA.key()) ? entry.value() : data;
    }
    Optional<Path> file = Settings.DATA.kind().read(data + "/" + FILE_NAME);
    if (file.isEmpty() || !Files.isRegularFile(file.get())) {
      return List.of();
    }
    List<Said> found = ConfigFile.read(file.get());
    for (Said entry : found) {
      if (entry.key().equals(Settings.DATA.key())) {
        problems.add(
            entry.origin()
                + ": Expected no \"data\" in the data folder's own file, but there is one;"
                + " give it with --data or in a file named with --config");
      }
    }
    return found;
  }

  private void hear(List<Said> layer) {
    List<String> keys = Settings.ALL.stream().<String>map(Setting::key).toList();
    for (Said entry : layer) {
      if (keys.contains(entry.key())) {
        said.put(entry.key(), entry);
      } else {
        problems.add(
            "%s: Expected one of %s, but got \"%s\"%s"
                .formatted(
                    entry.origin(),
                    String.join(", ", siblings(entry.key(), keys)),
                    entry.key(),
                    Nearest.hint(entry.key(), keys)));
      }
    }
  }

  /// The keys of the same branch of the tree, or all when there is no such branch.
  private static List<String> siblings(String key, List<String> keys) {
    String branch = key.substring(0, key.lastIndexOf('.') + 1);
    List<String> same =
        keys.stream()
            .filter(k -> k.startsWith(branch) && k.indexOf('.', branch.length()) < 0)
            .toList();
    return same.isEmpty() ? keys : same;
  }

  private Config build() {
    return new Config(
        get(Settings.DATA),
        new Config.Http(
            get(Settings.BIND),
            get(Settings.PORT),
            find(Settings.BASE_URL).orElse(null),
            get(Settings.BODY_MAX),
            get(Settings.HEADER_MAX).intValue(),
            get(Settings.REQUESTS_MAX),
            get(Settings.CALLS_PER_SECOND),
            get(Settings.STOP_WITHIN)),
        new Config.Engine(
            get(Settings.ENGINE_HOST),
            get(Settings.PARTITIONS),
            get(Settings.WRITER_THREADS),
            get(Settings.INTAKE_MAX),
            get(Settings.WRITE_BUFFER),
            get(Settings.BLOCK_CACHE),
            new Config.Kafka(get(Settings.KAFKA_SERVERS), get(Settings.KAFKA_APPLICATION))),
        new Config.Delivery(
            get(Settings.DELIVERY_CONCURRENCY),
            get(Settings.ATTEMPTS_MAX),
            get(Settings.RETRY_AFTER)),
        new Config.Log(get(Settings.LOG_LEVEL), get(Settings.LOG_FORMAT)));
  }

  /// What was said, or the fallback, which also stands in for what was said wrongly.
  private <T> T get(Setting<T> setting) {
    String fallback = setting.fallback();
    if (fallback == null) {
      throw new IllegalStateException(setting.key() + " has no default");
    }
    return find(setting).orElseGet(() -> setting.kind().read(fallback).orElseThrow());
  }

  private <T> Optional<T> find(Setting<T> setting) {
    Said entry = said.get(setting.key());
    if (entry == null) {
      return Optional.empty();
    }
    Optional<T> value = setting.kind().read(entry.value());
    if (value.isEmpty()) {
      problems.add(
          "%s: Expected \"%s\" to be %s, but got \"%s\""
              .formatted(entry.origin(), setting.key(), setting.kind().expected(), entry.value()));
    }
    return value;
  }
}
