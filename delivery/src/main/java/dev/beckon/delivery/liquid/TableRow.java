package dev.beckon.delivery.liquid;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A loop that prints its rounds as cells of table rows.
record TableRow(LoopTags.Head head, Body body, int at) implements Node {

  static Node parse(Token.Tag tag, Parser parser) {
    var head = LoopTags.Head.parse(parser, tag, Set.of("cols", "limit", "offset", "range"));
    parser.notes().opens(head.variable());
    parser.notes().opens("tablerowloop");
    var body = parser.body(tag, Set.of("endtablerow"));
    parser.notes().closes(head.variable());
    parser.notes().closes("tablerowloop");
    return new TableRow(head, body, tag.at());
  }

  @Override
  public boolean blank() {
    return body.blank();
  }

  @Override
  public void render(Scope scope) {
    try {
      var value = head.items().value(scope);
      if (!Values.truthy(value)) {
        return;
      }
      var limit = head.cuts().containsKey("limit") ? number("limit", scope) : -1;
      var items = Sequences.slice(value, number("offset", scope), limit, scope.budget());
      var columns = head.cuts().containsKey("cols") ? number("cols", scope) : items.size();
      walk(items, new Place(items.size(), columns), scope);
    } catch (Fault fault) {
      throw fault.at(at);
    }
  }

  private int number(String name, Scope scope) {
    return Math.max(0, Numbers.of(head.cut(name, scope)).intValue());
  }

  private void walk(List<@Nullable Object> items, Place place, Scope scope) {
    var before = scope.frames();
    scope.push("tablerowloop", place);
    var variable = scope.push(head.variable(), null);
    scope.output().write("<tr class=\"row1\">\n");
    for (var item : items) {
      variable.set(item);
      scope.output().write("<td class=\"col" + place.column + "\">");
      body.render(scope);
      scope.output().write("</td>");
      if (scope.resume() == Interrupt.BREAK) {
        break;
      }
      if (place.endsRow() && !place.isLast()) {
        scope.output().write("</tr>\n<tr class=\"row" + (place.row + 1) + "\">");
      }
      place.advance();
    }
    scope.output().write("</tr>\n");
    scope.restore(before);
  }

  /// What `tablerowloop` tells inside the loop: where it stands.
  private static final class Place implements Drop {

    private final int length;
    private final int columns;
    private int index;
    private int row = 1;
    private int column = 1;

    Place(int length, int columns) {
      this.length = length;
      this.columns = columns;
    }

    boolean endsRow() {
      return column == columns;
    }

    boolean isLast() {
      return index == length - 1;
    }

    void advance() {
      index++;
      row += endsRow() ? 1 : 0;
      column = endsRow() ? 1 : column + 1;
    }

    @Override
    public @Nullable Object get(String property) {
      return switch (property) {
        case "length" -> (long) length;
        case "index" -> index + 1L;
        case "index0" -> (long) index;
        case "rindex" -> (long) length - index;
        case "rindex0" -> length - index - 1L;
        case "first" -> index == 0;
        case "last" -> isLast();
        case "row" -> (long) row;
        case "col" -> (long) column;
        case "col0" -> column - 1L;
        case "col_first" -> column == 1;
        case "col_last" -> endsRow();
        default -> null;
      };
    }
  }
}
