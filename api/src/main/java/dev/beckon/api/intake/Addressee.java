package dev.beckon.api.intake;

import dev.beckon.api.http.Refusal;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.engine.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom a path segment names; its kind shows in its shape (spec: data-in.md, 1).
public sealed interface Addressee {
  String CIO_PREFIX = "cio_";

  record ByIdentifier(Identifier identifier) implements Addressee {}

  record ByKey(PersonKey key) implements Addressee {}

  /// A `cio_…` that cannot be anybody's.
  record Nobody() implements Addressee {}

  static Addressee of(int workspace, String segment) {
    if (segment.startsWith(CIO_PREFIX)) {
      return ofCioId(workspace, segment.substring(CIO_PREFIX.length()));
    }
    within(segment);
    return new ByIdentifier(
        looksLikeEmail(segment) ? Identifier.email(segment) : Identifier.id(segment));
  }

  /// Who has this very `cio_id`.
  static Addressee ofCioId(int workspace, String cioId) {
    PersonKey key = key(workspace, cioId);
    return key == null ? new Nobody() : new ByKey(key);
  }

  /// What the engine is told for whom this names; nothing for nobody.
  ///
  /// Calls by `cio_id` go to the person's home; those of nobody end there as an activity.
  default Optional<Message> message(int workspace, Wording wording) {
    return switch (this) {
      case ByIdentifier(Identifier identifier) ->
          Optional.of(new Message.ToIdentifier(workspace, identifier, wording.input(identifier)));
      case ByKey(PersonKey key) -> Optional.of(new Message.ToPerson(key, wording.input(null)));
      case Nobody _ -> Optional.empty();
    };
  }

  /// What the engine is told, once it is known how the person is named.
  @FunctionalInterface
  interface Wording {
    Input input(@Nullable Identifier by);
  }

  /// @throws Refusal if an identifier is blank or too long
  static void within(String value) {
    if (value.isBlank()) {
      throw Refusal.invalid("Expected an id or an e-mail address, but it is empty.");
    }
    int bytes = value.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Limits.IDENTIFIER_BYTES_MAX) {
      throw Refusal.invalid(
          "Expected an id or an e-mail address of at most "
              + Limits.IDENTIFIER_BYTES_MAX
              + " bytes, but got "
              + bytes
              + ".");
    }
  }

  /// One `@` with something before it, a dotted name after it, and no space.
  static boolean looksLikeEmail(String text) {
    int at = text.indexOf('@');
    int dot = text.lastIndexOf('.');
    return at > 0
        && text.indexOf('@', at + 1) < 0
        && dot > at + 1
        && dot < text.length() - 1
        && text.chars().noneMatch(Character::isWhitespace);
  }

  private static @Nullable PersonKey key(int workspace, String cioId) {
    try {
      return PersonKey.parse(workspace, cioId);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
