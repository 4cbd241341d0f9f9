package dev.beckon.api.manage.workspace;

import dev.beckon.registry.key.Key;

/// The keys that a new workspace starts with, in clear this one time.
public record NewKeysJson(String siteId, String apiKey, String writeKey, String appApiKey) {

  public static NewKeysJson of(Key.Starter keys) {
    return new NewKeysJson(keys.siteId(), keys.apiKey(), keys.writeKey(), keys.appApiKey());
  }
}
