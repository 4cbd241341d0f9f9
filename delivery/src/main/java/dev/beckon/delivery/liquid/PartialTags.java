package dev.beckon.delivery.liquid;

import dev.beckon.delivery.liquid.Expression.Literal;
import dev.beckon.delivery.liquid.Token.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tags that render another template in place: `include`, which shares the variables, and
/// `render`, which does not.
final class PartialTags {

  static final Map<String, TagParser> ALL =
      Map.of("include", PartialTags::include, "render", PartialTags::render);

  private PartialTags() {}

  /// What stands in the head of both tags: `'name' with value as alias, key: value`.
  private record Head(
      Expression template,
      @Nullable Expression bound,
      boolean each,
      @Nullable String alias,
      Map<String, Expression> values,
      int at) {

    static Head parse(Tag tag, Parser parser) {
      var markup = parser.markup(tag);
      var words = markup.words();
      var at = words.at();
      var template = markup.expression();
      if (template instanceof Literal(String name)) {
        parser.notes().partial(name, at);
      }
      Expression bound = null;
      String alias = null;
      var each = words.isName("for") && !words.isLabel();
      if (each || (words.isName("with") && !words.isLabel())) {
        words.take();
        bound = markup.expression();
        alias = words.acceptName("as") ? words.expectName("a name after “as”") : null;
      }
      return new Head(template, bound, each, alias, markup.keywords(), tag.at());
    }

    Template find(String name, Scope scope) {
      return scope
          .input()
          .partials()
          .find(name)
          .orElseThrow(
              () ->
                  Fault.value(
                      "Expected a partial “%s”, but there is none. Create it or correct the name."
                          .formatted(name)));
    }

    String variable(String name) {
      return alias != null ? alias : name.substring(name.lastIndexOf('/') + 1);
    }

    @Nullable Object bound(Scope scope) {
      return bound == null ? null : bound.valueIfAny(scope);
    }
  }

  private static Node include(Tag tag, Parser parser) {
    return new Include(Head.parse(tag, parser));
  }

  private record Include(Head head) implements Node {

    @Override
    public void render(Scope scope) {
      try {
        if (scope.isIsolated()) {
          throw Fault.value(
              "Expected no include inside of a rendered partial, but found one. Use render.");
        }
        if (!(head.template().value(scope) instanceof String name)) {
          throw Fault.value("Expected the name of a partial as text, but got something else.");
        }
        render(head.find(name, scope), name, scope);
      } catch (Fault fault) {
        throw fault.at(head.at());
      }
    }

    private void render(Template template, String name, Scope scope) {
      var before = scope.frames();
      for (var entry : head.values().entrySet()) {
        scope.push(entry.getKey(), entry.getValue().value(scope));
      }
      var value = bound(name, scope);
      if (value instanceof List<?> items) {
        each(template, items, scope.push(head.variable(name), null), scope);
      } else {
        if (head.bound() != null) {
          scope.push(head.variable(name), value);
        }
        template.renderInto(scope);
      }
      scope.restore(before);
    }

    /// The value that `with` or `for` gives; the older engine falls back to the variable named like
    /// the partial.
    private @Nullable Object bound(String name, Scope scope) {
      return head.bound() != null || scope.dialect().modern()
          ? head.bound(scope)
          : scope.find(name);
    }

    private static void each(Template template, List<?> items, Scope.Frame variable, Scope scope) {
      for (var item : items) {
        scope.budget().step();
        variable.set(item);
        template.renderInto(scope);
        if (scope.interrupted()) {
          return;
        }
      }
    }
  }

  private static Node render(Tag tag, Parser parser) {
    var head = Head.parse(tag, parser);
    if (!(head.template() instanceof Literal(String name))) {
      throw Fault.syntax(
          tag.at(),
          "Expected the name of a partial in quotes, but found something else. Write {% render 'name' %}.");
    }
    return new Render(head, name);
  }

  private record Render(Head head, String name) implements Node {

    @Override
    public void render(Scope scope) {
      try {
        var template = head.find(name, scope);
        var value = head.bound(scope);
        if (head.each()
            && (value instanceof List<?> || value instanceof Map<?, ?> || value instanceof Span)) {
          each(template, Sequences.slice(value, 0, -1, scope.budget()), scope);
        } else {
          template.renderInto(inner(scope, value, null));
        }
      } catch (Fault fault) {
        throw fault.at(head.at());
      }
    }

    private void each(Template template, List<@Nullable Object> items, Scope scope) {
      var loop = new ForLoop(name, items.size(), null);
      for (var item : items) {
        scope.budget().step();
        template.renderInto(inner(scope, item, loop));
        loop.advance();
      }
    }

    private Scope inner(Scope scope, @Nullable Object value, @Nullable ForLoop loop) {
      var inner = scope.isolated();
      if (loop != null) {
        inner.push("forloop", loop);
      }
      for (var entry : head.values().entrySet()) {
        inner.push(entry.getKey(), entry.getValue().value(scope));
      }
      if (value != null) {
        inner.push(head.variable(name), value);
      }
      return inner;
    }
  }
}
