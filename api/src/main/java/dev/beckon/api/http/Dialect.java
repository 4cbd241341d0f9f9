package dev.beckon.api.http;

/// How a protocol words a refusal: status, headers and body.
@FunctionalInterface
public interface Dialect {
  Response refuse(Refusal refusal);
}
