package dev.beckon.delivery.liquid;

import dev.beckon.delivery.liquid.Usage.Mention;
import dev.beckon.delivery.liquid.Usage.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gathers the [Usage] of a template while it is parsed.
final class Notes {

  private record Seen(Expression.Lookup path, int at, boolean local) {}

  private record Place(String name, int at) {}

  private final List<Seen> paths = new ArrayList<>();
  private final Set<Integer> optional = new HashSet<>();
  private final List<Place> tags = new ArrayList<>();
  private final List<Place> filters = new ArrayList<>();
  private final List<Place> partials = new ArrayList<>();
  private final Set<String> assigned = new HashSet<>();
  private final Map<String, Integer> opened = new HashMap<>();

  void path(Expression.Lookup path, int at) {
    var root = path.rootName();
    paths.add(new Seen(path, at, assigned.contains(root) || opened.getOrDefault(root, 0) > 0));
  }

  /// How many paths were seen so far.
  int mark() {
    return paths.size();
  }

  /// The paths seen between two marks may be missing.
  void optional(int from, int to) {
    for (var i = from; i < to; i++) {
      optional.add(i);
    }
  }

  void tag(String name, int at) {
    tags.add(new Place(name, at));
  }

  void filter(String name, int at) {
    filters.add(new Place(name, at));
  }

  void partial(String name, int at) {
    partials.add(new Place(name, at));
  }

  /// From here on the template gave that name a value.
  void assigns(String name) {
    assigned.add(name);
  }

  /// Until [#closes], that name is the template's own.
  void opens(String name) {
    opened.merge(name, 1, Integer::sum);
  }

  void closes(String name) {
    opened.merge(name, -1, Integer::sum);
  }

  Usage usage(Lines lines) {
    var variables = new ArrayList<Variable>(paths.size());
    for (var i = 0; i < paths.size(); i++) {
      var seen = paths.get(i);
      variables.add(
          new Variable(
              seen.path().rootName(),
              seen.path().names(),
              seen.path().toString(),
              lines.line(seen.at()),
              lines.column(seen.at()),
              optional.contains(i),
              seen.local()));
    }
    return new Usage(
        variables, mentions(tags, lines), mentions(filters, lines), mentions(partials, lines));
  }

  private static List<Mention> mentions(List<Place> places, Lines lines) {
    return places.stream()
        .map(place -> new Mention(place.name(), lines.line(place.at()), lines.column(place.at())))
        .toList();
  }
}
