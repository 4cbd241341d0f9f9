package dev.beckon.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A settings file in YAML, flattened to keys with dots, each with the line that it stands on.
final class ConfigFile {

  private static final int DEPTH_MAX = 8;

  private final JsonParser parser;
  private final String name;
  private final List<Said> said = new ArrayList<>();

  private ConfigFile(JsonParser parser, String name) {
    this.parser = parser;
    this.name = name;
  }

  /// @throws ConfigException when the file cannot be read or is no tree of settings
  static List<Said> read(Path file) {
    var mapper =
        YAMLMapper.builder(
                YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .build();
    try (JsonParser parser = mapper.createParser(file.toFile())) {
      var reader = new ConfigFile(parser, file.getFileName().toString());
      JsonToken first = parser.nextToken();
      if (first == null || first == JsonToken.VALUE_NULL) {
        return List.of();
      }
      if (first != JsonToken.START_OBJECT) {
        throw reader.unexpected("settings such as \"port: 8080\"");
      }
      reader.object("", 1);
      return reader.said;
    } catch (JacksonException broken) {
      String where =
          broken.getLocation() == null ? "" : " line " + broken.getLocation().getLineNr();
      throw new ConfigException(
          List.of(
              "%s%s: Expected YAML, but it cannot be read: %s"
                  .formatted(file, where, broken.getOriginalMessage())));
    }
  }

  private void object(String prefix, int depth) {
    if (depth > DEPTH_MAX) {
      throw unexpected("at most " + DEPTH_MAX + " levels");
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = prefix + parser.currentName();
      JsonToken value = parser.nextToken();
      switch (value) {
        case START_OBJECT -> object(key + ".", depth + 1);
        case START_ARRAY -> said.add(new Said(key, list(), origin()));
        case VALUE_NULL -> {}
        default -> said.add(new Said(key, parser.getString(), origin()));
      }
    }
  }

  /// A list of plain values reads like the same values with commas between them.
  private String list() {
    List<String> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isScalarValue()) {
        throw unexpected("a list of plain values");
      }
      values.add(parser.getString());
    }
    return String.join(",", values);
  }

  private String origin() {
    return name + " line " + parser.currentTokenLocation().getLineNr();
  }

  private ConfigException unexpected(String expected) {
    return new ConfigException(
        List.of(
            "%s: Expected %s, but got %s".formatted(origin(), expected, parser.currentToken())));
  }
}
