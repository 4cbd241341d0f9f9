package dev.beckon.engine.query;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.engine.codec.PointerRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Messages and what became of them, newest first.
public final class Deliveries {
  /// How many of a person's messages one page looks at.
  static final int LOOKS_MAX = 2_000;

  private final Queries queries;

  public Deliveries(Queries queries) {
    this.queries = queries;
  }

  public Page<DeliveryView> ofPerson(
      PersonKey person, DeliveryFilter filter, @Nullable String cursor, int limit) {
    return queries.readHome(
        person, Page.empty(), rows -> ofPerson(rows, person, filter, cursor, limit));
  }

  private static Page<DeliveryView> ofPerson(
      Rows rows, PersonKey person, DeliveryFilter filter, @Nullable String cursor, int limit) {
    List<DeliveryView> items = new ArrayList<>();
    List<Fact.Outcome> outcomes = new ArrayList<>();
    Cursor next = new Cursor();
    rows.scanBack(
        Table.DELIVERY,
        Keys.person(person),
        Cursor.endOf(person, cursor),
        (key, row) -> {
          if (items.size() == limit || next.looks() == LOOKS_MAX) {
            return next.goesOn();
          }
          DeliveryId id = new DeliveryId(person, Keys.numberIn(key));
          if (Keys.isOutcome(key)) {
            outcomes.addFirst(DeliveryRows.outcome(id, row));
            return true;
          }
          next.passed(id.number());
          DeliveryView view = DeliveryRows.view(id, row, outcomes);
          outcomes.clear();
          if (filter.accepts(view)) {
            items.add(view);
          }
          return true;
        });
    return new Page<>(items, next.text());
  }

  public Page<DeliveryView> ofWorkspace(
      int workspace, DeliveryFilter filter, @Nullable String cursor, int limit) {
    return new TimelineScan<>(
            queries,
            Table.DELIVERY_TIMELINE,
            workspace,
            (p, key, row) -> List.of(line(p, key, row)))
        .page(
            cursor,
            limit,
            (rows, _, line) -> {
              DeliveryId id = pointedTo(workspace, line);
              if (filter.equals(DeliveryFilter.ALL)) {
                return again -> DeliveryRows.at(again, id);
              }
              DeliveryView view = DeliveryRows.at(rows, id);
              return view != null && filter.accepts(view) ? _ -> view : null;
            });
  }

  private static TimelineScan.Placed<PointerRow> line(int partition, byte[] key, byte[] row) {
    ActivityId place = new ActivityId(Keys.timelineAt(key), partition, Keys.timelineOrdinal(key));
    return new TimelineScan.Placed<>(place, PointerRow.read(row));
  }

  private static DeliveryId pointedTo(int workspace, PointerRow pointer) {
    return new DeliveryId(new PersonKey(workspace, pointer.cioId()), pointer.number());
  }

  public Optional<DeliveryView> one(DeliveryId id) {
    return queries.readHome(
        id.person(), Optional.empty(), rows -> Optional.ofNullable(DeliveryRows.at(rows, id)));
  }
}
