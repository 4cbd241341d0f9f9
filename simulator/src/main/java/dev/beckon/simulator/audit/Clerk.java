package dev.beckon.simulator.audit;

import dev.beckon.core.event.Event;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.engine.Routing;
import dev.beckon.engine.message.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whoever works at the desks, in the model: finds people by identifiers, and gives those away.
final class Clerk {
  private static final long ANONYMOUS_GRACE = 5 * 60_000L;
  private static final long ANONYMOUS_AGE = 30 * 86_400_000L;

  private final Auditor auditor;
  private final int partitions;

  Clerk(Auditor auditor, int partitions) {
    this.auditor = auditor;
    this.partitions = partitions;
  }

  /// Why nobody may come of an identifier.
  ///
  /// @param together all that are freed with it
  record Suppressed(@Nullable PersonKey person, List<Identifier> together) {}

  /// Somebody who may come to exist, and whoever waits for it.
  ///
  /// @param asked the other identifier, whose desk must answer first
  record Newcomer(PersonKey key, Identifier by, Identifier asked, List<Message> waiting) {}

  void toIdentifier(Office office, Message.ToIdentifier to, long at) {
    Identifier identifier = to.identifier().normalized();
    PersonKey holder = office.desk().get(identifier);
    Newcomer newcomer = office.newcomers().get(identifier);
    if (holder != null && holder.partition() == office.index()) {
      auditor.toPerson(office, holder, to.input(), at);
    } else if (holder != null) {
      auditor.tell(office, holder.partition(), new Message.ToPerson(holder, to.input()));
    } else if (newcomer != null) {
      newcomer.waiting().add(to);
    } else {
      toUnknown(office, to, at);
    }
  }

  private void toUnknown(Office office, Message.ToIdentifier to, long at) {
    Identifier named = to.identifier().normalized();
    Suppressed suppressed = office.suppressed().get(named);
    if (to.input() instanceof Input.Unsuppress) {
      unsuppress(office, to.workspace(), named, to.input().at());
      return;
    }
    if (suppressed != null) {
      auditor.dropped(to.input());
      return;
    }
    if (to.input() instanceof Input.Suppress) {
      office.suppressed().put(named, new Suppressed(null, List.of(named)));
      return;
    }
    Identifier further = null;
    if (to.input() instanceof Input.Identify identify) {
      for (Identifier other : identify.sets()) {
        further = further == null && other.kind() != to.identifier().kind() ? other : further;
      }
    }
    if (further == null) {
      create(office, to, null, null, at);
      return;
    }
    PersonKey key = office.nextKey(to.workspace());
    office.born();
    Newcomer newcomer = new Newcomer(key, to.identifier(), further, new ArrayList<>(List.of(to)));
    office.newcomers().put(to.identifier().normalized(), newcomer);
    auditor.tell(
        office,
        Routing.deskOf(to.workspace(), further, partitions),
        new Message.Newcomer(key, to.identifier(), further, creates(to.input()), to.input().at()));
  }

  private static boolean creates(Input input) {
    return switch (input) {
      case Input.Identify identify -> !identify.updateOnly();
      case Input.Track _ -> true;
      case Input.DeviceSeen _ -> true;
      case Input.Merge _,
          Input.Depart _,
          Input.Absorb _,
          Input.Propose _,
          Input.Decline _,
          Input.Delete _,
          Input.Suppress _,
          Input.Unsuppress _,
          Input.DeviceLost _,
          Input.Report _,
          Input.ClaimAnswered _,
          Input.Wake _,
          Input.EndJourney _,
          Input.ResumeJourney _ ->
          false;
    };
  }

  private void create(
      Office office,
      Message.ToIdentifier to,
      @Nullable PersonKey reserved,
      @Nullable Identifier given,
      long at) {
    if (!creates(to.input())) {
      return;
    }
    PersonKey key = reserved == null ? office.nextKey(to.workspace()) : reserved;
    if (reserved == null) {
      office.born();
    }
    Dossier dossier = auditor.bear(office, key, to.identifier(), at);
    if (given != null) {
      dossier.fill(given.kind(), new Dossier.Slot(given, false));
    }
    office.desk().put(to.identifier().normalized(), key);
    auditor.hear(office, dossier, to.input(), at);
  }

  /// A newcomer asks for an identifier of this desk.
  void asked(Office office, Message.Newcomer asking) {
    Identifier wanted = asking.identifier().normalized();
    PersonKey holder = office.desk().get(wanted);
    Newcomer waiting = office.newcomers().get(wanted);
    if (holder != null) {
      answer(office, asking, Message.Answer.HELD, holder);
    } else if (waiting != null && !isSmaller(asking.by(), asking.identifier())) {
      waiting.waiting().add(asking);
    } else if (office.suppressed().containsKey(wanted)) {
      answer(office, asking, Message.Answer.SUPPRESSED, null);
    } else if (asking.creating()) {
      office.desk().put(wanted, asking.newcomer());
      answer(office, asking, Message.Answer.GIVEN, null);
      if (waiting != null) {
        office.newcomers().remove(wanted);
        auditor.goOn(waiting.waiting());
      }
    } else {
      answer(office, asking, Message.Answer.FREE, null);
    }
  }

