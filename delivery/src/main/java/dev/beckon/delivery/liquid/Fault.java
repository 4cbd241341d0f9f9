package dev.beckon.delivery.liquid;

import dev.beckon.delivery.liquid.LiquidException.Kind;

/// A failure inside a template while its line and column are not worked out yet.
final class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int NOWHERE = -1;

  private final Kind kind;
  private final String problem;
  private final int at;

  private Fault(Kind kind, int at, String problem) {
    super(problem, null, false, false);
    this.kind = kind;
    this.at = at;
    this.problem = problem;
  }

  static Fault syntax(int at, String problem) {
    return new Fault(Kind.SYNTAX, at, problem);
  }

  static Fault missing(int at, String problem) {
    return new Fault(Kind.MISSING, at, problem);
  }

  static Fault value(String problem) {
    return new Fault(Kind.VALUE, NOWHERE, problem);
  }

  static Fault budget(String problem) {
    return new Fault(Kind.BUDGET, NOWHERE, problem);
  }

  /// The same failure at a place, unless a closer place is already known.
  Fault at(int offset) {
    return at == NOWHERE ? new Fault(kind, offset, problem) : this;
  }

  Kind kind() {
    return kind;
  }

  String problem() {
    return problem;
  }

  /// The offset in the source; the start when nobody knew better.
  int at() {
    return Math.max(at, 0);
  }
}
