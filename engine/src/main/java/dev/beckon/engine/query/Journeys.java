package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.journey.TraceStep;
import dev.beckon.engine.codec.TraceRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who goes or went through which campaign, newest first, and why it went as it did.
public final class Journeys {
  /// How many journeys of a person, or of a campaign in a partition, one page looks at.
  static final int LOOKS_MAX = 5_000;

  private final Queries queries;

  public Journeys(Queries queries) {
    this.queries = queries;
  }

  public Page<JourneyView> ofPerson(
      PersonKey person, JourneyFilter filter, @Nullable String cursor, int limit) {
    return queries.readHome(
        person, Page.empty(), rows -> ofPerson(rows, person, filter, cursor, limit));
  }

  private static Page<JourneyView> ofPerson(
      Rows rows, PersonKey person, JourneyFilter filter, @Nullable String cursor, int limit) {
    List<JourneyView> items = new ArrayList<>();
    Cursor next = new Cursor();
    rows.scanBack(
        Table.JOURNEY,
        Keys.person(person),
        Cursor.endOf(person, cursor),
        (key, row) -> {
          if (items.size() == limit || next.looks() == LOOKS_MAX) {
            return next.goesOn();
          }
          next.passed(Keys.numberIn(key));
          JourneyView view = JourneyRows.view(person, row);
          if (JourneyRows.matches(filter, view)) {
            items.add(view);
          }
          return true;
        });
    return new Page<>(items, next.text());
  }

  public Page<JourneyView> ofCampaign(
      int workspace, int campaign, JourneyFilter filter, @Nullable String cursor, int limit) {
    return new CampaignScan(queries, workspace, campaign, filter).page(cursor, limit);
  }

  public Optional<JourneyView> one(PersonKey person, long number) {
    return queries.readHome(
        person,
        Optional.empty(),
        rows -> Optional.ofNullable(JourneyRows.at(rows, person, number)));
  }

  /// What the journey did, oldest first.
  public List<TraceStep> trace(PersonKey person, long number) {
    byte[] from = Keys.numbered(person, number);
    return queries.readHome(
        person,
        List.of(),
        rows -> {
          List<TraceStep> trace = new ArrayList<>();
          rows.scan(
              Table.TRACE,
              from,
              Keys.after(from),
              (_, row) -> trace.addAll(TraceRow.read(row).steps()));
          return trace;
        });
  }
}
