package dev.beckon.registry.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An API key, without its secret.
///
/// @param siteId the first half of a Track key; null for the others
/// @param hint the last four characters of the secret
/// @param createdBy name of who made it
/// @param lastUsedAt exact to a minute
public record Key(
    int id,
    int workspace,
    String name,
    KeyKind kind,
    @Nullable String siteId,
    String hint,
    Instant createdAt,
    @Nullable String createdBy,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {

  /// A new key with its secret, which is not stored.
  public record Issued(Key key, String secret) {
    @Override
    public String toString() {
      return key.toString();
    }
  }

  /// What a caller who showed a valid key may enter.
  public record Access(int workspace, int key, String name) {}

  /// The keys that a new workspace starts with, in clear.
  public record Starter(String siteId, String apiKey, String writeKey, String appApiKey) {
    @Override
    public String toString() {
      return siteId;
    }
  }
}
