package dev.beckon.api.pipelines;

import dev.beckon.api.http.Handler;
import dev.beckon.api.http.Response;

/// Lets scripts of any site read the answers: a write key is public, and no cookie counts here.
final class Cors {
  private static final String DAY_SECONDS = "86400";

  private Cors() {}

  static Response open(Response response) {
    return response.with("access-control-allow-origin", "*");
  }

  static Handler open(Handler handler) {
    return request -> open(handler.handle(request));
  }

  /// The answer to a browser that asks first.
  static Response preflight() {
    return open(Response.empty(204))
        .with("access-control-allow-methods", "GET, POST, OPTIONS")
        .with(
            "access-control-allow-headers",
            "authorization, content-type, x-retry-count, x-strict-mode, beckon-explain")
        .with("access-control-max-age", DAY_SECONDS);
  }
}
