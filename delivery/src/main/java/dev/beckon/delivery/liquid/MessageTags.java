package dev.beckon.delivery.liquid;

import dev.beckon.delivery.liquid.Token.Tag;
import java.util.Map;
import java.util.UUID;

/// The tags of messages that need nothing but the render itself: `random`, `generate_uuid`,
/// `render_liquid`.
final class MessageTags {

  private static final int CHARACTERS_PER_STEP = 8;

  static final Map<String, TagParser> ALL =
      Map.of(
          "random", (tag, parser) -> new Random(only(tag, parser), tag.at()),
          "generate_uuid", (_, _) -> new GenerateUuid(),
          "render_liquid", (tag, parser) -> new RenderLiquid(only(tag, parser), tag.at()));

  private MessageTags() {}

  private static Expression only(Tag tag, Parser parser) {
    var markup = parser.markup(tag);
    var value = markup.filtered();
    markup.end();
    return value;
  }

  /// A whole number from 0 up to but not including its argument.
  private record Random(Expression bound, int at) implements Node {

    @Override
    public void render(Scope scope) {
      try {
        var most = Numbers.integer(bound.value(scope), true);
        if (most < 1) {
          throw Fault.value("Expected a number of at least 1 for random, but got " + most + ".");
        }
        scope.output().write(Integer.toString(scope.chance().nextInt(most)));
      } catch (Fault fault) {
        throw fault.at(at);
      }
    }
  }

  /// A UUID of version 4 drawn from the seed of the render.
  private record GenerateUuid() implements Node {

    @Override
    public void render(Scope scope) {
      var high = (scope.chance().nextLong() & ~0xF000L) | 0x4000L;
      var low = (scope.chance().nextLong() >>> 2) | 0x8000_0000_0000_0000L;
      scope.output().write(new UUID(high, low).toString());
    }
  }

  /// Renders a text that is itself a template, with the variables at hand. Do not give it text from
  /// strangers.
  private record RenderLiquid(Expression source, int at) implements Node {

    @Override
    public void render(Scope scope) {
      try {
        var text = Texts.of(source.value(scope), scope);
        scope.budget().steps(text.length() / CHARACTERS_PER_STEP);
        scope.budget().enter();
        Template.parse("render_liquid", text, scope.dialect()).renderInto(scope);
        scope.budget().leave();
      } catch (Fault fault) {
        throw fault.at(at);
      }
    }
  }
}
