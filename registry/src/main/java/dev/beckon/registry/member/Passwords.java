package dev.beckon.registry.member;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.store.Vault;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Hashes passwords with argon2id and checks them.
///
/// Each check takes [#MEMORY_KIB]; so many run side by side that a flood of logins cannot exhaust
/// the memory.
final class Passwords {
  static final int LENGTH_MIN = 10;
  static final int LENGTH_MAX = 200;
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Argon2Function ARGON =
      Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, 1, HASH_BYTES, Argon2.ID);
  private static final Semaphore AT_ONCE = new Semaphore(4);
  private static final String ONE_TIME_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private volatile @Nullable String nobody;

  void check(String password, String pointer) {
    if (password.length() < LENGTH_MIN || password.length() > LENGTH_MAX) {
      throw Rejection.invalid(
          pointer,
          "Expected a password of %d to %d characters, but it has %d."
              .formatted(LENGTH_MIN, LENGTH_MAX, password.length()));
    }
  }

  String hash(String password) {
    AT_ONCE.acquireUninterruptibly();
    try {
      return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON).getResult();
    } finally {
      AT_ONCE.release();
    }
  }

  boolean matches(String password, String hash) {
    if (password.length() > LENGTH_MAX) {
      return false;
    }
    AT_ONCE.acquireUninterruptibly();
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } finally {
      AT_ONCE.release();
    }
  }

  /// The hash of a password that nobody knows; checking against it takes as long as any other.
  String nobody() {
    String hash = nobody;
    if (hash == null) {
      hash = hash(oneTime());
      nobody = hash;
    }
    return hash;
  }

  /// A password to hand over once: four groups of five letters that are hard to confuse.
  static String oneTime() {
    StringBuilder out = new StringBuilder();
    for (byte random : Vault.randomBytes(20)) {
      if (out.length() % 6 == 5) {
        out.append('-');
      }
      out.append(ONE_TIME_LETTERS.charAt(random & 31));
    }
    return out.toString();
  }
}
