package dev.beckon.core.identity;

/// Whom a caller means: by an identifier, or by the `cio_id`.
public sealed interface Whom {
  record ByIdentifier(Identifier identifier) implements Whom {}

  record ByKey(PersonKey key) implements Whom {}
}
