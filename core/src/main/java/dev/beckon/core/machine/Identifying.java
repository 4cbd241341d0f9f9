package dev.beckon.core.machine;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.LongMap;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes in who somebody is: what fills which slot, and what does not (spec: data-in.md, 5.1, 5.2);
/// what is said of them goes on to `Describing`.
final class Identifying {
  private final Deciding deciding;

  Identifying(Deciding deciding) {
    this.deciding = deciding;
  }

  void take(Input.Identify input) {
    Identifier by = input.by();
    if (!deciding.person().exists()) {
      if (input.updateOnly() || by == null) {
        deciding.refused(
            by == null ? "cio_id" : by.kind().word(),
            by == null ? "" : by.value(),
            "There is no such person, and the call asks to update only.");
        return;
      }
      create(by);
    } else if (by != null && !identifiers().answersTo(by)) {
      receive(by);
    }
    for (Identifier identifier : input.sets()) {
      boolean itself = by != null && by.kind() == identifier.kind();
      if (!itself || !identifier.value().isEmpty()) {
        hold(identifier, mayReplace(input, identifier.kind()));
      }
    }
    new Describing(deciding).take(input);
  }

  /// Makes the person exist, held by the identifier at whose desk we are, and by those that other
  /// desks have already given.
  void create(Identifier by) {
    Identifiers given = identifiers();
    deciding.change(new Change.Created(deciding.now()));
    deciding.change(new Change.CatalogAdopted(deciding.catalog().version()));
    for (IdentifierKind kind : IdentifierKind.values()) {
      Identifiers.Held held = given.held(kind);
      if (held != null) {
        deciding.change(new Change.IdentifierHeld(kind, held));
      }
    }
    deciding.change(new Change.IdentifierHeld(by.kind(), new Identifiers.Held(by.value(), false)));
    deciding.activity(
        "profile_create",
        "",
        deciding.now(),
        Value.Fields.EMPTY.with(by.kind().word(), Value.of(by.value())));
    deciding.touchAll();
  }

  /// The caller found the person by another identifier than the one that it named, whose desk has
  /// lent it to us: it is kept if its slot is empty.
  private void receive(Identifier by) {
    if (identifiers().held(by.kind()) != null) {
      deciding.effect(new Effect.Release(by));
      LongMap<Long> absorbed = deciding.person().course().absorbed();
      for (int i = 0; i < absorbed.size(); i++) {
        PersonKey lender = new PersonKey(workspace(), absorbed.keyAt(i));
        deciding.effect(new Effect.Transfer(by, lender, false));
      }
    }
    hold(by, false);
  }

  private boolean mayReplace(Input.Identify input, IdentifierKind kind) {
    Identifier by = input.by();
    return by == null
        || (kind == IdentifierKind.EMAIL
            && by.kind() == IdentifierKind.ID
            && deciding.catalog().settings().emailById());
  }

  private void hold(Identifier identifier, boolean replace) {
    IdentifierKind kind = identifier.kind();
    Identifiers.Held held = identifiers().held(kind);
    if (identifiers().holds(identifier)) {
      return;
    }
    if (identifier.value().isEmpty()) {
      giveUp(kind, held, replace);
    } else if (held != null && !replace) {
      deciding.refused(
          kind.word(),
          identifier.value(),
          "The person already has another "
              + kind.word()
              + ", which only a call by cio_id may change.");
    } else if (held != null && identifiers().keeps(identifier)) {
      fill(kind, new Identifiers.Held(identifier.value(), false));
    } else {
      String kept = held == null ? null : held.pending() ? held.replaces() : held.value();
      fill(kind, new Identifiers.Held(identifier.value(), true, kept));
      deciding.effect(new Effect.Claim(identifier));
    }
  }

  /// Empties a slot; the last identifier stays, because nobody would find the person again.
  private void giveUp(IdentifierKind kind, Identifiers.@Nullable Held held, boolean replace) {
    if (held == null) {
      return;
    }
    if (!replace) {
      deciding.refused(
          kind.word(), "", "Only a call by cio_id may remove the " + kind.word() + ".");
    } else if (!isHeldWithout(kind)) {
      deciding.refused(
          kind.word(), "", "The person has no other identifier; set another one first.");
    } else {
      fill(kind, null);
      String known = held.pending() ? held.replaces() : held.value();
      if (known != null) {
        deciding.effect(new Effect.Release(new Identifier(kind, known)));
      }
    }
  }

