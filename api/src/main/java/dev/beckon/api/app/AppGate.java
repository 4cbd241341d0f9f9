package dev.beckon.api.app;

import dev.beckon.api.http.Request;

/// Finds the workspace that an App key opens.
@FunctionalInterface
public interface AppGate {

  /// @throws dev.beckon.api.http.Refusal if the key is missing or wrong
  int workspaceOf(Request request);
}
