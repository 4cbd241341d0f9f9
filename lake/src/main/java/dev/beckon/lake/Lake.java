package dev.beckon.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/// A folder of facts: `facts/workspace=1/day=2026-03-01/<first id>_<last id>.parquet`.
///
/// Files are written whole and never changed. Their names say which facts they hold, so that the
/// place to go on from is found by looking, and writing the same facts again changes nothing.
public final class Lake implements AutoCloseable {
  private static final String MEMORY_MAX = "512MB";
  private static final String ENDING = ".parquet";

  private final Path facts;
  private final Connection duck;
  private final ReentrantLock lock = new ReentrantLock();

  private Lake(Path facts, Connection duck) {
    this.facts = facts;
    this.duck = duck;
  }

  /// Opens a lake in a folder, which is made if it does not exist.
  public static Lake open(Path folder) throws IOException {
    Path facts = Files.createDirectories(folder.resolve("facts"));
    try {
      Connection duck =
          Objects.requireNonNull(new DuckDBDriver().connect("jdbc:duckdb:", new Properties()));
      try (Statement settings = duck.createStatement()) {
        settings.execute("SET memory_limit = '" + MEMORY_MAX + "'");
        settings.execute("SET threads = 1");
        settings.execute("SET TimeZone = 'UTC'");
      }
      return new Lake(facts, duck);
    } catch (SQLException failed) {
      throw new IOException("Expected DuckDB to open in this process, but it did not.", failed);
    }
  }

  /// How often something happened on a day.
  public record DayCount(LocalDate day, String type, String name, long count) {}

  /// Adds facts of one workspace, in the order of their ids; durable when it returns.
  public void append(int workspace, List<LakeFact> batch) throws IOException {
    Map<LocalDate, List<LakeFact>> byDay = new LinkedHashMap<>();
    for (LakeFact fact : batch) {
      byDay.computeIfAbsent(dayOf(fact), _ -> new ArrayList<>()).add(fact);
    }
    lock.lock();
    try {
      for (Map.Entry<LocalDate, List<LakeFact>> day : byDay.entrySet()) {
        write(folderOf(workspace).resolve("day=" + day.getKey()), day.getValue());
      }
    } catch (SQLException failed) {
      throw new IOException("Expected to write facts to " + facts + ", but could not.", failed);
    } finally {
      lock.unlock();
    }
  }

  private static LocalDate dayOf(LakeFact fact) {
    return Instant.ofEpochMilli(fact.processedAt()).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private Path folderOf(int workspace) {
    return facts.resolve("workspace=" + workspace);
  }

  private void write(Path folder, List<LakeFact> rows) throws IOException, SQLException {
    Files.createDirectories(folder);
    Path file = folder.resolve(rows.getFirst().id() + "_" + rows.getLast().id() + ENDING);
    Path whole = folder.resolve(file.getFileName() + ".tmp");
    try (Statement statement = duck.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE TEMP TABLE batch (id VARCHAR, processed_at TIMESTAMP,"
              + " happened_at TIMESTAMP, person VARCHAR, type VARCHAR, name VARCHAR,"
              + " delivery BIGINT, data VARCHAR)");
      fill(rows);
      statement.execute(
          "COPY (SELECT * FROM batch ORDER BY id) TO '"
              + quoted(whole)
              + "' (FORMAT PARQUET, COMPRESSION ZSTD)");
    }
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void fill(List<LakeFact> rows) throws SQLException {
    try (PreparedStatement insert =
        duck.prepareStatement(
            "INSERT INTO batch VALUES (?, epoch_ms(?), epoch_ms(?), ?, ?, ?, ?, ?)")) {
      for (LakeFact row : rows) {
        insert.setString(1, row.id());
        insert.setLong(2, row.processedAt());
        insert.setLong(3, row.happenedAt());
        insert.setString(4, row.person());
        insert.setString(5, row.type());
        insert.setString(6, row.name());
        insert.setLong(7, row.delivery());
        insert.setString(8, row.data());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "''");
  }

  /// The id of the latest fact of a workspace that is here.
  public Optional<String> lastId(int workspace) throws IOException {
    Path folder = folderOf(workspace);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(name.indexOf('_') + 1, name.length() - ENDING.length()))
          .max(String::compareTo);
    }
  }

  /// How often each kind of thing happened on each day (UTC, by the time it happened), latest day
  /// first and most frequent first.
  ///
  /// @param from first day
  /// @param to last day
  public List<DayCount> perDay(int workspace, LocalDate from, LocalDate to) {
    lock.lock();
    try {
      return lastId(workspace).isEmpty() ? List.of() : counted(workspace, from, to);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (SQLException failed) {
      throw new IllegalStateException("Expected to read " + facts + ", but could not.", failed);
    } finally {
      lock.unlock();
    }
  }

  private List<DayCount> counted(int workspace, LocalDate from, LocalDate to) throws SQLException {
    String files = quoted(folderOf(workspace)) + "/*/*" + ENDING;
    List<DayCount> counts = new ArrayList<>();
    try (PreparedStatement query =
        duck.prepareStatement(
            "SELECT CAST(happened_at AS DATE) AS day, type,"
                + " CASE WHEN type IN ('event', 'page', 'screen') THEN name ELSE '' END AS name,"
                + " count(*) AS n FROM read_parquet('"
                + files
                + "') WHERE CAST(happened_at AS DATE) BETWEEN ? AND ?"
                + " GROUP BY ALL ORDER BY day DESC, n DESC, type, name")) {
      query.setDate(1, Date.valueOf(from));
      query.setDate(2, Date.valueOf(to));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          counts.add(
              new DayCount(
                  row.getObject("day", LocalDate.class),
                  row.getString("type"),
                  row.getString("name"),
                  row.getLong("n")));
        }
      }
    }
    return counts;
  }

  @Override
  public void close() {
    try {
      duck.close();
    } catch (SQLException failed) {
      throw new IllegalStateException("Expected DuckDB to close, but it did not.", failed);
    }
  }
}
