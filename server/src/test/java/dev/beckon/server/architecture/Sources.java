package dev.beckon.server.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The Java source files of all rooms, as text and as parsed by the compiler.
final class Sources {

  static final Path ROOT = root();

  private Sources() {}

  /// A method or constructor with the lines that it takes, annotations included.
  record Method(Path file, String name, long lines) {}

  /// All Java files of all modules, sorted; target folders left out.
  static List<Path> files() {
    try (Stream<Path> modules = Files.list(ROOT)) {
      List<Path> files = new ArrayList<>();
      for (Path sources : modules.map(module -> module.resolve("src")).sorted().toList()) {
        if (Files.isDirectory(sources)) {
          try (Stream<Path> tree = Files.walk(sources)) {
            tree.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
          }
        }
      }
      return files;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Method> methods(List<Path> files) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      Trees trees = Trees.instance(task);
      List<Method> methods = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodScanner(unit, trees, methods).scan(unit, null);
      }
      return methods;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static final class MethodScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final List<Method> found;

    MethodScanner(CompilationUnitTree unit, Trees trees, List<Method> found) {
      this.unit = unit;
      this.trees = trees;
      this.found = found;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      var positions = trees.getSourcePositions();
      var lineMap = unit.getLineMap();
      long first = lineMap.getLineNumber(positions.getStartPosition(unit, method));
      long last = lineMap.getLineNumber(positions.getEndPosition(unit, method));
      Path file = ROOT.relativize(Path.of(unit.getSourceFile().toUri()));
      found.add(new Method(file, method.getName().toString(), last - first + 1));
      return super.visitMethod(method, null);
    }
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve(".mvn"))) {
      here = Objects.requireNonNull(here.getParent(), "the tests run inside the source tree");
    }
    return here;
  }
}
