package dev.beckon.api.http;

import org.jspecify.annotations.Nullable;

/// The verbs that routes know.
public enum Method {
  GET,
  HEAD,
  POST,
  PUT,
  PATCH,
  DELETE,
  OPTIONS;

  /// Whether a request of this kind changes nothing.
  public boolean isSafe() {
    return this == GET || this == HEAD || this == OPTIONS;
  }

  static @Nullable Method named(String text) {
    return switch (text) {
      case "GET" -> GET;
      case "HEAD" -> HEAD;
      case "POST" -> POST;
      case "PUT" -> PUT;
      case "PATCH" -> PATCH;
      case "DELETE" -> DELETE;
      case "OPTIONS" -> OPTIONS;
      default -> null;
    };
  }
}
