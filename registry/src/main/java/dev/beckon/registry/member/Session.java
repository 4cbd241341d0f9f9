package dev.beckon.registry.member;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/// A member who is logged in.
///
/// @param csrfToken what a change must bring along besides the cookie
public record Session(Member member, String csrfToken, Instant expiresAt) {

  /// A new session with the token for its cookie, which is not stored.
  public record Opened(String token, Session session) {
    @Override
    public String toString() {
      return session.toString();
    }
  }

  /// Compares in constant time.
  public boolean csrfMatches(String given) {
    return MessageDigest.isEqual(
        csrfToken.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
