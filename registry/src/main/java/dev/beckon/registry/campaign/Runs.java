package dev.beckon.registry.campaign;

import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import dev.beckon.registry.store.Database;
import dev.beckon.registry.syntax.Json;
import dev.beckon.registry.syntax.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The states of campaigns, and what publishing must know about their past.
public final class Runs {
  /// The past of a campaign that was never started.
  public static final Past DRAFT =
      new Past(new Campaign.Run(Campaign.State.DRAFT, null, null, null), 0, Maps.empty());

  private final Database database;

  public Runs(Database database) {
    this.database = database;
  }

  /// @param startedEpoch version of the publication that started it last; 0 while that is pending
  /// @param retired ids of removed steps, with the step where people standing there go on
  public record Past(Campaign.Run run, long startedEpoch, SequencedMap<String, String> retired) {
    public Past {
      retired = Maps.copy(retired);
    }
  }

  public Past get(int campaign) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM campaign_runs WHERE campaign = :id")
                .bind("id", campaign)
                .map((row, _) -> past(row))
                .findOne()
                .orElse(DRAFT));
  }

  /// The states of all campaigns of a workspace, by id; one that is missing is a draft.
  public Map<Integer, Past> all(int workspace) {
    Map<Integer, Past> all = new HashMap<>();
    database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT r.* FROM campaign_runs r JOIN documents d ON d.id = r.campaign"
                        + " WHERE d.kind = 'campaign' AND d.workspace = :workspace")
                .bind("workspace", workspace)
                .map((row, _) -> all.put(row.getInt("campaign"), past(row)))
                .list());
    return all;
  }

  private static Past past(ResultSet row) throws SQLException {
    return new Past(
        new Campaign.Run(
            Campaign.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            Database.time(row, "started_at"),
            Database.time(row, "stopped_at"),
            row.getString("recipe")),
        row.getLong("started_epoch"),
        retired(row.getString("retired")));
  }

  void put(int campaign, Past past) {
    Campaign.Run run = past.run();
    database.write(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO campaign_runs"
                        + " (campaign, state, started_at, stopped_at, recipe, started_epoch, retired)"
                        + " VALUES (:id, :state, :started, :stopped, :recipe, :epoch, :retired)"
                        + " ON CONFLICT (campaign) DO UPDATE SET state = excluded.state,"
                        + " started_at = excluded.started_at, stopped_at = excluded.stopped_at,"
                        + " recipe = excluded.recipe, started_epoch = excluded.started_epoch,"
                        + " retired = excluded.retired")
                .bind("id", campaign)
                .bind("state", run.state().word())
                .bind("started", millis(run.startedAt()))
                .bind("stopped", millis(run.stoppedAt()))
                .bind("recipe", run.recipe())
                .bind("epoch", past.startedEpoch())
                .bind("retired", json(past.retired()))
                .execute());
  }

  /// Notes which publication started a campaign.
  public void started(int campaign, long version) {
    Past past = get(campaign);
    put(campaign, new Past(past.run(), version, past.retired()));
  }

  void remove(int campaign) {
    database.write(
        handle -> handle.execute("DELETE FROM campaign_runs WHERE campaign = ?", campaign));
  }

  /// The campaign in the workspace that was last made from a recipe.
  Optional<Integer> madeFrom(int workspace, String recipe) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT d.id FROM documents d JOIN campaign_runs r ON r.campaign = d.id"
                        + " WHERE d.kind = 'campaign' AND d.workspace = :workspace"
                        + " AND r.recipe = :recipe ORDER BY d.id DESC LIMIT 1")
                .bind("workspace", workspace)
                .bind("recipe", recipe)
                .mapTo(Integer.class)
                .findOne());
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  private static SequencedMap<String, String> retired(String json) {
    SequencedMap<String, String> retired = new LinkedHashMap<>();
    Json.stored(json).fields().forEach((id, next) -> retired.put(id, next.asText()));
    return retired;
  }

  private static String json(SequencedMap<String, String> retired) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    retired.forEach((id, next) -> fields.put(id, Value.of(next)));
    return JsonText.of(new Value.Fields(fields));
  }
}
