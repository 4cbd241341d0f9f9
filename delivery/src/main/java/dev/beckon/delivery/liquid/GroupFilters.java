package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Filter.Named.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The filters of messages that group, and those that pick by an expression: `items | where_exp:
/// "item", "item.price > 10"`.
final class GroupFilters {

  static final List<Filter.Named> ALL =
      List.of(
          filter("group_by", 1, 1, (input, call) -> grouped(input, call, property(call))),
          filter("group_by_exp", 2, 2, (input, call) -> grouped(input, call, expression(call))),
          filter(
              "where_exp",
              2,
              2,
              (input, call) -> call.items(input).stream().filter(condition(call)).toList()),
          filter("where_not", 1, 2, GroupFilters::whereNot),
          filter("find_exp", 2, 2, GroupFilters::findExp));

  private static final int CHARACTERS_PER_STEP = 4;

  private GroupFilters() {}

  private static Function<@Nullable Object, @Nullable Object> property(FilterCall call) {
    return item -> SearchFilters.property(item, call.argument(0), call);
  }

  private static Function<@Nullable Object, @Nullable Object> expression(FilterCall call) {
    var expression = markup(call).filtered();
    return item -> with(item, call, () -> expression.value(call.scope()));
  }

  private static Predicate<@Nullable Object> condition(FilterCall call) {
    var condition = markup(call).condition();
    return item -> Boolean.TRUE.equals(with(item, call, () -> condition.holds(call.scope())));
  }

  private static Markup markup(FilterCall call) {
    var source = call.text(1);
    call.budget().steps(source.length() / CHARACTERS_PER_STEP);
    try {
      var words = new Scanner(source, 0, source.length(), true);
      return new Markup(words, call.scope().dialect(), new Notes());
    } catch (Fault fault) {
      throw call.expected("an expression in the second text, but: " + fault.problem());
    }
  }

  private interface Work {
    @Nullable Object run();
  }

  /// Runs with the item under the name that the first argument gives it.
  private static @Nullable Object with(@Nullable Object item, FilterCall call, Work work) {
    var scope = call.scope();
    var before = scope.frames();
    scope.budget().step();
    scope.push(call.text(0), item);
    var result = work.run();
    scope.restore(before);
    return result;
  }

  /// Groups in order of appearance, each with its `name`, its `items` and its `size`.
  private static List<?> grouped(
      @Nullable Object input, FilterCall call, Function<@Nullable Object, @Nullable Object> key) {
    Map<Object, Map<String, @Nullable Object>> groups = new LinkedHashMap<>();
    Map<Object, List<@Nullable Object>> members = new LinkedHashMap<>();
    for (var item : call.items(input)) {
      var name = key.apply(item);
      var identity = ListFilters.identity(name, call);
      members.computeIfAbsent(identity, _ -> new ArrayList<>()).add(item);
      groups.computeIfAbsent(identity, _ -> new LinkedHashMap<>()).putIfAbsent("name", name);
    }
    groups.forEach(
        (identity, group) -> {
          var items = members.getOrDefault(identity, List.of());
          group.put("items", items);
          group.put("size", (long) items.size());
        });
    return new ArrayList<>(groups.values());
  }

  private static List<@Nullable Object> whereNot(@Nullable Object input, FilterCall call) {
    var target = call.argument(1);
    var kept = new ArrayList<@Nullable Object>();
    for (var item : call.items(input)) {
      var value = SearchFilters.property(item, call.argument(0), call);
      var matches =
          call.count() == 1 ? Values.truthy(value) : Values.same(value, target, call.budget());
      if (!matches) {
        kept.add(item);
      }
    }
    return kept;
  }

  private static @Nullable Object findExp(@Nullable Object input, FilterCall call) {
    var condition = condition(call);
    for (var item : call.items(input)) {
      if (condition.test(item)) {
        return item;
      }
    }
    return null;
  }
}
