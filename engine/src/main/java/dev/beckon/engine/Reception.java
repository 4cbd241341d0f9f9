package dev.beckon.engine;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Identifiers;
import dev.beckon.engine.codec.NewcomerRow;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The desk at work: finds whom a call means, has people created, and settles who gets which
/// identifier (docs/identity.md).
final class Reception {
  private final Site site;
  private final Turn turn;
  private final Relays relays;
  private final Roster roster;
  private final Homes homes;
  private final Newcomers newcomers;
  private final Suppressions suppressions;
  private final Acquaintances acquaintances;

  Reception(
      Site site,
      Turn turn,
      Relays relays,
      Roster roster,
      Homes homes,
      Newcomers newcomers,
      Suppressions suppressions) {
    this.suppressions = suppressions;
    this.site = site;
    this.turn = turn;
    this.relays = relays;
    this.roster = roster;
    this.homes = homes;
    this.newcomers = newcomers;
    this.acquaintances = new Acquaintances(site.index());
  }

  void toIdentifier(Store store, Message.ToIdentifier to) {
    Identifier identifier = to.identifier().normalized();
    byte[] desk = Keys.desk(to.workspace(), identifier);
    Acquaintances.Met met = acquaintances.meet(store, to.workspace(), identifier, desk);
    if (met != null) {
      homes.toPerson(store, met.key(), met.row(), to.input());
      return;
    }
    PersonKey holder = Desk.holder(store, to.workspace(), desk);
    if (holder == null) {
      toUnknown(store, to);
    } else if (holder.partition() == site.index()) {
      acquaintances.remember(desk, holder);
      homes.toPerson(store, holder, to.input());
    } else {
      turn.concerns(holder);
      relays.send(store, holder.partition(), new Message.ToPerson(holder, to.input()));
    }
  }

  private void toUnknown(Store store, Message.ToIdentifier to) {
    PersonKey newcomer = newcomers.by(to.workspace(), to.identifier());
    if (newcomer != null) {
      newcomers.await(store, newcomer, to);
      return;
    }
    if (isSettledWithout(store, to)) {
      return;
    }
    Identifier further = further(to);
    if (further == null) {
      create(store, roster.nextKey(to.workspace()), to, Identifiers.NONE);
    } else {
      ask(store, to, further);
    }
  }

  /// Whether a call needs nobody: it is about suppression, or the identifier is suppressed.
  private boolean isSettledWithout(Store store, Message.ToIdentifier to) {
    int workspace = to.workspace();
    boolean blocked = Suppressions.has(store, workspace, to.identifier());
    if (to.input() instanceof Input.Unsuppress unsuppress) {
      suppressions.unsuppress(store, workspace, unsuppress);
    } else if (to.input() instanceof Input.Suppress suppress) {
      if (!blocked) {
        suppressions.block(store, workspace, to.identifier(), suppress.at());
      }
    } else if (blocked) {
      suppressions.dropped(store, workspace, to.identifier(), to.input());
    } else {
      return false;
    }
    return true;
  }

  /// The identifier of another kind that the call names besides; null where there is none.
  private static @Nullable Identifier further(Message.ToIdentifier to) {
    if (to.input() instanceof Input.Identify identify) {
      for (Identifier identifier : identify.sets()) {
        if (identifier.kind() != to.identifier().kind() && !identifier.value().isEmpty()) {
          return identifier;
        }
      }
    }
    return null;
  }

  /// Somebody may have the other identifier: then the call is about them.
  private void ask(Store store, Message.ToIdentifier to, Identifier further) {
    PersonKey newcomer = roster.reserveKey(store, to.workspace());
    newcomers.begin(store, newcomer, to.identifier(), further);
    newcomers.await(store, newcomer, to);
    boolean creating = to.input() instanceof Input.Identify identify && !identify.updateOnly();
    relays.send(
        store,
        Routing.deskOf(to.workspace(), further, site.partitions()),
        new Message.Newcomer(newcomer, to.identifier(), further, creating, to.input().at()));
  }

  private boolean create(Store store, PersonKey key, Message.ToIdentifier to, Identifiers given) {
    boolean created = homes.create(store, key, to.input(), given);
    if (created) {
      Desk.give(store, to.identifier(), key);
    }
    return created;
  }

