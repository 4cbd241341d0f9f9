package dev.beckon.core.segment;

/// How a value is compared.
public enum Operator {
  IS("is"),
  IS_NOT("is_not"),
  EXISTS("exists"),
  GT("gt"),
  GTE("gte"),
  LT("lt"),
  LTE("lte"),
  CONTAINS("contains");

  private final String word;

  Operator(String word) {
    this.word = word;
  }

  /// The key in a definition document.
  public String word() {
    return word;
  }
}