  /// Ids go before addresses, and each kind in the order of the alphabet.
  private static boolean isSmaller(Identifier one, Identifier other) {
    String first = one.kind() + " " + one.normalized().value();
    String second = other.kind() + " " + other.normalized().value();
    return one.kind() == other.kind()
        ? first.compareTo(second) < 0
        : one.kind().code() < other.kind().code();
  }

  private void answer(
      Office office, Message.Newcomer asking, Message.Answer answer, @Nullable PersonKey holder) {
    PersonKey newcomer = asking.newcomer();
    auditor.tell(
        office,
        newcomer.partition(),
        new Message.NewcomerAnswered(newcomer, asking.identifier(), answer, holder, asking.at()));
  }

  void answered(Office office, Message.NewcomerAnswered answer, long at) {
    Newcomer newcomer = office.newcomer(answer.newcomer());
    if (newcomer == null) {
      if (answer.answer() == Message.Answer.GIVEN) {
        release(office, answer.newcomer(), answer.identifier(), answer.at());
      }
      return;
    }
    office.newcomers().remove(newcomer.by().normalized());
    List<Message> waited = newcomer.waiting();
    if (answer.holder() != null) {
      office.desk().put(newcomer.by().normalized(), answer.holder());
      auditor.goOn(waited);
    } else if (answer.answer() == Message.Answer.SUPPRESSED) {
      auditor.dropped(((Message.ToIdentifier) waited.getFirst()).input());
      auditor.goOn(waited.subList(1, waited.size()));
    } else {
      boolean given = answer.answer() == Message.Answer.GIVEN;
      Identifier identifier = given ? answer.identifier() : null;
      Message.ToIdentifier first = (Message.ToIdentifier) waited.getFirst();
      create(office, first, newcomer.key(), identifier, at);
      auditor.goOn(waited.subList(1, waited.size()));
    }
  }

  void claim(Office office, Message.Claim claim) {
    Identifier identifier = claim.identifier().normalized();
    Newcomer newcomer = office.newcomers().get(identifier);
    if (newcomer != null) {
      newcomer.waiting().add(claim);
      return;
    }
    boolean blocked = office.suppressed().containsKey(identifier);
    PersonKey holder =
        blocked ? null : office.desk().computeIfAbsent(identifier, _ -> claim.claimant());
    boolean granted = claim.claimant().equals(holder);
    Input answer =
        new Input.ClaimAnswered(
            claim.at(),
            claim.identifier(),
            granted,
            granted || holder == null ? null : holder.cioIdText());
    auditor.tell(
        office, claim.claimant().partition(), new Message.ToPerson(claim.claimant(), answer));
  }

  private void unsuppress(Office office, int workspace, Identifier named, long at) {
    Suppressed suppressed = office.suppressed().remove(named);
    if (suppressed != null && suppressed.person() != null) {
      for (Identifier other : suppressed.together()) {
        if (!other.sameAs(named)) {
          int desk = Routing.deskOf(workspace, other, partitions);
          auditor.tell(office, desk, new Message.Unblock(suppressed.person(), other, at));
        }
      }
    }
  }

  void block(Office office, Message.Block block) {
    Identifier identifier = block.identifier().normalized();
    if (office.desk().remove(identifier, block.holder())) {
      office.suppressed().put(identifier, new Suppressed(block.holder(), block.together()));
    }
  }

  void unblock(Office office, Message.Unblock unblock) {
    Identifier identifier = unblock.identifier().normalized();
    Suppressed suppressed = office.suppressed().get(identifier);
    if (suppressed != null && unblock.person().equals(suppressed.person())) {
      office.suppressed().remove(identifier);
    }
  }

  /// Whoever was meant is not there yet, or not any more.
  void toNobody(Office office, PersonKey key, Input input) {
    Newcomer newcomer = office.newcomer(key);
    Identifier by = byOf(input);
    PersonKey into = office.redirects().get(key);
    if (newcomer != null) {
      newcomer.waiting().add(new Message.ToPerson(key, input));
    } else if (into != null) {
      redirect(office, key, into, input);
    } else if (input instanceof Input.ClaimAnswered answer && answer.granted()) {
      release(office, key, answer.identifier(), input.at());
    } else if (input instanceof Input.Propose proposed) {
      int desk = Routing.deskOf(key.workspace(), proposed.shared(), partitions);
      auditor.tell(office, desk, new Message.Claim(proposed.from(), proposed.shared(), input.at()));
    } else if (by != null) {
      release(office, key, by, input.at());
      int desk = Routing.deskOf(key.workspace(), by, partitions);
      auditor.tell(office, desk, new Message.ToIdentifier(key.workspace(), by, input));
    }
  }

