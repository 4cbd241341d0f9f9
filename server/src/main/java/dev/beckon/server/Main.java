package dev.beckon.server;

import dev.beckon.server.bootstrap.BootstrapException;
import dev.beckon.server.cli.DefinitionArguments;
import dev.beckon.server.cli.DefinitionCommands;
import dev.beckon.server.cli.ServeCommand;
import dev.beckon.server.config.ConfigException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// What `./beckon` starts: the server, or a command that talks to one.
public final class Main {
  private static final int WRONG_USE = 2;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(Arrays.asList(arguments)));
  }

  private static int run(List<String> arguments) {
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
