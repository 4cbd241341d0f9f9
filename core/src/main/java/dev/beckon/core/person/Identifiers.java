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
  ///
  /// @param replaces the value that the person keeps if the claim is refused, and gives up if it is
  ///     granted; only while `pending`
  public record Held(String value, boolean pending, @Nullable String replaces) {
    public Held(String value, boolean pending) {
      this(value, pending, null);
    }
  }

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

  /// Whether the identifier is in its slot, or stays the person's until a claim is granted.
  public boolean answersTo(Identifier identifier) {
    return holds(identifier) || keeps(identifier);
  }

  /// Whether the person gives the identifier up as soon as a claim is granted.
  public boolean keeps(Identifier identifier) {
    Held held = held(identifier.kind());
    String kept = held == null ? null : held.replaces();
    return kept != null && new Identifier(identifier.kind(), kept).sameAs(identifier);
  }

  public @Nullable String idValue() {
    return id == null ? null : id.value();
  }

  public @Nullable String emailValue() {
    return email == null ? null : email.value();
  }

  /// Everything that a desk may know of this person: what is in the slots and what it replaces.
  public List<Identifier> everything() {
    List<Identifier> everything = new ArrayList<>(all());
    for (IdentifierKind kind : IdentifierKind.values()) {
      Held held = held(kind);
      if (held != null && held.replaces() != null) {
        everything.add(new Identifier(kind, held.replaces()));
      }
    }
    return everything;
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
