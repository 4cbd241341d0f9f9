package dev.beckon.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The files of a folder of definitions.
final class DefinitionFiles {
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".html", ".txt", ".json");

  private DefinitionFiles() {}

  /// @param path relative to the folder, with slashes
  record DefinitionFile(String path, String text) {}

  /// Reads every definition file below the folder, in the order of their paths; hidden ones and
  /// those with another ending are none.
  static List<DefinitionFile> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("Expected a folder at " + folder + ", but there is none.");
    }
    List<DefinitionFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted().toList()) {
        if (Files.isRegularFile(path) && isDefinition(folder, path)) {
          String name = folder.relativize(path).toString().replace('\\', '/');
          files.add(new DefinitionFile(name, Files.readString(path)));
        }
      }
    }
    return files;
  }

  private static boolean isDefinition(Path folder, Path path) {
    for (Path part : folder.relativize(path)) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /// Writes the files, making folders as needed; never outside the folder.
  static void write(Path folder, List<DefinitionFile> files) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    for (DefinitionFile file : files) {
      Path path = root.resolve(file.path()).normalize();
      if (!path.startsWith(root)) {
        throw new IOException("Expected files inside " + root + ", but got " + file.path() + ".");
      }
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
  }
}