  /// Somebody who is about to exist asks for an identifier of this desk.
  void asked(Store store, Message.Newcomer asking) {
    int workspace = asking.newcomer().workspace();
    PersonKey waiting = newcomers.by(workspace, asking.identifier());
    PersonKey holder = Desk.holder(store, workspace, asking.identifier());
    if (holder != null) {
      answer(store, asking, Message.Answer.HELD, holder);
    } else if (waiting != null && !Newcomers.goesBefore(asking.by(), asking.identifier())) {
      newcomers.await(store, waiting, asking);
    } else if (Suppressions.has(store, workspace, asking.identifier())) {
      answer(store, asking, Message.Answer.SUPPRESSED, null);
    } else if (!asking.creating()) {
      answer(store, asking, Message.Answer.FREE, null);
    } else {
      Desk.give(store, asking.identifier(), asking.newcomer());
      answer(store, asking, Message.Answer.GIVEN, null);
      if (waiting != null) {
        goOn(newcomers.end(store, waiting));
      }
    }
  }

  private void answer(
      Store store, Message.Newcomer asking, Message.Answer answer, @Nullable PersonKey holder) {
    relays.send(
        store,
        asking.newcomer().partition(),
        new Message.NewcomerAnswered(
            asking.newcomer(), asking.identifier(), answer, holder, asking.at()));
  }

  /// The other desk has answered.
  void answered(Store store, Message.NewcomerAnswered answer) {
    PersonKey newcomer = answer.newcomer();
    NewcomerRow row = newcomers.get(newcomer);
    if (row == null) {
      giveBack(store, answer);
      return;
    }
    List<Message> waited = newcomers.end(store, newcomer);
    Message.ToIdentifier first = (Message.ToIdentifier) waited.getFirst();
    switch (answer.answer()) {
      case GIVEN -> {
        if (!create(store, newcomer, first, holding(answer.identifier()))) {
          giveBack(store, answer);
        }
        goOn(waited.subList(1, waited.size()));
      }
      case SUPPRESSED -> {
        suppressions.dropped(store, newcomer.workspace(), answer.identifier(), first.input());
        goOn(waited.subList(1, waited.size()));
      }
      case FREE -> {
        create(store, newcomer, first, Identifiers.NONE);
        goOn(waited.subList(1, waited.size()));
      }
      case HELD -> {
        PersonKey holder = answer.holder();
        if (holder != null) {
          Desk.give(store, row.by(), holder);
        }
        goOn(waited);
      }
    }
  }

  private static Identifiers holding(Identifier identifier) {
    IdentifierKind kind = identifier.kind();
    return Identifiers.NONE.with(kind, new Identifiers.Held(identifier.value(), false));
  }

  /// Nobody came to exist after all.
  private void giveBack(Store store, Message.NewcomerAnswered answer) {
    if (answer.answer() == Message.Answer.GIVEN) {
      PersonKey nobody = answer.newcomer();
      relays.send(
          store,
          Routing.deskOf(nobody.workspace(), answer.identifier(), site.partitions()),
          new Message.Release(nobody, answer.identifier(), answer.at()));
    }
  }

  private void goOn(List<Message> waited) {
    waited.forEach(turn::tellOneself);
  }

  void claim(Store store, Message.Claim claim) {
    PersonKey claimant = claim.claimant();
    PersonKey newcomer = newcomers.by(claimant.workspace(), claim.identifier());
    if (newcomer != null) {
      newcomers.await(store, newcomer, claim);
      return;
    }
    boolean blocked = Suppressions.has(store, claimant.workspace(), claim.identifier());
    PersonKey holder = blocked ? null : Desk.claim(store, claim.identifier(), claimant);
    boolean granted = claimant.equals(holder);
    relays.send(
        store,
        claimant.partition(),
        new Message.ToPerson(
            claimant,
            new Input.ClaimAnswered(
                claim.at(),
                claim.identifier(),
                granted,
                granted || holder == null ? null : holder.cioIdText())));
  }

  void release(Store store, Message.Release release) {
    Desk.release(store, release.identifier(), release.holder());
  }
}
