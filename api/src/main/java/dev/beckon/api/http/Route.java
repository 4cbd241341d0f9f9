package dev.beckon.api.http;

/// A method and a path with the handler that answers there.
///
/// @param path segments in braces are parameters
/// @param about what readers of the API are told of it
public record Route(Method method, String path, About about, Handler handler) {}
