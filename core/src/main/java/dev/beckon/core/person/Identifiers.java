package dev.beckon.core.person;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The identifiers of one person; each slot holds one, and may still be waiting for its desk's
// word.
public record Identifiers(@Nullable Held id, @Nullable Held email) {
  public static final Identifiers NONE = new Identifiers(null, null);

  /// An identifier in its slot; `pending` until the desk has granted the claim.
  public record Held(String value, boolean pending) {}

  public @Nullable Held held(IdentifierKind kind) {
    return switch (kind) {
      case ID -> id;
      case EMAIL -> email;
    };
  }

  public Identifiers with(IdentifierKind kind, @Nullable Held held) {
    return switch (kind) {
      case ID -> new Identifiers(held, email);
      case EMAIL -> new Identifiers(id, held);
    };
  }

  public boolean holds(Identifier identifier) {
    Held held = held(identifier.kind());
    return held != null && new Identifier(identifier.kind(), held.value()).sameAs(identifier);
  }

  public @Nullable String idValue() {
    return id == null ? null : id.value();
  }

  public @Nullable String emailValue() {
    return email == null ? null : email.value();
  }

  public List<Identifier> all() {
    List<Identifier> all = new ArrayList<>();
    for (IdentifierKind kind : IdentifierKind.values()) {
      Held held = held(kind);
      if (held != null) {
        all.add(new Identifier(kind, held.value()));
      }
    }
    return all;
  }
}
