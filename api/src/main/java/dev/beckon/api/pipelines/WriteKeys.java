package dev.beckon.api.pipelines;

import dev.beckon.api.http.BasicAuth;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.api.intake.Pace;
import dev.beckon.core.value.Value;
import dev.beckon.registry.key.Keys;
import org.jspecify.annotations.Nullable;

/// Lets in whoever brings a workspace's write key, in the header or, as browsers do, in the body.
public final class WriteKeys implements PipelinesGate {
  private final Keys keys;
  private final Pace pace;

  public WriteKeys(Keys keys, Pace pace) {
    this.keys = keys;
    this.pace = pace;
  }

  @Override
  public int workspaceOf(Request request, Value.Fields body) {
    BasicAuth given = BasicAuth.parse(request.header("authorization"));
    return workspaceOf(given == null ? Call.text(body, "writeKey") : given.name());
  }

  @Override
  public int workspaceOf(@Nullable String writeKey) {
    if (writeKey == null || writeKey.isEmpty()) {
      throw Refusal.of(
          Refusal.Kind.UNAUTHENTICATED,
          "Expected a write key as the user of Basic authentication or as writeKey in the body.");
    }
    return keys.write(writeKey)
        .map(pace::step)
        .orElseThrow(
            () ->
                Refusal.of(
                    Refusal.Kind.UNAUTHENTICATED,
                    "Expected a write key in force, but this one is unknown or revoked; see"
                        + " Settings → Keys."));
  }
}
