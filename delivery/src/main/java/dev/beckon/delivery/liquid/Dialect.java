package dev.beckon.delivery.liquid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tags and filters that templates may use. Immutable; the `with` methods answer another
/// dialect.
public final class Dialect {

  private static final Dialect STANDARD =
      new Dialect(false, Map.of(), Map.of())
          .plusTags(ConditionTags.ALL)
          .plusTags(LoopTags.ALL)
          .plusTags(VariableTags.ALL)
          .plusTags(PartialTags.ALL)
          .plusFilters(TextFilters.ALL)
          .plusFilters(EscapeFilters.ALL)
          .plusFilters(NumberFilters.ALL)
          .plusFilters(ListFilters.ALL)
          .plusFilters(SearchFilters.ALL)
          .plusFilters(DateFilters.STANDARD);

  private static final Dialect MESSAGES =
      new Dialect(true, STANDARD.tags, STANDARD.filters)
          .plusTags(MessageTags.ALL)
          .plusFilters(WordFilters.ALL)
          .plusFilters(DigestFilters.ALL)
          .plusFilters(MoneyFilters.ALL)
          .plusFilters(StackFilters.ALL)
          .plusFilters(GroupFilters.ALL)
          .plusFilters(DateFilters.MESSAGES)
          .plusFilters(JsonFilters.ALL);

  private final boolean modern;
  private final Map<String, TagParser> tags;
  private final Map<String, Filter.Named> filters;

  private Dialect(boolean modern, Map<String, TagParser> tags, Map<String, Filter.Named> filters) {
    this.modern = modern;
    this.tags = Map.copyOf(tags);
    this.filters = Map.copyOf(filters);
  }

  /// The language as its reference implementation has it.
  public static Dialect standard() {
    return STANDARD;
  }

  /// The language of messages: the standard with the filters and tags of journeys.md, and where the
  /// two engines known to marketers differ, the younger one's ways: `5.0` prints 5, `5 |
  /// divided_by: 2` is 2.5, sorting tolerates anything, a text of digits compares with a number,
  /// `items.0` is an index.
  public static Dialect messages() {
    return MESSAGES;
  }

  /// With a tag of the embedder's own, which takes the place of one of the same name.
  public Dialect withTag(String name, CustomTag tag) {
    return plusTags(Map.of(name, (found, parser) -> CustomNode.parse(found, parser, tag)));
  }

  /// With a filter of the embedder's own, which takes the place of one of the same name.
  public Dialect withFilter(Filter.Named filter) {
    return plusFilters(List.of(filter));
  }

  private Dialect plusTags(Map<String, TagParser> more) {
    var all = new HashMap<>(tags);
    all.putAll(more);
    return new Dialect(modern, all, filters);
  }

  private Dialect plusFilters(List<Filter.Named> more) {
    var all = new HashMap<>(filters);
    more.forEach(filter -> all.put(filter.name(), filter));
    return new Dialect(modern, tags, all);
  }

  /// The names of all tags, sorted.
  public List<String> tagNames() {
    var names = new ArrayList<>(tags.keySet());
    names.addAll(List.of("raw", "comment", "doc"));
    return sorted(names);
  }

  /// The names of all filters, sorted.
  public List<String> filterNames() {
    return sorted(filters.keySet());
  }

  private static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }

  boolean modern() {
    return modern;
  }

  @Nullable TagParser tag(String name) {
    return tags.get(name);
  }

  Filter.Named filter(String name, int at) {
    var filter = filters.get(name);
    if (filter == null) {
      throw Fault.syntax(
          at,
          "Expected a known filter, but found “%s”.%s"
              .formatted(name, Spelling.suggestion(name, filterNames())));
    }
    return filter;
  }
}
