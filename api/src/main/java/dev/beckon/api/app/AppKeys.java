package dev.beckon.api.app;

import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.intake.Pace;
import dev.beckon.registry.key.Keys;
import org.jspecify.annotations.Nullable;

/// Opens the App API to whoever shows an App key as bearer token.
public final class AppKeys implements AppGate {
  private static final String SCHEME = "Bearer ";

  private final Keys keys;
  private final Pace pace;

  public AppKeys(Keys keys, Pace pace) {
    this.keys = keys;
    this.pace = pace;
  }

  @Override
  public int workspaceOf(Request request) {
    String token = token(request.header("authorization"));
    if (token == null) {
      throw refused("Expected an App API key as bearer token in the Authorization header.");
    }
    return keys.app(token)
        .map(pace::step)
        .orElseThrow(() -> refused("Expected a valid App API key, but this one opens nothing."));
  }

  private static Refusal refused(String detail) {
    return Refusal.of(Refusal.Kind.UNAUTHENTICATED, detail);
  }

  private static @Nullable String token(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    String token = header.substring(SCHEME.length()).strip();
    return token.isEmpty() ? null : token;
  }
}
