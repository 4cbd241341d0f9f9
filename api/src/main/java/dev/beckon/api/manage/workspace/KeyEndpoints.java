package dev.beckon.api.manage.workspace;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.registry.Registry;
import dev.beckon.registry.key.Key;
import dev.beckon.registry.key.KeyKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The API keys of a workspace.
public final class KeyEndpoints {
  private static final String TAG = "Keys";

  private final Registry registry;

  public KeyEndpoints(Registry registry) {
    this.registry = registry;
  }

  /// An API key; of the secret only the last four characters are known.
  ///
  /// @param siteId of Track keys
  /// @param lastUsedAt exact to a minute
  public record KeyJson(
      int id,
      String name,
      KeyKind kind,
      @Nullable String siteId,
      String hint,
      Instant createdAt,
      @Nullable String createdBy,
      @Nullable Instant lastUsedAt,
      @Nullable Instant revokedAt) {

    static KeyJson of(Key key) {
      return new KeyJson(
          key.id(),
          key.name(),
          key.kind(),
          key.siteId(),
          key.hint(),
          key.createdAt(),
          key.createdBy(),
          key.lastUsedAt(),
          key.revokedAt());
    }
  }

  public record KeysJson(List<KeyJson> items) {}

  public record NewKeyJson(String name, KeyKind kind) {}

  /// @param secret not shown again
  public record IssuedKeyJson(KeyJson key, String secret) {}

  public void on(Endpoints endpoints) {
    endpoints
        .get(
            WORKSPACE + "/keys",
            Access.VIEWER,
            About.of(TAG, "All keys", "Those in force first.").example("{\"items\": []}"),
            KeysJson.class,
            call ->
                new KeysJson(
                    registry.keys().list(call.workspace()).stream().map(KeyJson::of).toList()))
        .tell(
            Method.POST,
            WORKSPACE + "/keys",
            Access.OWNER,
            About.of(TAG, "Make a key", "The secret is shown this one time.")
                .gives(201, IssuedKeyJson.class)
                .example("{\"name\": \"Backend\", \"kind\": \"track\"}"),
            NewKeyJson.class,
            IssuedKeyJson.class,
            this::create)
        .ask(
            Method.DELETE,
            WORKSPACE + "/keys/{id}",
            Access.OWNER,
            About.of(TAG, "Revoke a key", "At once; it stays in the list.").example("{}"),
            KeyJson.class,
            call -> KeyJson.of(registry.keys().revoke(call.workspace(), call.id("id"), call.by())));
  }

  private IssuedKeyJson create(Call call, NewKeyJson body) {
    Key.Issued issued =
        registry.keys().create(call.workspace(), body.name(), body.kind(), call.by());
    return new IssuedKeyJson(KeyJson.of(issued.key()), issued.secret());
  }
}
