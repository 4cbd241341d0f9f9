package dev.beckon.api.manage;

import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.registry.Registry;
import dev.beckon.registry.key.Key;
import dev.beckon.registry.member.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets callers in: finds out who they are and whether the route is for them.
final class Gate {
  static final String COOKIE = "beckon_session";
  private static final String CSRF_HEADER = "x-beckon-csrf";
  private static final String BEARER = "Bearer ";

  private final Registry registry;

  Gate(Registry registry) {
    this.registry = registry;
  }

  /// @throws Refusal if the caller is unknown, may not do this, or comes without the CSRF token
  Caller admit(Request request, Access access) {
    Caller caller = caller(request);
    if (access == Access.OPEN) {
      return caller;
    }
    if (caller instanceof Caller.Unknown) {
      throw Refusal.of(Refusal.Kind.UNAUTHENTICATED, "Log in, or send an App key.")
          .titled("You are not logged in.");
    }
    if (!request.method().isSafe() && caller instanceof Caller.InConsole member) {
      checkToken(request, member.session());
    }
    if (!access.allows(caller.role())) {
      throw Refusal.of(
          Refusal.Kind.FORBIDDEN,
          "Expected the role "
              + access.word()
              + ", but you are "
              + caller.role().word()
              + "; ask an owner.");
    }
    return caller;
  }

  private Caller caller(Request request) {
    String authorization = request.header("authorization");
    if (authorization != null && authorization.startsWith(BEARER)) {
      Optional<Key.Access> key =
          registry.keys().app(authorization.substring(BEARER.length()).strip());
      return key.isPresent() ? new Caller.WithKey(key.get()) : new Caller.Unknown();
    }
    String token = cookie(request.header("cookie"));
    Optional<Session> session = token == null ? Optional.empty() : registry.sessions().find(token);
    return session.isPresent() && token != null
        ? new Caller.InConsole(session.get(), token)
        : new Caller.Unknown();
  }

  private static void checkToken(Request request, Session session) {
    String given = request.header(CSRF_HEADER);
    if (given == null || !session.csrfMatches(given)) {
      throw Refusal.of(
          Refusal.Kind.CSRF,
          "Expected the session's token in X-Beckon-CSRF, but it is "
              + (given == null ? "missing" : "another")
              + "; GET /manage/v1/session gives it.");
    }
  }

  private static @Nullable String cookie(@Nullable String header) {
    if (header == null) {
      return null;
    }
    int start = 0;
    while (start < header.length()) {
      int end = header.indexOf(';', start);
      if (end < 0) {
        end = header.length();
      }
      String pair = header.substring(start, end).strip();
      if (pair.startsWith(COOKIE + "=")) {
        return pair.substring(COOKIE.length() + 1);
      }
      start = end + 1;
    }
    return null;
  }
}
