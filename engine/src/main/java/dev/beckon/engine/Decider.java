package dev.beckon.engine;

import dev.beckon.core.catalog.Catalog;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Decision;
import dev.beckon.core.machine.History;
import dev.beckon.core.machine.Input;
import dev.beckon.core.machine.PersonMachine;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.core.segment.Verdict;
import dev.beckon.engine.codec.Past;
import dev.beckon.engine.codec.PersonRecord;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has the machine decide, and what it decided written down; the next reader is `PersonMachine`.
///
/// What cannot be decided, because the person's row is damaged or the machine fails, is passed over
/// loudly: nothing of the person changes, and the timeline says what happened.
final class Decider {
  private final Catalogs catalogs;
  private final Bookkeeping books;

  Decider(Catalogs catalogs, Bookkeeping books) {
    this.catalogs = catalogs;
    this.books = books;
  }

  /// Decides on an input for somebody who lives here.
  ///
  /// @return whether it was not put into quarantine
  boolean decide(Store store, PersonKey key, byte[] row, Input input) {
    Attempt attempt = attempt(store, key, input, () -> books.roster().decode(key, row));
    if (attempt != null) {
      books.write(store, attempt.before(), attempt.before().timerAt(), input, attempt.decision());
    }
    return attempt != null;
  }

  /// Has everything happen that is due for somebody by an instant, each at its own, although no
  /// tick has come by yet: what an input finds does not depend on how late ticks are.
  ///
  /// @return the person's row after it
  byte[] ringUntil(Store store, PersonKey key, byte[] row, long at) {
    byte[] current = row;
    for (long due = PersonRecord.timerIn(row); due <= at; due = PersonRecord.timerIn(current)) {
      byte[] next =
          decide(store, key, current, new Input.Wake(due))
              ? store.get(Table.PERSON, Keys.person(key))
              : null;
      if (next == null) {
        return current;
      }
      current = next;
    }
    return current;
  }

  /// Wakes somebody whose timer was due and has been taken out of the table.
  void wake(Store store, PersonKey key, byte[] row, long due) {
    Input wake = new Input.Wake(due);
    Attempt attempt = attempt(store, key, wake, () -> books.roster().decode(key, row));
    if (attempt != null) {
      boolean stale = attempt.before().timerAt() != due;
      long armed = stale ? attempt.before().timerAt() : Verdict.NEVER;
      books.write(store, attempt.before(), armed, wake, attempt.decision());
    }
  }

  /// Decides on an input for somebody who may come to exist by it.
  ///
  /// @return the person as decided; null if it was put into quarantine
  @Nullable Person decideOnUnborn(Store store, PersonKey key, Input input) {
    return decideOnUnborn(store, key, input, Identifiers.NONE);
  }

  /// The same for somebody whom desks have already given identifiers.
  @Nullable Person decideOnUnborn(Store store, PersonKey key, Input input, Identifiers given) {
    Attempt attempt = attempt(store, key, input, () -> Person.unborn(key, input.at(), given));
    if (attempt == null) {
      return null;
    }
    books.write(store, attempt.before(), Verdict.NEVER, input, attempt.decision());
    return attempt.decision().person();
  }

  private @Nullable Attempt attempt(
      Store store, PersonKey key, Input input, Supplier<Person> before) {
    try {
      Person person = before.get();
      Catalog catalog = catalogs.of(key.workspace());
      History history = Past.of(store, key);
      Decision decision = PersonMachine.decide(person, input, catalog, history);
      if (input instanceof Input.Wake && decision.person().timerAt() <= input.at()) {
        throw new IllegalStateException(
            "Expected a timer after "
                + input.at()
                + ", but the person would be woken at "
                + decision.person().timerAt()
                + " again and again.");
      }
      return new Attempt(person, decision);
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      Quarantine.note(store, books, key, input, e);
      return null;
    }
  }

  private record Attempt(Person before, Decision decision) {}
}