  /// For somebody who became part of a person who lives here, or did.
  void forwarded(Office office, Message.Forwarded forwarded, long at) {
    PersonKey person = forwarded.person();
    Identifier by = byOf(forwarded.input());
    PersonKey into = office.redirects().get(person);
    Dossier dossier = office.people().get(person);
    if (into != null) {
      redirect(office, forwarded.from(), into, forwarded.input());
    } else if (forwarded.input() instanceof Input.ClaimAnswered answer) {
      if (dossier == null || !dossier.hasForSure(answer.identifier())) {
        int desk = Routing.deskOf(person.workspace(), answer.identifier(), partitions);
        auditor.tell(
            office,
            desk,
            new Message.Transfer(forwarded.from(), null, answer.identifier(), answer.at()));
      }
    } else if (dossier != null) {
      auditor.toPerson(office, person, forwarded.input(), at);
    } else {
      if (by != null) {
        int desk = Routing.deskOf(person.workspace(), by, partitions);
        long said = forwarded.input().at();
        auditor.tell(office, desk, new Message.Transfer(forwarded.from(), null, by, said));
      }
      toNobody(office, person, forwarded.input());
    }
  }

  /// What was said by the name of a person who is gone goes on to whoever took their place; what
  /// was said by their key does so only where it is harmless.
  private void redirect(Office office, PersonKey from, PersonKey into, Input input) {
    boolean goesOn =
        byOf(input) != null
            || input instanceof Input.Track
            || input instanceof Input.Report
            || input instanceof Input.Propose
            || (input instanceof Input.ClaimAnswered answer && answer.granted())
            || input instanceof Input.DeviceSeen;
    if (goesOn) {
      auditor.tell(office, into.partition(), new Message.Forwarded(from, into, input));
    }
  }

  void transfer(Office office, Message.Transfer transfer) {
    Identifier identifier = transfer.identifier().normalized();
    if (transfer.from().equals(office.desk().get(identifier))) {
      if (transfer.to() == null) {
        office.desk().remove(identifier);
      } else {
        office.desk().put(identifier, transfer.to());
      }
    }
  }

  /// Whose an anonymous id is, and since when.
  record Owner(PersonKey person, long since) {}

  /// Something that nobody did so far.
  record Visit(Event event, long at) {}

  void anonymous(Office office, Message.Anonymous message) {
    Owner owner = office.owners().get(message.anonymousId());
    long at = message.track().at();
    Visit visit = new Visit(message.track().event(), at);
    if (owner != null && at - owner.since() <= ANONYMOUS_GRACE) {
      tell(office, owner.person(), visit, at);
    } else {
      office.visits().computeIfAbsent(message.anonymousId(), _ -> new ArrayList<>()).add(visit);
    }
  }

  void associate(Office office, Message.Associate associate) {
    if (office.owners().containsKey(associate.anonymousId())) {
      return;
    }
    office.owners().put(associate.anonymousId(), new Owner(associate.person(), associate.at()));
    List<Visit> visits = office.visits().remove(associate.anonymousId());
    if (visits != null) {
      for (Visit visit : visits) {
        if (associate.at() - visit.at() <= ANONYMOUS_AGE) {
          tell(office, associate.person(), visit, associate.at());
        }
      }
    }
  }

  private void tell(Office office, PersonKey person, Visit visit, long at) {
    Event event = visit.event();
    long timestamp = Math.min(at, Math.min(event.timestamp(), visit.at()));
    Event told = new Event(event.type(), event.name(), event.data(), timestamp, null);
    auditor.tells(office, person, new Input.Track(at, null, told));
  }

  private void release(Office office, PersonKey key, Identifier identifier, long at) {
    int desk = Routing.deskOf(key.workspace(), identifier, partitions);
    auditor.tell(office, desk, new Message.Release(key, identifier, at));
  }

  private static @Nullable Identifier byOf(Input input) {
    return switch (input) {
      case Input.Identify identify -> identify.by();
      case Input.Track track -> track.by();
      case Input.Delete delete -> delete.by();
      case Input.Suppress suppress -> suppress.by();
      case Input.Unsuppress unsuppress -> unsuppress.by();
      case Input.DeviceSeen seen -> seen.by();
      case Input.DeviceLost lost -> lost.by();
      case Input.Merge merge -> merge.by();
      case Input.Depart depart -> depart.by();
      case Input.Absorb _,
          Input.Propose _,
          Input.Decline _,
          Input.Report _,
          Input.ClaimAnswered _,
          Input.Wake _,
          Input.EndJourney _,
          Input.ResumeJourney _ ->
          null;
    };
  }
}
