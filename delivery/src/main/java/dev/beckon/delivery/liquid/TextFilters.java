package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Filter.Named.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The standard filters that change texts.
final class TextFilters {

  static final List<Filter.Named> ALL =
      List.of(
          filter("append", 1, 1, (input, call) -> call.textOf(input) + call.text(0)),
          filter("prepend", 1, 1, (input, call) -> call.text(0) + call.textOf(input)),
          filter("upcase", 0, 0, (input, call) -> call.textOf(input).toUpperCase(Locale.ROOT)),
          filter("downcase", 0, 0, (input, call) -> call.textOf(input).toLowerCase(Locale.ROOT)),
          filter("capitalize", 0, 0, (input, call) -> capitalized(call.textOf(input))),
          filter("strip", 0, 0, (input, call) -> strip(call.textOf(input), true, true)),
          filter("lstrip", 0, 0, (input, call) -> strip(call.textOf(input), true, false)),
          filter("rstrip", 0, 0, (input, call) -> strip(call.textOf(input), false, true)),
          filter(
              "strip_newlines",
              0,
              0,
              (input, call) -> call.textOf(input).replace("\r\n", "").replace("\n", "")),
          filter(
              "newline_to_br",
              0,
              0,
              (input, call) -> call.textOf(input).replace("\r\n", "\n").replace("\n", "<br />\n")),
          filter("replace", 1, 2, (input, call) -> replace(call, call.textOf(input), call.text(1))),
          filter("replace_first", 1, 2, (input, call) -> replaceFirst(call, input, call.text(1))),
          filter("replace_last", 2, 2, (input, call) -> replaceLast(call, input, call.text(1))),
          filter("remove", 1, 1, (input, call) -> replace(call, call.textOf(input), "")),
          filter("remove_first", 1, 1, (input, call) -> replaceFirst(call, input, "")),
          filter("remove_last", 1, 1, (input, call) -> replaceLast(call, input, "")),
          filter("split", 1, 1, (input, call) -> split(call.textOf(input), call.text(0), call)),
          filter("truncate", 0, 2, TextFilters::truncate),
          filter("truncatewords", 0, 2, TextFilters::truncateWords),
          filter("slice", 1, 2, TextFilters::slice));

  private TextFilters() {}

  static String capitalized(String text) {
    if (text.isEmpty()) {
      return text;
    }
    var first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT)
        + text.substring(first).toLowerCase(Locale.ROOT);
  }

  private static String strip(String text, boolean left, boolean right) {
    var from = 0;
    var to = text.length();
    while (left && from < to && Lexer.isBlank(text.charAt(from))) {
      from++;
    }
    while (right && to > from && Lexer.isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  static String replace(FilterCall call, String text, String replacement) {
    var wanted = call.text(0);
    call.budget().search(text.length(), wanted.length());
    var count = 0L;
    for (var i = text.indexOf(wanted); i >= 0 && count <= text.length(); count++) {
      i = wanted.isEmpty() ? 0 : text.indexOf(wanted, i + wanted.length());
    }
    call.room(text.length() + count * (replacement.length() - wanted.length()));
    return text.replace(wanted, replacement);
  }

  private static String replaceFirst(FilterCall call, @Nullable Object input, String replacement) {
    var text = call.textOf(input);
    call.budget().search(text.length(), call.text(0).length());
    return spliced(text, text.indexOf(call.text(0)), call.text(0), replacement);
  }

  private static String replaceLast(FilterCall call, @Nullable Object input, String replacement) {
    var text = call.textOf(input);
    call.budget().search(text.length(), call.text(0).length());
    return spliced(text, text.lastIndexOf(call.text(0)), call.text(0), replacement);
  }

  private static String spliced(String text, int at, String wanted, String replacement) {
    return at < 0
        ? text
        : text.substring(0, at) + replacement + text.substring(at + wanted.length());
  }

  /// Cut at each separator; at any whitespace for a single space, into characters for no separator.
  private static List<@Nullable Object> split(String text, String separator, FilterCall call) {
    call.budget().search(text.length(), separator.length());
    var parts = new ArrayList<@Nullable Object>();
    switch (separator) {
      case " " -> words(text, Integer.MAX_VALUE, parts);
      case "" -> text.codePoints().forEach(c -> parts.add(Character.toString(c)));
      default -> {
        var from = 0;
        for (var at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
          parts.add(text.substring(from, at));
          from = at + separator.length();
        }
        parts.add(text.substring(from));
        while (!parts.isEmpty() && "".equals(parts.getLast())) {
          parts.removeLast();
        }
      }
    }
    call.budget().steps(parts.size());
    return parts;
  }

  /// Adds the first words of a text and answers where the last of them ends.
  static int words(String text, int most, List<@Nullable Object> words) {
    var at = 0;
    var end = 0;
    while (words.size() < most) {
      while (at < text.length() && Lexer.isBlank(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        break;
      }
      var from = at;
      while (at < text.length() && !Lexer.isBlank(text.charAt(at))) {
        at++;
      }
      words.add(text.substring(from, at));
      end = at;
    }
    return end;
  }

  private static String truncate(@Nullable Object input, FilterCall call) {
    var text = call.textOf(input);
    if (input == null) {
      return "";
    }
    var length = call.count() > 0 ? call.integer(0) : 50;
    var ending = call.text(1, "...");
    var characters = text.codePointCount(0, text.length());
    if (characters <= length) {
      return text;
    }
    var kept = Math.max(0, length - ending.codePointCount(0, ending.length()));
    return text.substring(0, text.offsetByCodePoints(0, Math.min(kept, characters))) + ending;
  }

  private static String truncateWords(@Nullable Object input, FilterCall call) {
    var text = call.textOf(input);
    if (input == null) {
      return "";
    }
    var count = call.count() > 0 ? Math.max(1, call.integer(0)) : 15;
    var words = new ArrayList<@Nullable Object>();
    var end = words(text, count, words);
    var more = !strip(text.substring(end), true, false).isEmpty();
    return more ? joined(words) + call.text(1, "...") : text;
  }

  private static String joined(List<@Nullable Object> words) {
    return String.join(" ", words.stream().map(String::valueOf).toList());
  }

  private static Object slice(@Nullable Object input, FilterCall call) {
    var from = call.integer(0);
    var length = call.argument(1) == null ? 1 : call.integer(1);
    if (input instanceof List<?> list) {
      var start = start(from, list.size());
      return start < 0 || length < 0
          ? List.of()
          : list.subList(
              start, Math.min(list.size(), (int) Math.min((long) start + length, list.size())));
    }
    var text = call.textOf(input);
    var characters = text.codePointCount(0, text.length());
    var start = start(from, characters);
    if (start < 0 || length < 0) {
      return "";
    }
    var begin = text.offsetByCodePoints(0, start);
    return text.substring(
        begin, text.offsetByCodePoints(begin, Math.min(length, characters - start)));
  }

  /// The index meant by an offset, which counts from the end when it is negative; -1 when it is
  /// outside.
  private static int start(int offset, int size) {
    var start = offset < 0 ? offset + size : offset;
    return start < 0 || start > size ? -1 : start;
  }
}
