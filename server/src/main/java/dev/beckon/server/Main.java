package dev.beckon.server;

import dev.beckon.server.cli.Commands;
import java.util.Arrays;

/// What `./beckon` starts: the server, or a command that talks to one.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Commands.run(Arrays.asList(arguments)));
  }
}
