package dev.beckon.api.http;

/// A method and a path with the handler that answers there.
///
/// @param path segments in braces are parameters
/// @param about what readers of the API are told of it
/// @param urgent answered even when the server has no room for more, as probes are
public record Route(Method method, String path, About about, Handler handler, boolean urgent) {
  public Route(Method method, String path, About about, Handler handler) {
    this(method, path, about, handler, false);
  }

  /// The same route with another handler.
  public Route handledBy(Handler other) {
    return new Route(method, path, about, other, urgent);
  }

  public Route asUrgent() {
    return new Route(method, path, about, handler, true);
  }
}
