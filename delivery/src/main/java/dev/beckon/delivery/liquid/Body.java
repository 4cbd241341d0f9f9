package dev.beckon.delivery.liquid;

import java.util.List;

/// The nodes between two tags, in order.
final class Body implements Node {

  static final Body EMPTY = new Body(List.of());

  private final Node[] nodes;
  private final boolean blank;

  Body(List<Node> nodes) {
    this.nodes = nodes.toArray(Node[]::new);
    this.blank = nodes.stream().allMatch(Node::blank);
  }

  @Override
  public boolean blank() {
    return blank;
  }

  /// The same without text, for a block that is blank as a whole.
  Body withoutText() {
    return new Body(List.of(nodes).stream().filter(node -> !(node instanceof Text)).toList());
  }

  @Override
  public void render(Scope scope) {
    var budget = scope.budget();
    budget.enter();
    for (var node : nodes) {
      budget.step();
      node.render(scope);
      if (scope.interrupted()) {
        break;
      }
    }
    budget.leave();
  }

  /// Text that is copied as it stands.
  record Text(String text, int bytes, boolean blank) implements Node {

    static Text of(String text) {
      return new Text(
          text, Output.bytesOf(text), text.chars().allMatch(c -> Lexer.isBlank((char) c)));
    }

    @Override
    public void render(Scope scope) {
      scope.output().write(text, bytes);
    }
  }

  /// Text of a `raw` block, which stays even where whitespace alone would go.
  record Raw(String text, int bytes) implements Node {

    @Override
    public boolean blank() {
      return text.isEmpty();
    }

    @Override
    public void render(Scope scope) {
      scope.output().write(text, bytes);
    }
  }

  /// `{{ expression }}` and `{% echo expression %}`.
  record Print(Expression expression, int at) implements Node {

    @Override
    public void render(Scope scope) {
      try {
        scope.print(expression.value(scope));
      } catch (Fault fault) {
        throw fault.at(at);
      }
    }
  }
}
