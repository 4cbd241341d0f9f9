package dev.beckon.api.pipelines;

import dev.beckon.api.http.Request;
import dev.beckon.core.value.Value;

/// Finds the workspace that a write key opens.
public interface PipelinesGate {

  /// @throws dev.beckon.api.http.Refusal if the key is missing or wrong
  int workspaceOf(Request request, Value.Fields body);

  /// @throws dev.beckon.api.http.Refusal if the key is wrong
  int workspaceOf(String writeKey);
}
