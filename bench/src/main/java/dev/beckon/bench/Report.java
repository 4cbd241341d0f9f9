package dev.beckon.bench;

import dev.beckon.bench.Finding.Quantity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What was found out on which machine, for people and for programs.
record Report(String time, Map<String, String> machine, List<Finding> findings) {
  private static final String ROW = "%-4s %-40s %-40s %7s %9s  %s%n";

  void print(PrintStream out) {
    machine.forEach((name, value) -> out.printf(Locale.ROOT, "%-16s %s%n", name, value));
    out.println();
    out.printf(ROW, "", "Beckon", "held against", "ratio", "target", "");
    for (Finding finding : findings) {
      out.printf("%s %s%n", finding.id(), finding.question());
      out.printf(
          ROW,
          "",
          text(finding.figure()),
          text(finding.against()),
          String.format(Locale.ROOT, "%.2f", finding.ratio()),
          (finding.atLeast() ? "≥ " : "≤ ") + finding.target(),
          finding.met() ? "met" : "MISSED");
      out.printf("     %s; %s%n", finding.figure().what(), "against " + finding.against().what());
      if (!finding.note().isEmpty()) {
        out.printf("     %s%n", finding.note());
      }
    }
  }

  private static String text(Quantity quantity) {
    Spread spread = quantity.spread();
    String format = spread.median() >= 100 ? "%.0f %s (%.0f to %.0f)" : "%.2f %s (%.2f to %.2f)";
    return String.format(
        Locale.ROOT, format, spread.median(), quantity.unit(), spread.least(), spread.most());
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(ObjectWriteContext.empty(), Files.newOutputStream(file))) {
      json.writeStartObject();
      json.writeStringProperty("time", time);
      json.writeObjectPropertyStart("machine");
      machine.forEach(json::writeStringProperty);
      json.writeEndObject();
      json.writeArrayPropertyStart("findings");
      findings.forEach(finding -> write(json, finding));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("id", finding.id());
    json.writeStringProperty("question", finding.question());
    write(json, "figure", finding.figure());
    write(json, "against", finding.against());
    json.writeNumberProperty("ratio", finding.ratio());
    json.writeNumberProperty("target", finding.target());
    json.writeStringProperty("bound", finding.atLeast() ? "at least" : "at most");
    json.writeBooleanProperty("met", finding.met());
    json.writeStringProperty("note", finding.note());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Quantity quantity) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("what", quantity.what());
    json.writeStringProperty("unit", quantity.unit());
    json.writeNumberProperty("median", quantity.spread().median());
    json.writeNumberProperty("min", quantity.spread().least());
    json.writeNumberProperty("max", quantity.spread().most());
    json.writeNumberProperty("runs", quantity.spread().runs());
    json.writeEndObject();
  }
}
