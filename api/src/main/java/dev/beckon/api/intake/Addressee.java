package dev.beckon.api.intake;

import dev.beckon.api.http.Refusal;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import java.nio.charset.StandardCharsets;
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
      PersonKey key = key(workspace, segment.substring(CIO_PREFIX.length()));
      return key == null ? new Nobody() : new ByKey(key);
    }
    within(segment);
    return new ByIdentifier(
        looksLikeEmail(segment) ? Identifier.email(segment) : Identifier.id(segment));
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
