package dev.beckon.delivery.liquid;

/// How the rest of a body is skipped: the round of the loop, or the loop.
enum Interrupt implements Node {
  CONTINUE,
  BREAK;

  @Override
  public void render(Scope scope) {
    scope.interrupt(this);
  }
}
