package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Walks the journeys of a campaign from the latest start back, over all partitions.
final class CampaignScan {
  private static final byte OVER = 1;
  private static final int SPOT_CHARS = 48;

  private final Queries queries;
  private final int workspace;
  private final int campaign;
  private final JourneyFilter filter;

  CampaignScan(Queries queries, int workspace, int campaign, JourneyFilter filter) {
    this.queries = queries;
    this.workspace = workspace;
    this.campaign = campaign;
    this.filter = filter;
  }

  Page<JourneyView> page(@Nullable String cursor, int limit) {
    byte[] end =
        cursor == null
            ? Keys.after(Keys.campaignJourneys(workspace, campaign))
            : Spot.parse(cursor).key(workspace, campaign);
    Merge<Spot, JourneyView> merge = new Merge<>();
    for (int p = 0; p < queries.partitions(); p++) {
      int partition = p;
      queries.read(
          p,
          rows -> {
            scan(rows, partition, end, limit, merge);
            return partition;
          });
    }
    Merge.Merged<Spot, JourneyView> merged = merge.page(queries, limit);
    Spot next = merged.next();
    return new Page<>(merged.items(), next == null ? null : next.text());
  }

  private void scan(
      Rows rows, int partition, byte[] end, int limit, Merge<Spot, JourneyView> merge) {
    int[] counts = new int[2];
    rows.scanBack(
        Table.CAMPAIGN_JOURNEY,
        Keys.campaignJourneys(workspace, campaign),
        end,
        (key, row) -> {
          Spot spot = Spot.of(key);
          if (mayMatch(row[0] == OVER) && isWanted(rows, spot)) {
            merge.add(
                new Merge.Found<>(
                    spot,
                    partition,
                    again -> JourneyRows.at(again, spot.person(workspace), spot.number())));
            counts[0]++;
          }
          if (++counts[1] == Journeys.LOOKS_MAX && counts[0] <= limit) {
            merge.stoppedAt(spot);
            return false;
          }
          return counts[0] <= limit;
        });
  }

  private boolean isWanted(Rows rows, Spot spot) {
    if (filter.equals(JourneyFilter.ALL)) {
      return true;
    }
    JourneyView view = JourneyRows.at(rows, spot.person(workspace), spot.number());
    return view != null && JourneyRows.matches(filter, view);
  }

  private boolean mayMatch(boolean over) {
    JourneyFilter.State state = filter.state();
    if (state == null) {
      return true;
    }
    return switch (state) {
      case UNDER_WAY, HALTED -> !over;
      case FINISHED, EXITED -> over;
    };
  }

  /// A journey's place among those of its campaign.
  private record Spot(long startedAt, long cioId, long number) implements Comparable<Spot> {
    private static final HexFormat HEX = HexFormat.of();

    static Spot of(byte[] key) {
      return new Spot(
          Keys.campaignJourneyStart(key),
          Keys.campaignJourneyPerson(key).cioId(),
          Keys.campaignJourneyNumber(key));
    }

    static Spot parse(String cursor) {
      if (cursor.length() != SPOT_CHARS) {
        throw new IllegalArgumentException(
            "Expected the cursor of an earlier page, but got \"" + cursor + "\".");
      }
      return new Spot(
          HexFormat.fromHexDigitsToLong(cursor, 0, 16),
          HexFormat.fromHexDigitsToLong(cursor, 16, 32),
          HexFormat.fromHexDigitsToLong(cursor, 32, 48));
    }

    String text() {
      return HEX.toHexDigits(startedAt) + HEX.toHexDigits(cioId) + HEX.toHexDigits(number);
    }

    byte[] key(int workspace, int campaign) {
      return Keys.campaignJourney(campaign, startedAt, person(workspace), number);
    }

    PersonKey person(int workspace) {
      return new PersonKey(workspace, cioId);
    }

    @Override
    public int compareTo(Spot other) {
      int byStart = Long.compare(startedAt, other.startedAt);
      if (byStart != 0) {
        return byStart;
      }
      int byPerson = Long.compareUnsigned(cioId, other.cioId);
      return byPerson != 0 ? byPerson : Long.compare(number, other.number);
    }
  }
}
