package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.journey.Ending;
import dev.beckon.core.journey.Journey;
import dev.beckon.engine.codec.JourneyRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import org.jspecify.annotations.Nullable;

/// Reads single journeys.
final class JourneyRows {
  private JourneyRows() {}

  static @Nullable JourneyView at(Rows rows, PersonKey person, long number) {
    byte[] row = rows.get(Table.JOURNEY, Keys.numbered(person, number));
    return row == null ? null : view(person, row);
  }

  static JourneyView view(PersonKey person, byte[] row) {
    JourneyRow read = JourneyRow.read(row);
    return new JourneyView(
        person, read.journey(), read.endedAt(), read.ending(), read.convertedAt());
  }

  static boolean matches(JourneyFilter filter, JourneyView view) {
    return (filter.step() == null || filter.step().equals(view.journey().step()))
        && (filter.state() == null || matches(filter.state(), view));
  }

  private static boolean matches(JourneyFilter.State state, JourneyView view) {
    return switch (state) {
      case UNDER_WAY -> view.ending() == null;
      case HALTED -> view.ending() == null && view.journey().state() == Journey.State.HALTED;
      case FINISHED -> view.ending() == Ending.FINISHED;
      case EXITED -> view.ending() != null && view.ending() != Ending.FINISHED;
    };
  }
}
