package dev.beckon.core.machine;

import dev.beckon.core.catalog.Limits;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.identity.Whom;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// Two people become one: the primary stays and sends for the other, who leaves for good; what they
/// bring is taken in by `Absorbing` (spec: data-in.md, 5.5).
final class Merging {
  private final Deciding deciding;

  Merging(Deciding deciding) {
    this.deciding = deciding;
  }

  /// The person is the primary, and the other is told to come.
  void take(Input.Merge input) {
    Person person = deciding.person();
    String refusal = refusal(input);
    if (refusal != null) {
      refused(refusal);
      return;
    }
    PersonKey key = person.key();
    switch (input.other()) {
      case Whom.ByIdentifier(var other) ->
          deciding.effect(
              new Effect.TellHolder(other, new Input.Depart(input.at(), other, key, null)));
      case Whom.ByKey(var other) ->
          deciding.effect(new Effect.Tell(other, new Input.Depart(input.at(), null, key, null)));
    }
  }

  private @Nullable String refusal(Input.Merge input) {
    Person person = deciding.person();
    if (!person.exists() || isNotMeant(input.by())) {
      return "There is no primary person of that name.";
    }
    boolean same =
        switch (input.other()) {
          case Whom.ByIdentifier(var other) -> identifiers().answersTo(other);
          case Whom.ByKey(var other) -> other.equals(person.key());
        };
    if (same) {
      return "The two are the same person already.";
    }
    return person.course().absorbed().size() >= Limits.MERGES_PER_PERSON_MAX
        ? "Expected at most "
            + Limits.MERGES_PER_PERSON_MAX
            + " people to become part of one, but that many have."
        : null;
  }

  /// The person is the secondary, and leaves.
  void take(Input.Depart input) {
    Person person = deciding.person();
    if (input.shared() != null) {
      Identifiers.Held held = identifiers().held(input.shared().kind());
      boolean waits =
          identifiers().holds(input.shared())
              && held != null
              && held.pending()
              && held.replaces() == null;
      if (waits) {
        leaveFor(input.into());
      }
    } else if (!person.exists() || isNotMeant(input.by())) {
      refused("There is no secondary person of that name.");
    } else if (!input.into().equals(person.key())) {
      leaveFor(input.into());
    }
  }

  /// Somebody else was named by an identifier of this person. The older one stays.
  void take(Input.Propose input) {
    Person person = deciding.person();
    Identifiers.Held held = identifiers().held(input.shared().kind());
    boolean holds = identifiers().holds(input.shared()) && held != null && !held.pending();
    if (!holds || !hasRoomFor(input) || input.from().equals(person.key())) {
      deciding.effect(
          new Effect.Tell(
              input.from(), new Input.Decline(input.at(), input.shared(), person.key())));
    } else if (isOlderThan(input)) {
      deciding.effect(
          new Effect.Tell(
              input.from(), new Input.Depart(input.at(), null, person.key(), input.shared())));
    } else {
      leaveFor(input.from());
    }
  }

  private boolean isOlderThan(Input.Propose input) {
    long since = deciding.person().profile().createdAt();
    return since != input.since()
        ? since < input.since()
        : Long.compareUnsigned(deciding.person().key().cioId(), input.from().cioId()) < 0;
  }

  /// Whether nothing that the other is known by is in the way of what this person has.
  private boolean hasRoomFor(Input.Propose input) {
    for (Identifier other : input.has()) {
      Identifiers.Held held = identifiers().held(other.kind());
      boolean waits = held != null && held.pending() && identifiers().holds(other);
      if (held != null && !waits) {
        return false;
      }
    }
    return true;
  }

  private void leaveFor(PersonKey into) {
    Person leaving = deciding.person();
    for (IdentifierKind kind : IdentifierKind.values()) {
      Identifiers.Held held = identifiers().held(kind);
      if (held != null && held.pending()) {
        deciding.effect(new Effect.Release(new Identifier(kind, held.value())));
      }
    }
    new Departures(deciding).leaveSegments();
    deciding.effect(new Effect.Depart(into, leaving));
    deciding.change(new Change.Deleted());
  }

  private boolean isNotMeant(@Nullable Identifier by) {
    return by != null && !identifiers().answersTo(by);
  }

  private void refused(String reason) {
    deciding.activity(
        "failed_merge", "", deciding.now(), Value.Fields.EMPTY.with("reason", Value.of(reason)));
  }

  private Identifiers identifiers() {
    return deciding.person().profile().identifiers();
  }
}
