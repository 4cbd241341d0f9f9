package dev.beckon.registry.syntax;

import org.jspecify.annotations.Nullable;

/// A text that is not JSON or YAML as it is read here, with the place where that shows.
public final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1;

  private final String detail;
  private final int line;
  private final int column;

  SyntaxException(int line, int column, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.detail = message;
    this.line = line;
    this.column = column;
  }

  /// What was expected, what was found, what to do.
  public String detail() {
    return detail;
  }

  /// Counted from 1.
  public int line() {
    return line;
  }

  /// Counted from 1.
  public int column() {
    return column;
  }
}
