package dev.beckon.api.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The table of routes as a tree over path segments; literal segments win over parameters.
public final class Router {
  private static final class Node {
    final Map<String, Node> literals = new HashMap<>();
    @Nullable Node parameter;
    final Map<Method, Served> routes = new EnumMap<>(Method.class);
    @Nullable Dialect dialect;
  }

  /// A route with what the server needs beside it.
  record Served(Route route, List<String> parameters, RouteMeter meter) {}

  /// What a path led to: a route, or the refusal to give.
  sealed interface Match {
    Dialect dialect();

    record Found(Served served, Dialect dialect) implements Match {}

    record Missing(Refusal refusal, Dialect dialect) implements Match {}
  }

  private final Node root = new Node();
  private final Dialect plain;
  private final Meters meters;
  private final List<Route> routes = new ArrayList<>();
  private @Nullable Served otherwise;

  /// @param plain words refusals where no protocol claims the path
  public Router(Dialect plain, Meters meters) {
    this.plain = plain;
    this.meters = meters;
  }

  /// Answers GET on every path that no route and no dialect claims.
  public Router otherwise(Route route) {
    otherwise = new Served(route, List.of(), meters.of(route));
    return this;
  }

  /// Everything under the prefix speaks this dialect.
  public Router speak(String prefix, Dialect dialect) {
    Node node = root;
    for (String segment : Percent.segments(prefix)) {
      node = node.literals.computeIfAbsent(segment, _ -> new Node());
    }
    node.dialect = dialect;
    return this;
  }

  public Router add(List<Route> more) {
    more.forEach(this::add);
    return this;
  }

  public Router add(Route route) {
    Node node = root;
    List<String> parameters = new ArrayList<>();
    for (String segment : Percent.segments(route.path())) {
      if (segment.startsWith("{")) {
        parameters.add(segment.substring(1, segment.length() - 1));
        Node next = node.parameter;
        if (next == null) {
          next = new Node();
          node.parameter = next;
        }
        node = next;
      } else {
        node = node.literals.computeIfAbsent(segment, _ -> new Node());
      }
    }
    Served served = new Served(route, List.copyOf(parameters), meters.of(route));
    if (node.routes.put(route.method(), served) != null) {
      throw new IllegalArgumentException(
          "Expected one route for " + route.method() + " " + route.path() + ", but got two.");
    }
    routes.add(route);
    return this;
  }

  public List<Route> routes() {
    return List.copyOf(routes);
  }

  Response plain(Refusal refusal) {
    return plain.refuse(refusal);
  }

  Match unknownMethod(Request request, String method) {
    return new Match.Missing(
        Refusal.methodNotAllowed(method, "GET, POST, PUT, PATCH, DELETE"),
        dialect(request.segments()));
  }

  Match match(Request request) {
    List<String> segments = request.segments();
    List<String> values = new ArrayList<>(4);
    Node node = walk(root, segments, 0, values);
    Dialect dialect = dialect(segments);
    if (node == null) {
      return fallback(request, dialect);
    }
    Method method = request.method() == Method.HEAD ? Method.GET : request.method();
    Served served = node.routes.get(method);
    if (served == null) {
      if (node.routes.isEmpty()) {
        return fallback(request, dialect);
      }
      return new Match.Missing(
          Refusal.methodNotAllowed(request.method().name(), allowed(node)), dialect);
    }
    request.matched(named(served.parameters(), values));
    return new Match.Found(served, dialect);
  }

  private @Nullable Node walk(Node node, List<String> segments, int index, List<String> values) {
    if (index == segments.size()) {
      return node.routes.isEmpty() ? null : node;
    }
    Node literal = node.literals.get(segments.get(index));
    if (literal != null) {
      Node found = walk(literal, segments, index + 1, values);
      if (found != null) {
        return found;
      }
    }
    Node parameter = node.parameter;
    if (parameter == null || segments.get(index).isEmpty()) {
      return null;
    }
    values.add(segments.get(index));
    Node found = walk(parameter, segments, index + 1, values);
    if (found == null) {
      values.removeLast();
    }
    return found;
  }

  /// The dialect of the longest prefix; paths that no dialect claims may fall back on a rest route.
  private Dialect dialect(List<String> segments) {
    Dialect dialect = null;
    Node node = root;
    for (String segment : segments) {
      node = node.literals.get(segment);
      if (node == null) {
        break;
      }
      dialect = node.dialect == null ? dialect : node.dialect;
    }
    return dialect == null ? plain : dialect;
  }

  private Match fallback(Request request, Dialect dialect) {
    Served served = otherwise;
    if (dialect.equals(plain) && served != null && request.method().isSafe()) {
      return new Match.Found(served, dialect);
    }
    return new Match.Missing(
        Refusal.notFound(
            "Expected the path of something that exists, but got "
                + request.path()
                + "; the routes are listed at /docs."),
        dialect);
  }

  private static Map<String, String> named(List<String> names, List<String> values) {
    return switch (names.size()) {
      case 0 -> Map.of();
      case 1 -> Map.of(names.getFirst(), values.getFirst());
      default -> {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
          map.put(names.get(i), values.get(i));
        }
        yield map;
      }
    };
  }

  private static String allowed(Node node) {
    StringBuilder text = new StringBuilder();
    for (Method method : Method.values()) {
      if (node.routes.containsKey(method)) {
        text.append(text.isEmpty() ? "" : ", ").append(method);
      }
    }
    return text.toString();
  }
}
