package dev.beckon.server.cli;

import dev.beckon.server.cli.DefinitionFiles.DefinitionFile;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `apply` and `export`: definitions of a workspace as files.
public final class DefinitionCommands {
  private final PrintStream out;
  private final PrintStream err;

  public DefinitionCommands(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /// Writes the workspace's definitions into the folder.
  ///
  /// @return the exit status
  public int export(DefinitionArguments arguments) throws IOException, InterruptedException {
    try (ManagementClient server = new ManagementClient(arguments.url(), arguments.key())) {
      ManagementClient.Answer answer = server.get(server.workspacePath() + "/definitions");
      if (!answer.ok()) {
        return refused(answer);
      }
      List<DefinitionFile> files = new ArrayList<>();
      for (JsonNode file : answer.body().path("files")) {
        files.add(
            new DefinitionFile(file.path("path").asString(""), file.path("text").asString("")));
      }
      DefinitionFiles.write(arguments.folder(), files);
      out.println("Wrote " + counted(files.size(), "file") + " into " + arguments.folder() + ".");
      return 0;
    }
  }

  /// Makes the workspace's definitions as the files say, or prints what that would change.
  ///
  /// @return the exit status
  public int apply(DefinitionArguments arguments) throws IOException, InterruptedException {
    List<DefinitionFile> files = DefinitionFiles.read(arguments.folder());
    if (files.isEmpty()) {
      err.println(
          "Expected YAML files in "
              + arguments.folder()
              + ", but there are none. Write the present"
              + " definitions there with ./beckon export "
              + arguments.folder());
      return 1;
    }
    try (ManagementClient server = new ManagementClient(arguments.url(), arguments.key())) {
      ManagementClient.Answer answer =
          server.post(server.workspacePath() + "/definitions", body(arguments, files));
      return answer.ok() ? applied(arguments, answer) : refused(answer);
    }
  }

  private static JsonNode body(DefinitionArguments arguments, List<DefinitionFile> files) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode list = body.putArray("files");
    for (DefinitionFile file : files) {
      list.addObject().put("path", file.path()).put("text", file.text());
    }
    return body.put("plan", arguments.plan()).put("delete_missing", arguments.deleteMissing());
  }

  private int applied(DefinitionArguments arguments, ManagementClient.Answer answer) {
    int changed = 0;
    for (JsonNode change : answer.body().path("changes")) {
      String action = change.path("action").asString("");
      if (!action.equals("none")) {
        changed++;
        out.println(
            mark(action)
                + " "
                + change.path("kind").asString("")
                + " \""
                + change.path("name").asString("")
                + "\": "
                + action);
        String diff = change.path("diff").asString("");
        if (arguments.plan() && !diff.isBlank()) {
          diff.lines().forEach(line -> out.println("    " + line));
        }
      }
    }
    out.println(summary(arguments, changed));
    return 0;
  }

  private static String summary(DefinitionArguments arguments, int changed) {
    if (changed == 0) {
      return "Nothing differs.";
    }
    return arguments.plan()
        ? counted(changed, "definition") + " would change. Apply without --plan to do it."
        : counted(changed, "definition") + " changed.";
  }

  private static String mark(String action) {
    return switch (action) {
      case "create" -> "+";
      case "delete" -> "-";
      default -> "~";
    };
  }

  private int refused(ManagementClient.Answer answer) {
    JsonNode body = answer.body();
    err.println(body.path("title").asString("The server answered " + answer.status() + "."));
    String detail = body.path("detail").asString("");
    if (!detail.isBlank()) {
      err.println(detail);
    }
    for (JsonNode error : body.path("errors")) {
      err.println(
          "  " + error.path("pointer").asString("") + ": " + error.path("detail").asString(""));
    }
    return 1;
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
