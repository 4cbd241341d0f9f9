package dev.beckon.registry.key;

import dev.beckon.registry.store.Database;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// All keys in force, in memory by hash; read by every request, replaced as a whole on a change.
final class KeyRing {
  private static final long USE_STEP_MS = 60_000;

  private final Database database;
  private final InstantSource clock;
  private final Runnable reloading = this::reload;
  private volatile Map<String, Entry> entries = Map.of();

  /// @param used when it was last used (epoch ms), exact to a minute; 0 never in this run
  private record Entry(Optional<Key.Access> access, AtomicLong used) {}

  KeyRing(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    reload();
  }

  Optional<Key.Access> open(String hash) {
    Entry entry = entries.get(hash);
    if (entry == null) {
      return Optional.empty();
    }
    long now = clock.millis();
    if (now - entry.used().get() >= USE_STEP_MS) {
      entry.used().set(now);
    }
    return entry.access();
  }

  /// What to run after a change of keys is committed.
  Runnable reloading() {
    return reloading;
  }

  /// Writes down when keys were last used.
  void flush() {
    Map<String, Entry> seen = entries;
    if (seen.values().stream().allMatch(entry -> entry.used().get() == 0)) {
      return;
    }
    database.write(
        handle -> {
          seen.forEach(
              (hash, entry) -> {
                long used = entry.used().get();
                if (used > 0) {
                  handle.execute(
                      "UPDATE api_keys SET last_used_at = ? WHERE secret_hash = ?"
                          + " AND revoked_at IS NULL AND coalesce(last_used_at, 0) < ?",
                      used,
                      hash,
                      used);
                }
              });
          return seen;
        });
  }

  private synchronized void reload() {
    Map<String, Entry> before = entries;
    Map<String, Entry> next = new HashMap<>();
    database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, workspace, name, secret_hash FROM api_keys"
                        + " WHERE revoked_at IS NULL")
                .map(
                    (row, _) -> {
                      String hash = row.getString("secret_hash");
                      Key.Access access =
                          new Key.Access(
                              row.getInt("workspace"), row.getInt("id"), row.getString("name"));
                      next.put(hash, entry(access, before.get(hash)));
                      return hash;
                    })
                .list());
    entries = next;
  }

  private static Entry entry(Key.Access access, @Nullable Entry before) {
    return new Entry(Optional.of(access), before == null ? new AtomicLong() : before.used());
  }
}
