package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Filter.Named.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The filters of messages for words and sentences.
final class WordFilters {

  static final List<Filter.Named> ALL =
      List.of(
          filter("titlecase", 0, 0, (input, call) -> titleCase(call.textOf(input))),
          filter("normalize_whitespace", 0, 0, (input, call) -> joined(words(input, call), " ")),
          filter("slugify", 0, 0, (input, call) -> slug(call.textOf(input))),
          filter("pluralize", 1, 2, WordFilters::pluralize),
          filter("number_of_words", 0, 0, (input, call) -> (long) words(input, call).size()),
          filter("array_to_sentence_string", 0, 1, WordFilters::sentence),
          filter("contains", 1, 1, WordFilters::contains),
          filter("remove", 1, 1, WordFilters::remove));

  private WordFilters() {}

  private static List<@Nullable Object> words(@Nullable Object input, FilterCall call) {
    var words = new ArrayList<@Nullable Object>();
    TextFilters.words(call.textOf(input), Integer.MAX_VALUE, words);
    return words;
  }

  private static String joined(List<@Nullable Object> words, String glue) {
    return words.stream().map(String::valueOf).collect(Collectors.joining(glue));
  }

  private static String titleCase(String text) {
    var titled = new StringBuilder(text.length());
    var starts = true;
    for (var i = 0; i < text.length(); i++) {
      var c = text.substring(i, i + 1);
      titled.append(starts ? c.toUpperCase(Locale.ROOT) : c.toLowerCase(Locale.ROOT));
      starts = Character.isWhitespace(text.charAt(i));
    }
    return titled.toString();
  }

  private static String slug(String text) {
    var slug = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)) {
                slug.appendCodePoint(c);
              } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
              }
            });
    var dashed = !slug.isEmpty() && slug.charAt(slug.length() - 1) == '-';
    return dashed ? slug.substring(0, slug.length() - 1) : slug.toString();
  }

  /// The first argument for 1, else the second, which is the first with an “s” when it was not
  /// given.
  private static String pluralize(@Nullable Object input, FilterCall call) {
    var one = Numbers.compare(Numbers.of(input), 1L) == 0;
    return one ? call.text(0) : call.text(1, call.text(0) + "s");
  }

  private static String sentence(@Nullable Object input, FilterCall call) {
    var words = call.items(input).stream().map(call::textOf).toList();
    call.room(words.stream().mapToLong(String::length).sum());
    var last = words.size() - 1;
    return switch (words.size()) {
      case 0 -> "";
      case 1 -> words.getFirst();
      case 2 -> words.getFirst() + " " + call.text(0, "and") + " " + words.getLast();
      default ->
          String.join(", ", words.subList(0, last))
              + ", "
              + call.text(0, "and")
              + " "
              + words.getLast();
    };
  }

  private static boolean contains(@Nullable Object input, FilterCall call) {
    return input instanceof List<?> list
        ? list.stream().anyMatch(item -> Values.same(item, call.argument(0), call.budget()))
        : containsPart(call.textOf(input), call.text(0), call);
  }

  private static boolean containsPart(String text, String part, FilterCall call) {
    call.budget().search(text.length(), part.length());
    return text.contains(part);
  }

  /// Takes a part out of a text, and the equal items out of a list.
  private static Object remove(@Nullable Object input, FilterCall call) {
    if (!(input instanceof List<?> list)) {
      return TextFilters.replace(call, call.textOf(input), "");
    }
    var kept = new ArrayList<@Nullable Object>();
    for (var item : list) {
      if (!Values.same(item, call.argument(0), call.budget())) {
        kept.add(item);
      }
    }
    return kept;
  }
}
