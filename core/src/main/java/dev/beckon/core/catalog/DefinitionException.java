package dev.beckon.core.catalog;

import java.util.List;

/// The refusal of a definition document, with everything that is wrong in it.
public final class DefinitionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public DefinitionException(List<Problem> problems) {
    super(problems.getFirst().pointer() + ": " + problems.getFirst().detail());
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
