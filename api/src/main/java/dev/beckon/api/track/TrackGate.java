package dev.beckon.api.track;

import dev.beckon.api.http.Request;

/// Finds the workspace that a Track key opens.
@FunctionalInterface
public interface TrackGate {

  /// @throws dev.beckon.api.http.Refusal if the key is missing or wrong
  int workspaceOf(Request request);
}
