package dev.beckon.registry.document;

import dev.beckon.core.catalog.Problem;
import dev.beckon.registry.Rejection;

/// Something wrong in a document, with its place.
///
/// @param pointer JSON pointer into the document
/// @param line line in the text that the pointer leads to, from 1; 0 where it is no long text
/// @param column column in that line, from 1
/// @param detail what was expected, what was found, what to do
public record Finding(String pointer, int line, int column, String detail) {

  static Finding of(Problem problem) {
    return new Finding(problem.pointer(), 0, 0, problem.detail());
  }

  static Finding at(String pointer, String detail) {
    return new Finding(pointer, 0, 0, detail);
  }

  /// The finding as a caller of the API sees it.
  public Rejection.Fault fault() {
    String place = line == 0 ? "" : "Line " + line + ", column " + column + ": ";
    return new Rejection.Fault(pointer, place + detail);
  }
}
