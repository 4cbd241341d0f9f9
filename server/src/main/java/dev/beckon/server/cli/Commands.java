package dev.beckon.server.cli;

import dev.beckon.server.bootstrap.BootstrapException;
import dev.beckon.server.config.ConfigException;
import java.io.IOException;
import java.util.List;

/// The commands that `./beckon` hands to this process, and what they exit with.
public final class Commands {
  private static final int WRONG_USE = 2;

  private Commands() {}

  /// Runs `serve`, `apply` or `export` with its arguments.
  ///
  /// @return the exit status: 0 done, 1 failed, 2 wrongly called
  public static int run(List<String> arguments) {
    String command = arguments.isEmpty() ? "" : arguments.getFirst();
    List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
    try {
      return switch (command) {
        case "serve" -> new ServeCommand(System.out, System.getenv()).run(rest);
        case "apply" -> definitions().apply(DefinitionArguments.parse(rest, System.getenv()));
        case "export" -> definitions().export(DefinitionArguments.parse(rest, System.getenv()));
        default -> {
          System.err.println("Expected serve, apply or export, but got \"" + command + "\".");
          yield WRONG_USE;
        }
      };
    } catch (IllegalArgumentException | ConfigException | BootstrapException wrong) {
      System.err.println(wrong.getMessage());
      return WRONG_USE;
    } catch (IOException failed) {
      System.err.println(failed.getMessage());
      return 1;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static DefinitionCommands definitions() {
    return new DefinitionCommands(System.out, System.err);
  }
}
