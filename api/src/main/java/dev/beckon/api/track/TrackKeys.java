package dev.beckon.api.track;

import dev.beckon.api.http.BasicAuth;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.intake.Pace;
import dev.beckon.registry.key.Key;
import dev.beckon.registry.key.Keys;
import java.util.Optional;

/// Lets in whoever brings a workspace's site id and key.
public final class TrackKeys implements TrackGate {
  private final Keys keys;
  private final Pace pace;

  public TrackKeys(Keys keys, Pace pace) {
    this.keys = keys;
    this.pace = pace;
  }

  @Override
  public int workspaceOf(Request request) {
    BasicAuth given = BasicAuth.parse(request.header("authorization"));
    Optional<Key.Access> access =
        given == null ? Optional.empty() : keys.track(given.name(), given.password());
    return access
        .map(pace::step)
        .orElseThrow(() -> Refusal.of(Refusal.Kind.UNAUTHENTICATED, "Unauthorized request"));
  }
}
