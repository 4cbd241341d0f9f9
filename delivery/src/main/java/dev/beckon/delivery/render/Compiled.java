package dev.beckon.delivery.render;

import dev.beckon.delivery.liquid.LiquidException;
import dev.beckon.delivery.liquid.RenderInput;
import dev.beckon.delivery.liquid.Template;
import dev.beckon.delivery.liquid.Usage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A content with all its templates parsed; immutable, shared by every message that uses it.
final class Compiled {
  private static final String BODY = "content";

  private final Map<Part, Template> templates;

  private Compiled(Map<Part, Template> templates) {
    this.templates = templates;
  }

  /// @throws RenderException naming the first problem
  static Compiled of(Content content) throws RenderException {
    Map<Part, Template> templates = new EnumMap<>(Part.class);
    List<Problem> problems = parse(content, templates);
    if (!problems.isEmpty()) {
      Problem first = problems.getFirst();
      throw new RenderException(
          first.part().title()
              + ", line "
              + first.line()
              + ", column "
              + first.column()
              + ": "
              + first.detail());
    }
    return new Compiled(templates);
  }

  /// All that is wrong with a content, part by part.
  static List<Problem> check(Content content) {
    return parse(content, new EnumMap<>(Part.class));
  }

  private static List<Problem> parse(Content content, Map<Part, Template> into) {
    List<Problem> problems = new ArrayList<>();
    for (Part part : Part.values()) {
      String source = part.of(content);
      if (source != null) {
        parse(part, source, into).ifPresent(problems::add);
      }
    }
    return problems;
  }

  private static Optional<Problem> parse(Part part, String source, Map<Part, Template> into) {
    try {
      Template template = Template.parse(source, MessageTags.DIALECT);
      into.put(part, template);
      return part == Part.LAYOUT ? withoutBody(template) : Optional.empty();
    } catch (LiquidException e) {
      return Optional.of(new Problem(part, e.line(), e.column(), e.problem()));
    }
  }

  private static Optional<Problem> withoutBody(Template layout) {
    boolean named = layout.usage().variables().stream().anyMatch(v -> v.root().equals(BODY));
    return named
        ? Optional.empty()
        : Optional.of(
            new Problem(
                Part.LAYOUT,
                1,
                1,
                "Expected {{content}} where the message's body goes, but it is nowhere."));
  }

  /// The part's text, or null if the content has no such part.
  ///
  /// @throws RenderException if it cannot be rendered with these values
  @Nullable String render(Part part, RenderInput input) throws RenderException {
    Template template = templates.get(part);
    if (template == null) {
      return null;
    }
    try {
      return template.render(input.with(input.limits().withOutputBytes(part.outputBytesMax())));
    } catch (LiquidException e) {
      throw new RenderException(
          part.title() + ", line " + e.line() + ", column " + e.column() + ": " + e.problem());
    }
  }

  /// The variables that the part names.
  List<Usage.Variable> variables(Part part) {
    Template template = templates.get(part);
    return template == null ? List.of() : template.usage().variables();
  }
}
