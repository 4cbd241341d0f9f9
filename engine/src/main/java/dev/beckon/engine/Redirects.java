package dev.beckon.engine;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.RedirectRow;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import org.jspecify.annotations.Nullable;

/// Who became part of whom, for whatever is still under way to who is gone.
final class Redirects {
  private Redirects() {}

  static void note(Store store, PersonKey from, PersonKey into, long at, ByteSink out) {
    new RedirectRow(into.cioId(), at).write(out.clear());
    store.put(Table.REDIRECT, Keys.person(from), out.toBytes());
  }

  /// Of whom somebody became part; null for nobody.
  static @Nullable PersonKey of(Rows rows, PersonKey person) {
    byte[] row = rows.get(Table.REDIRECT, Keys.person(person));
    return row == null ? null : new PersonKey(person.workspace(), RedirectRow.read(row).into());
  }

  /// Whether an input still means something for the other person.
  static boolean concernsTheOther(Input input) {
    return switch (input) {
      case Input.Identify _,
          Input.Track _,
          Input.Delete _,
          Input.Suppress _,
          Input.Unsuppress _,
          Input.DeviceSeen _,
          Input.Report _,
          Input.Propose _,
          Input.Merge _ ->
          true;
      case Input.Depart depart -> depart.shared() == null;
      case Input.DeviceLost lost -> lost.by() != null;
      case Input.ClaimAnswered answer -> answer.granted();
      case Input.Absorb _,
          Input.Decline _,
          Input.Wake _,
          Input.EndJourney _,
          Input.ResumeJourney _ ->
          false;
    };
  }

  /// Says that a call by the `cio_id` of who is gone was dropped.
  static void dropped(Store store, Bookkeeping books, PersonKey from, PersonKey into, Input input) {
    Value.Fields data =
        Value.Fields.EMPTY
            .with("reason", Value.of("The person became part of another one; use its cio_id."))
            .with("cio_id", Value.of(from.cioIdText()))
            .with("primary", Value.of(into.cioIdText()));
    long at = input.at();
    Fact.Activity activity =
        new Fact.Activity(0, at, "failed_attribute_change", "cio_id", at, data, 0);
    books.activities().addOfNobody(store, from.workspace(), activity, null);
  }
}
