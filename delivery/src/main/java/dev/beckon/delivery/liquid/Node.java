package dev.beckon.delivery.liquid;

/// A part of a parsed template that can render itself; it keeps no state of its own.
interface Node {

  void render(Scope scope);

  /// Whether it prints nothing but whitespace; a block of only such nodes prints nothing at all.
  default boolean blank() {
    return false;
  }
}