  private boolean isHeldWithout(IdentifierKind without) {
    for (IdentifierKind kind : IdentifierKind.values()) {
      Identifiers.Held held = identifiers().held(kind);
      if (kind != without && held != null && (!held.pending() || held.replaces() != null)) {
        return true;
      }
    }
    return false;
  }

  /// The desk has answered. Its refusal counts also where an earlier claim of the same identifier
  /// was granted: it was given up in between, and another person was faster.
  void answered(Input.ClaimAnswered answer) {
    Identifier identifier = answer.identifier();
    if (!deciding.person().exists() || !identifiers().answersTo(identifier)) {
      if (answer.granted()) {
        deciding.effect(new Effect.Release(identifier));
      }
      return;
    }
    IdentifierKind kind = identifier.kind();
    Identifiers.Held held = identifiers().held(kind);
    if (held == null) {
      return;
    }
    if (!identifiers().holds(identifier)) {
      if (!answer.granted()) {
        fill(kind, new Identifiers.Held(held.value(), held.pending()));
      }
    } else if (answer.granted()) {
      granted(kind, held);
    } else if (mayBeTheSame(held, answer)) {
      propose(identifier, answer);
    } else if (isOfSomebodyAbsorbed(answer)) {
      fill(kind, new Identifiers.Held(held.value(), false));
      deciding.effect(
          new Effect.Transfer(
              identifier, PersonKey.parse(workspace(), String.valueOf(answer.holder())), true));
    } else {
      refused(identifier, held, answer.holder() == null);
    }
  }

  private boolean isOfSomebodyAbsorbed(Input.ClaimAnswered answer) {
    return answer.holder() != null
        && deciding
                .person()
                .course()
                .absorbed()
                .get(PersonKey.parse(workspace(), answer.holder()).cioId())
            != null;
  }

  private int workspace() {
    return deciding.person().key().workspace();
  }

  /// A person with an id only and one with an address only, whom one call has named.
  private boolean mayBeTheSame(Identifiers.Held held, Input.ClaimAnswered answer) {
    return deciding.catalog().settings().autoMerge()
        && answer.holder() != null
        && held.pending()
        && held.replaces() == null
        && !isOfSomebodyAbsorbed(answer);
  }

  private void propose(Identifier shared, Input.ClaimAnswered answer) {
    Person person = deciding.person();
    List<Identifier> has = new ArrayList<>();
    for (Identifier identifier : person.profile().identifiers().all()) {
      if (identifier.kind() != shared.kind()) {
        has.add(identifier);
      }
    }
    deciding.effect(
        new Effect.Tell(
            PersonKey.parse(workspace(), String.valueOf(answer.holder())),
            new Input.Propose(
                answer.at(), person.key(), person.profile().createdAt(), shared, has)));
  }

  /// The other is somebody else, so the identifier is refused after all.
  void declined(Input.Decline input) {
    Identifiers.Held held = identifiers().held(input.shared().kind());
    if (held != null && held.pending() && identifiers().holds(input.shared())) {
      refused(input.shared(), held, false);
    }
  }

  private void granted(IdentifierKind kind, Identifiers.Held held) {
    if (held.pending()) {
      deciding.change(new Change.IdentifierHeld(kind, new Identifiers.Held(held.value(), false)));
      if (held.replaces() != null) {
        deciding.effect(new Effect.Release(new Identifier(kind, held.replaces())));
      }
    }
  }

  private void refused(Identifier identifier, Identifiers.Held held, boolean suppressed) {
    String kept = held.replaces();
    fill(identifier.kind(), kept == null ? null : new Identifiers.Held(kept, false));
    deciding.refused(
        identifier.kind().word(),
        identifier.value(),
        suppressed
            ? "The identifier is suppressed."
            : "The identifier is already associated with a different profile.");
  }

  private void fill(IdentifierKind kind, Identifiers.@Nullable Held held) {
    deciding.change(new Change.IdentifierHeld(kind, held));
    deciding.touchAttribute(kind.word());
  }

  private Identifiers identifiers() {
    return deciding.person().profile().identifiers();
  }
}
