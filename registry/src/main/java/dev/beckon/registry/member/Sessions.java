package dev.beckon.registry.member;

import dev.beckon.registry.Rejection;
import dev.beckon.registry.store.Database;
import dev.beckon.registry.store.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/// Who is logged in. Only hashes of tokens are stored; sessions end after two weeks without use.
public final class Sessions {
  static final Duration IDLE_MAX = Duration.ofDays(14);

  /// How much later the end must be before it is written anew.
  private static final Duration RENEWED_AFTER = Duration.ofHours(1);

  private static final int TOKEN_BYTES = 32;

  private final Database database;
  private final Members members;
  private final InstantSource clock;
  private final LoginThrottle throttle;

  public Sessions(Database database, Members members, InstantSource clock) {
    this.database = database;
    this.members = members;
    this.clock = clock;
    this.throttle = new LoginThrottle(clock);
  }

  /// Logs in.
  ///
  /// @param address where the call comes from, for throttling
  public Session.Opened login(String email, String password, String address) {
    throttle.admit(email, address);
    Optional<Member> member = members.authenticate(email, password);
    if (member.isEmpty()) {
      throttle.failed(email, address);
      throw Rejection.of(
          Rejection.Kind.UNAUTHENTICATED,
          "The e-mail address or the password is wrong.",
          "Try again, or ask an owner for a new password.");
    }
    throttle.succeeded(email, address);
    return open(member.get().id());
  }

  /// Logs a member in without a password, right after they were created.
  public Session.Opened open(int member) {
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(newToken());
    database.write(
        handle -> {
          long now = clock.millis();
          handle.execute("UPDATE members SET last_login_at = ? WHERE id = ?", now, member);
          return handle.execute(
              "INSERT INTO sessions (token_hash, member, created_at, expires_at)"
                  + " VALUES (?, ?, ?, ?)",
              hash(token),
              member,
              now,
              now + IDLE_MAX.toMillis());
        });
    return new Session.Opened(token, find(token).orElseThrow());
  }

  /// The session of a cookie, if it is still open; using it keeps it open.
  public Optional<Session> find(String token) {
    Instant now = clock.instant();
    Optional<Session> session =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT m.*, s.expires_at FROM sessions s JOIN members m ON m.id = s.member"
                            + " WHERE s.token_hash = :hash AND s.expires_at > :now")
                    .bind("hash", hash(token))
                    .bind("now", now.toEpochMilli())
                    .map(
                        (row, _) ->
                            new Session(
                                Members.member(row),
                                hash("csrf " + token),
                                Database.instant(row, "expires_at")))
                    .findOne());
    Instant end = now.plus(IDLE_MAX);
    if (session.isPresent() && session.get().expiresAt().isBefore(end.minus(RENEWED_AFTER))) {
      database.write(
          handle ->
              handle.execute(
                  "UPDATE sessions SET expires_at = ? WHERE token_hash = ?",
                  end.toEpochMilli(),
                  hash(token)));
    }
    return session;
  }

  public void logout(String token) {
    database.write(
        handle -> handle.execute("DELETE FROM sessions WHERE token_hash = ?", hash(token)));
  }

  /// Removes the sessions that have ended.
  public void tidy() {
    database.write(
        handle -> handle.execute("DELETE FROM sessions WHERE expires_at <= ?", clock.millis()));
  }

  private static byte[] newToken() {
    return Vault.randomBytes(TOKEN_BYTES);
  }

  static String hash(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
