package dev.beckon.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a caller asks for: method, decoded path, query, headers and the whole body.
public final class Request {

  /// Where headers and body come from; the server's side of a request.
  public interface Source {
    @Nullable String header(String name);

    byte[] body(boolean document);

    String remoteAddress();

    boolean isSecure();
  }

  private final Method method;
  private final String path;
  private final List<String> segments;
  private final String rawQuery;
  private final Source source;
  private Map<String, String> parameters = Map.of();
  private @Nullable Map<String, List<String>> query;
  private @Nullable Object caller;

  public Request(Method method, String path, String rawQuery, Source source) {
    this.method = method;
    this.path = path;
    this.segments = Percent.segments(path);
    this.rawQuery = rawQuery;
    this.source = source;
  }

  public Method method() {
    return method;
  }

  /// The path as it came, still encoded.
  public String path() {
    return path;
  }

  public List<String> segments() {
    return segments;
  }

  void matched(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  /// The decoded path segment that the route calls by this name.
  public String segment(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Expected {" + name + "} in the route's path.");
    }
    return value;
  }

  /// The first value of a query parameter, null when it is absent.
  public @Nullable String query(String name) {
    List<String> values = queryAll(name);
    return values.isEmpty() ? null : values.getFirst();
  }

  public List<String> queryAll(String name) {
    Map<String, List<String>> parsed = query;
    if (parsed == null) {
      parsed = parse(rawQuery);
      query = parsed;
    }
    List<String> values = parsed.get(name);
    return values == null ? List.of() : values;
  }

  /// @param name in lower case
  public @Nullable String header(String name) {
    return source.header(name);
  }

  /// The body, inflated where it came compressed.
  ///
  /// @throws Refusal if it is larger than the limits allow
  public byte[] body() {
    return source.body(false);
  }

  /// The body where it may be as large as definitions are.
  public byte[] document() {
    return source.body(true);
  }

  public String remoteAddress() {
    return source.remoteAddress();
  }

  /// Whether the caller's connection is encrypted, here or at the proxy in front.
  public boolean isSecure() {
    return source.isSecure();
  }

  /// Remembers who the caller turned out to be.
  public void identify(Object who) {
    caller = who;
  }

  /// Who the caller is, once found out.
  public <T> T caller(Class<T> type) {
    Object who = caller;
    if (who == null) {
      throw new IllegalStateException("Expected the caller to be known by now.");
    }
    return type.cast(who);
  }

  private static Map<String, List<String>> parse(String raw) {
    Map<String, List<String>> parsed = new TreeMap<>();
    int start = 0;
    while (start < raw.length()) {
      int end = raw.indexOf('&', start);
      if (end < 0) {
        end = raw.length();
      }
      int equals = raw.indexOf('=', start);
      int nameEnd = equals < 0 || equals > end ? end : equals;
      if (nameEnd > start) {
        String name = Percent.decode(raw.substring(start, nameEnd), true);
        String value = nameEnd == end ? "" : Percent.decode(raw.substring(nameEnd + 1, end), true);
        parsed.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
      start = end + 1;
    }
    return parsed;
  }
}
