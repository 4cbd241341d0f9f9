package dev.beckon.core.identity;

import java.util.Locale;

/// A name by which the outside world knows one person of a workspace.
///
/// Ids are case-sensitive; e-mail addresses are compared without case (spec: data-in.md, 5.1).
public record Identifier(IdentifierKind kind, String value) {

  public static Identifier id(String value) {
    return new Identifier(IdentifierKind.ID, value);
  }

  public static Identifier email(String value) {
    return new Identifier(IdentifierKind.EMAIL, value);
  }

  /// The form in which two spellings of the same identifier are equal.
  public Identifier normalized() {
    return switch (kind) {
      case ID -> this;
      case EMAIL -> new Identifier(kind, value.toLowerCase(Locale.ROOT));
    };
  }

  public boolean sameAs(Identifier other) {
    return normalized().equals(other.normalized());
  }
}
