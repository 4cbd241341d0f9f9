package dev.beckon.delivery.liquid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A [CustomTag] where a template uses it.
record CustomNode(
    CustomTag tag,
    String name,
    String markup,
    List<Expression> arguments,
    Map<String, Expression> keywords,
    int at)
    implements Node {

  static Node parse(Token.Tag found, Parser parser, CustomTag tag) {
    var arguments = new ArrayList<Expression>();
    Map<String, Expression> keywords = new LinkedHashMap<>();
    if (tag.readsArguments()) {
      var markup = parser.markup(found);
      while (!markup.atEnd()) {
        if (markup.words().isLabel()) {
          var keyword = markup.words().take();
          markup.words().expect(':');
          keywords.put(keyword, markup.expression());
        } else {
          arguments.add(markup.expression());
        }
        markup.words().accept(',');
      }
    }
    return new CustomNode(tag, found.name(), parser.text(found), arguments, keywords, found.at());
  }

  @Override
  public void render(Scope scope) {
    try {
      var values = new ArrayList<@Nullable Object>(arguments.size());
      for (var argument : arguments) {
        values.add(argument.value(scope));
      }
      var named = new LinkedHashMap<String, @Nullable Object>();
      keywords.forEach((key, value) -> named.put(key, value.value(scope)));
      tag.render(
          new TagCall(
              name,
              markup,
              Collections.unmodifiableList(values),
              Collections.unmodifiableMap(named),
              scope));
    } catch (Fault fault) {
      throw fault.at(at);
    }
  }
}
