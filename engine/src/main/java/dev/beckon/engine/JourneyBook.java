package dev.beckon.engine;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.journey.Entry;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.journey.TraceStep;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Person;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.JourneyRow;
import dev.beckon.engine.codec.TraceRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Journeys and what they did, for people to read.
final class JourneyBook {
  private static final byte[] UNDER_WAY = {0};
  private static final byte[] OVER = {1};

  private final Position position;
  private final ByteSink out;

  JourneyBook(Position position, ByteSink out) {
    this.position = position;
    this.out = out;
  }

  void begun(Store store, PersonKey person, Journey journey) {
    store.put(Table.CAMPAIGN_JOURNEY, index(person, journey), UNDER_WAY);
  }

  /// Where a journey stands after the decision; earlier places in it are passed over.
  void moved(Store store, Person after, Journey journey) {
    if (journey.equals(after.course().journey(journey.number()))) {
      put(store, after.key(), new JourneyRow(journey, 0, null, convertedAt(store, after, journey)));
    }
  }

  void ended(Store store, Person after, Fact.Ended ended) {
    Journey journey = ended.journey();
    long convertedAt = convertedAt(store, after, journey);
    put(store, after.key(), new JourneyRow(journey, ended.at(), ended.ending(), convertedAt));
    store.put(Table.CAMPAIGN_JOURNEY, index(after.key(), journey), OVER);
  }

  /// A journey met its goal, where the entry says so for the first time.
  void converted(Store store, Person before, PersonKey person, Change.EntryNoted noted, long at) {
    long journey = noted.entry().convertedJourney();
    Entry known = before.course().entries().get(noted.campaign());
    if (journey == 0 || (known != null && known.convertedJourney() == journey)) {
      return;
    }
    byte[] row = store.get(Table.JOURNEY, Keys.numbered(person, journey));
    if (row != null) {
      JourneyRow read = JourneyRow.read(row);
      put(store, person, new JourneyRow(read.journey(), read.endedAt(), read.ending(), at));
    }
  }

  /// Whatever journeys did in one decision, one row for each of them.
  void traced(Store store, PersonKey person, List<Fact> facts) {
    LinkedHashMap<Long, List<TraceStep>> byJourney = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Traced traced) {
        byJourney
            .computeIfAbsent(traced.step().journey(), _ -> new ArrayList<>())
            .add(traced.step());
      }
    }
    byJourney.forEach(
        (journey, steps) -> {
          new TraceRow(steps).write(out.clear());
          store.put(Table.TRACE, Keys.trace(person, journey, position.next()), out.toBytes());
        });
  }

  /// Takes over a journey of somebody who became part of the person.
  void adopt(Store store, PersonKey person, JourneyRow row) {
    put(store, person, row);
    store.put(
        Table.CAMPAIGN_JOURNEY,
        index(person, row.journey()),
        row.ending() == null ? UNDER_WAY : OVER);
  }

  void removeAll(Store store, PersonKey person) {
    byte[] from = Keys.person(person);
    byte[] to = Keys.after(from);
    Doomed index = new Doomed(Table.CAMPAIGN_JOURNEY);
    store.scan(
        Table.JOURNEY,
        from,
        to,
        (_, row) -> index.add(index(person, JourneyRow.read(row).journey())));
    index.delete(store);
    store.deleteRange(Table.JOURNEY, from, to);
    store.deleteRange(Table.TRACE, from, to);
  }

  /// Known only to the stored row, and there only if the entry says that this journey converted.
  private static long convertedAt(Store store, Person after, Journey journey) {
    Entry entry = after.course().entries().get(journey.campaign());
    if (entry == null || entry.convertedJourney() != journey.number()) {
      return 0;
    }
    byte[] row = store.get(Table.JOURNEY, Keys.numbered(after.key(), journey.number()));
    return row == null ? 0 : JourneyRow.read(row).convertedAt();
  }

  private void put(Store store, PersonKey person, JourneyRow row) {
    row.write(out.clear());
    store.put(Table.JOURNEY, Keys.numbered(person, row.journey().number()), out.toBytes());
  }

  private static byte[] index(PersonKey person, Journey journey) {
    return Keys.campaignJourney(journey.campaign(), journey.startedAt(), person, journey.number());
  }
}
