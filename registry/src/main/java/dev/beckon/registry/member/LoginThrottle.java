package dev.beckon.registry.member;

import dev.beckon.registry.Rejection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Slows down those who guess passwords: so many failures per quarter of an hour and no more.
///
/// Failures are counted per account and address (so that nobody can lock somebody else out from
/// afar), per address, and with a wide margin per account.
final class LoginThrottle {
  static final int PER_ACCOUNT_AND_ADDRESS_MAX = 5;
  static final int PER_ADDRESS_MAX = 50;
  static final int PER_ACCOUNT_MAX = 100;
  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int REMEMBERED_MAX = 10_000;

  private final InstantSource clock;
  private final Map<String, ArrayDeque<Long>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ArrayDeque<Long>> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  LoginThrottle(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void admit(String email, String address) {
    String account = email.toLowerCase(Locale.ROOT);
    long wait =
        Math.max(
            wait(account + "\n" + address, PER_ACCOUNT_AND_ADDRESS_MAX),
            Math.max(wait("\n" + address, PER_ADDRESS_MAX), wait(account + "\n", PER_ACCOUNT_MAX)));
    if (wait > 0) {
      throw Rejection.rateLimited("Too many wrong passwords.", (wait + 999) / 1_000);
    }
  }

  synchronized void failed(String email, String address) {
    String account = email.toLowerCase(Locale.ROOT);
    note(account + "\n" + address);
    note("\n" + address);
    note(account + "\n");
  }

  synchronized void succeeded(String email, String address) {
    failures.remove(email.toLowerCase(Locale.ROOT) + "\n" + address);
  }

  private void note(String key) {
    ArrayDeque<Long> times = failures.computeIfAbsent(key, _ -> new ArrayDeque<>());
    times.addLast(clock.millis());
    if (times.size() > PER_ACCOUNT_MAX) {
      times.removeFirst();
    }
  }

  /// How long (ms) until one more try is allowed.
  private long wait(String key, int max) {
    ArrayDeque<Long> times = failures.get(key);
    if (times == null) {
      return 0;
    }
    long from = clock.millis() - WINDOW.toMillis();
    while (!times.isEmpty() && times.getFirst() <= from) {
      times.removeFirst();
    }
    if (times.isEmpty()) {
      failures.remove(key);
    }
    return times.size() < max ? 0 : times.getFirst() - from;
  }
}
