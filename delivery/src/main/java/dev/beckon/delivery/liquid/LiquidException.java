package dev.beckon.delivery.liquid;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is wrong with a template, or with the values it met, and where: told to the person who
/// wrote the template.
public final class LiquidException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Whose doing it is: the text of the template, the data, or a template that asks for too much.
  public enum Kind {
    /// The template cannot be read. Found when it is parsed.
    SYNTAX,
    /// An attribute does not exist, and the template gives no fallback.
    MISSING,
    /// A value that a filter or a tag cannot work with.
    VALUE,
    /// A limit of [RenderLimits] is used up.
    BUDGET
  }

  private final Kind kind;
  private final String problem;
  private final @Nullable String template;
  private final int line;
  private final int column;

  LiquidException(Fault fault, @Nullable String template, int line, int column) {
    super(located(fault.problem(), template, line, column), fault);
    this.kind = fault.kind();
    this.problem = fault.problem();
    this.template = template;
    this.line = line;
    this.column = column;
  }

  private static String located(String problem, @Nullable String template, int line, int column) {
    var place = "Line " + line + ", column " + column;
    return (template == null ? place : place + " of “" + template + "”") + ": " + problem;
  }

  public Kind kind() {
    return kind;
  }

  /// The message without its position.
  public String problem() {
    return problem;
  }

  /// The name of the template or partial in which it happened, when it has one.
  public Optional<String> template() {
    return Optional.ofNullable(template);
  }

  /// The line, counted from 1.
  public int line() {
    return line;
  }

  /// The column in characters, counted from 1.
  public int column() {
    return column;
  }
}
