package dev.beckon.api.http;

/// Answers one request; may block, because each connection has a virtual thread of its own.
@FunctionalInterface
public interface Handler {

  /// @throws Refusal to answer in the protocol's own error shape
  Response handle(Request request);
}
