package dev.beckon.server.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The kinds of settings that there are.
final class Kinds {

  private static final Pattern MEASURE = Pattern.compile("(\\d{1,12})\\s*([a-zA-Z]+)");

  private static final Map<String, Long> BYTES =
      Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

  private static final Map<String, Duration> SPANS =
      Map.of(
          "ms",
          Duration.ofMillis(1),
          "s",
          Duration.ofSeconds(1),
          "m",
          Duration.ofMinutes(1),
          "h",
          Duration.ofHours(1),
          "d",
          Duration.ofDays(1));

  private Kinds() {}

  static Kind<String> text(String expected, Pattern shape) {
    return new Kind<>(expected, text -> Optional.of(text).filter(t -> shape.matcher(t).matches()));
  }

  static Kind<Path> path() {
    return new Kind<>("the path of a folder", Kinds::readPath);
  }

  static Kind<Integer> count(String expected, int min, int max) {
    return new Kind<>(
        expected + " from " + min + " to " + max,
        text -> readInt(text).filter(n -> n >= min && n <= max));
  }

  /// A number of bytes with its unit, such as `2MiB`.
  static Kind<Long> size(String min, String max) {
    long least = readBytes(min).orElseThrow();
    long most = readBytes(max).orElseThrow();
    return new Kind<>(
        "a size such as 512KiB or 2MiB, from " + min + " to " + max,
        text -> readBytes(text).filter(n -> n >= least && n <= most));
  }

  /// A span of time with its unit, such as `30s`.
  static Kind<Duration> span(String min, String max) {
    Duration least = readSpan(min).orElseThrow();
    Duration most = readSpan(max).orElseThrow();
    return new Kind<>(
        "a time such as 500ms, 30s or 2h, from " + min + " to " + max,
        text -> readSpan(text).filter(d -> d.compareTo(least) >= 0 && d.compareTo(most) <= 0));
  }

  static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
    E[] all = type.getEnumConstants();
    return new Kind<>(
        Arrays.stream(all).map(Kinds::lower).collect(Collectors.joining(", ", "one of: ", "")),
        text -> Arrays.stream(all).filter(e -> lower(e).equals(text)).findFirst());
  }

  /// An absolute address without a trailing slash.
  static Kind<URI> webAddress() {
    return new Kind<>(
        "an address such as https://beckon.example.com, without a path",
        text -> readUri(text).filter(Kinds::isWebRoot));
  }

  private static boolean isWebRoot(URI uri) {
    Predicate<String> isWeb = scheme -> scheme.equals("http") || scheme.equals("https");
    return uri.getScheme() != null
        && isWeb.test(uri.getScheme())
        && uri.getHost() != null
        && uri.getRawPath().isEmpty()
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Integer> readInt(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static Optional<Long> readBytes(String text) {
    Matcher measure = MEASURE.matcher(text);
    if (!measure.matches()) {
      return Optional.empty();
    }
    Long unit = BYTES.get(measure.group(2));
    return unit == null ? Optional.empty() : Optional.of(Long.parseLong(measure.group(1)) * unit);
  }

  private static Optional<Duration> readSpan(String text) {
    Matcher measure = MEASURE.matcher(text);
    if (!measure.matches()) {
      return Optional.empty();
    }
    Duration unit = SPANS.get(measure.group(2));
    return unit == null
        ? Optional.empty()
        : Optional.of(unit.multipliedBy(Long.parseLong(measure.group(1))));
  }

  private static Optional<Path> readPath(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<URI> readUri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
