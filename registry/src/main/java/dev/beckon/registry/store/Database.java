package dev.beckon.registry.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The registry's database: one writer at a time, many readers, changes that join into one.
///
/// A change inside a change joins it, so that services compose: what the outermost one does is
/// committed as a whole or not at all. Reads inside a change see what it has done so far.
public final class Database implements AutoCloseable {
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final ReentrantLock writing = new ReentrantLock();
  private final List<LastStep> lastSteps = new ArrayList<>();
  private @Nullable Change current;

  private record Change(
      Handle handle, LinkedHashSet<Integer> workspaces, LinkedHashSet<Runnable> afterwards) {}

  /// What every change does last, with the workspaces in which definitions have changed.
  @FunctionalInterface
  public interface LastStep {
    void before(Handle handle, Set<Integer> workspaces);
  }

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool).setTemplateEngine(TemplateEngine.NOP);
  }

  /// Opens the file, creates it where it is absent, and brings its tables up to date.
  public static Database open(Path file) {
    SQLiteConfig sqlite = new SQLiteConfig();
    sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
    sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    sqlite.setBusyTimeout(10_000);
    HikariConfig config = new HikariConfig();
    config.setPoolName("registry");
    config.setJdbcUrl("jdbc:sqlite:" + file);
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(1);
    sqlite.toProperties().forEach((key, value) -> config.addDataSourceProperty("" + key, value));
    HikariDataSource pool = new HikariDataSource(config);
    Flyway.configure()
        .loggers("slf4j")
        .dataSource(pool)
        .locations("classpath:dev/beckon/registry/migrations")
        .placeholders(Map.of("long", "INTEGER", "strict", "STRICT"))
        .load()
        .migrate();
    return new Database(pool);
  }

  /// Adds a step that every change takes before it is committed.
  public void beforeCommit(LastStep step) {
    lastSteps.add(step);
  }

  /// Asks; a question within a question shares its connection, so that many askers at once cannot
  /// wait for each other.
  public <T> T read(Function<Handle, T> question) {
    if (writing.isHeldByCurrentThread() && current != null) {
      return question.apply(current.handle());
    }
    return jdbi.withHandle(question::apply);
  }

  /// Makes a change, or joins the one that is being made on this thread.
  public <T> T write(Function<Handle, T> work) {
    if (writing.isHeldByCurrentThread() && current != null) {
      return work.apply(current.handle());
    }
    Outcome<T> outcome = inTransaction(work, true);
    outcome.afterwards().forEach(Runnable::run);
    return outcome.result();
  }

  /// Does the work for its answer alone and takes it back.
  public <T> T rehearse(Function<Handle, T> work) {
    if (writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("Expected to rehearse outside a change, but one is open.");
    }
    return inTransaction(work, false).result();
  }

  /// Tells that what is published of a workspace may have changed.
  public void touch(int workspace) {
    change().workspaces().add(workspace);
  }

  /// Runs something once the change on this thread is committed; the same thing once only.
  public void afterCommit(Runnable action) {
    change().afterwards().add(action);
  }

  private Change change() {
    Change change = current;
    if (change == null || !writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("Expected to be inside a change, but none is open.");
    }
    return change;
  }

  private record Outcome<T>(T result, LinkedHashSet<Runnable> afterwards) {}

  private <T> Outcome<T> inTransaction(Function<Handle, T> work, boolean keep) {
    writing.lock();
    try (Handle handle = jdbi.open()) {
      Change change = new Change(handle, new LinkedHashSet<>(), new LinkedHashSet<>());
      current = change;
      handle.begin();
      boolean done = false;
      try {
        T result = work.apply(handle);
        lastSteps.forEach(step -> step.before(handle, change.workspaces()));
        if (keep) {
          handle.commit();
          done = true;
        }
        return new Outcome<>(result, change.afterwards());
      } finally {
        current = null;
        if (!done) {
          handle.rollback();
        }
      }
    } finally {
      writing.unlock();
    }
  }

  /// Remembers what belongs to this database, and refuses another one.
  ///
  /// @param source where the value comes from, for the message
  public void refuseOther(String property, String value, Path source) {
    String known =
        write(
            handle -> {
              handle.execute(
                  "INSERT INTO properties (name, value) VALUES (?, ?)"
                      + " ON CONFLICT (name) DO NOTHING",
                  property,
                  value);
              return handle
                  .createQuery("SELECT value FROM properties WHERE name = :name")
                  .bind("name", property)
                  .mapTo(String.class)
                  .one();
            });
    if (!known.equals(value)) {
      throw new IllegalStateException(
          "Expected %s to belong to this database, but it is another one. Put back the original file."
              .formatted(source));
    }
  }

  /// The next number of a sequence, from 1; numbers are never given twice, even after a deletion.
  public static int next(Handle handle, String sequence) {
    return handle
        .createQuery(
            "INSERT INTO sequences (name, latest) VALUES (:name, 1)"
                + " ON CONFLICT (name) DO UPDATE SET latest = sequences.latest + 1"
                + " RETURNING latest")
        .bind("name", sequence)
        .mapTo(Integer.class)
        .one();
  }

  /// A column that holds a time or nothing.
  public static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  /// A column that always holds a time.
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  @Override
  public void close() {
    pool.close();
  }
}
