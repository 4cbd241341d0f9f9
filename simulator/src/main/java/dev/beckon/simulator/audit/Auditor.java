package dev.beckon.simulator.audit;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.engine.Routing;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Stamp;
import dev.beckon.simulator.script.Script;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Hears every message that a host has made durable, in order, and knows what must follow from it.
///
/// It knows nobody's state but what it has worked out itself, and takes no answer from the host.
public final class Auditor {
  private static final long DEDUPE_WINDOW = 30 * 86_400_000L;

  private final List<Office> offices = new ArrayList<>();
  private final Map<Long, Script> scripts = new LinkedHashMap<>();
  private final Counts counts = new Counts();
  private final List<String> surprises = new ArrayList<>();
  private final List<Long> forgottenMarks = new ArrayList<>();
  private final Queue<Message> own = new ArrayDeque<>();
  private final Map<PersonKey, Dossier> travelling = new LinkedHashMap<>();
  private final Clerk clerk;

  public Auditor(int partitions) {
    for (int i = 0; i < partitions; i++) {
      offices.add(new Office(i, partitions));
    }
    clerk = new Clerk(this, partitions);
  }

  /// Tells of definitions that are about to be published.
  public void willPublish(Script script) {
    scripts.put(script.version(), script);
  }

  /// Hears a message that a partition has processed.
  public void hear(int partition, Message message) {
    Office office = offices.get(partition);
    if (message instanceof Message.Relayed relayed) {
      hearRelayed(office, relayed);
    } else if (isRepeated(office, message)) {
      office.pass(Stamp.of(message));
    } else {
      handle(office, message);
    }
    for (Message next = own.poll(); next != null; next = own.poll()) {
      handle(office, next);
    }
  }

  private void hearRelayed(Office office, Message.Relayed relayed) {
    if (!office.isNew(relayed.source(), relayed.sequence())) {
      return;
    }
    if (relayed.inner() instanceof Message.Luggage) {
      return;
    }
    Message expected = office.nextExpected(relayed.source());
    if (!isAbsorb(expected, relayed.inner())
        && (expected == null || !Stamp.at(0, expected).equals(Stamp.at(0, relayed.inner())))) {
      surprises.add(
          "Expected partition "
              + relayed.source()
              + " to tell "
              + office.index()
              + " "
              + expected
              + ", but it told "
              + relayed.inner()
              + ".");
    }
    handle(office, relayed.inner());
  }

  private static boolean isRepeated(Office office, Message message) {
    Input input =
        switch (message) {
          case Message.ToIdentifier to -> to.input();
          case Message.ToPerson to -> to.input();
          case Message.Anonymous event -> event.track();
          case Message.Publish _,
              Message.Claim _,
              Message.Release _,
              Message.Newcomer _,
              Message.Associate _,
              Message.Forwarded _,
              Message.Luggage _,
              Message.Absorb _,
              Message.Transfer _,
              Message.Block _,
              Message.Unblock _,
              Message.DeviceSeen _,
              Message.DeviceLost _,
              Message.NewcomerAnswered _,
              Message.Tick _,
              Message.Relayed _ ->
              new Input.Wake(0);
        };
    return input instanceof Input.Track track
        && track.event().id() != null
        && office.isRepeated(track.event().id(), track.at(), DEDUPE_WINDOW);
  }

  private void handle(Office office, Message message) {
    long at = office.pass(Stamp.of(message));
    switch (message) {
      case Message.ToIdentifier to -> clerk.toIdentifier(office, to, at);
      case Message.ToPerson to -> toPerson(office, to.person(), to.input(), at);
      case Message.Publish publish -> publish(office, publish.version());
      case Message.Claim claim -> clerk.claim(office, claim);
      case Message.Block block -> clerk.block(office, block);
      case Message.Unblock unblock -> clerk.unblock(office, unblock);
      case Message.DeviceSeen _, Message.DeviceLost _ -> {}
      case Message.Forwarded forwarded -> clerk.forwarded(office, forwarded, at);
      case Message.Luggage _ -> {}
      case Message.Absorb absorb -> absorb(office, absorb, at);
      case Message.Transfer transfer -> clerk.transfer(office, transfer);
      case Message.Newcomer newcomer -> clerk.asked(office, newcomer);
      case Message.NewcomerAnswered answered -> clerk.answered(office, answered, at);
      case Message.Release release ->
          office.desk().remove(release.identifier().normalized(), release.holder());
      case Message.Tick _ -> office.people().values().forEach(dossier -> tick(office, dossier, at));
      case Message.Anonymous event -> clerk.anonymous(office, event);
      case Message.Associate associate -> clerk.associate(office, associate);
      case Message.Relayed _ -> {}
    }
  }

  /// Has somebody exist from now on.
  Dossier bear(Office office, PersonKey key, Identifier by, long at) {
    Dossier dossier = new Dossier(key, at, office.script().version());
    dossier.fill(by.kind(), new Dossier.Slot(by, false));
    office.people().put(key, dossier);
    return dossier;
  }

  void hear(Office office, Dossier dossier, Input input, long at) {
    new Hearing(this, office, dossier, counts).take(input, at);
  }

  void toPerson(Office office, PersonKey key, Input input, long at) {
    Dossier dossier = office.people().get(key);
    if (dossier == null) {
      clerk.toNobody(office, key, input);
      return;
    }
    pass(office, dossier, at);
    boolean leaving =
        input instanceof Input.Delete
            || input instanceof Input.Suppress
            || input instanceof Input.Depart;
    if (!leaving) {
      catchUp(office, dossier, at);
    }
    hear(office, dossier, input, at);
    if (dossier.isGone()) {
      office.people().remove(key);
      office.gone().add(key);
      if (dossier.successor() == null) {
        forgottenMarks.addAll(dossier.marks());
      }
    }
  }

  /// Sends somebody off to another person's home.
  void departs(Office office, Dossier dossier, PersonKey into, long at) {
    dossier.goTo(into);
    office.redirects().put(dossier.key(), into);
    travelling.put(dossier.key(), dossier);
    Person stub = Person.unborn(dossier.key(), at);
    tell(office, into.partition(), new Message.Absorb(into, stub, at));
  }

  private static boolean isAbsorb(@Nullable Message expected, Message told) {
    return expected instanceof Message.Absorb wanted
        && told instanceof Message.Absorb got
        && wanted.into().equals(got.into())
        && wanted.other().key().equals(got.other().key());
  }

  private void absorb(Office office, Message.Absorb absorb, long at) {
    Dossier other = travelling.get(absorb.other().key());
    Dossier dossier = office.people().get(absorb.into());
    PersonKey next = office.redirects().get(absorb.into());
    if (other == null) {
      surprises.add("Expected nobody to come, but " + absorb.other().key() + " did.");
    } else if (dossier != null) {
      travelling.remove(other.key());
      pass(office, dossier, at);
      if (catchUp(office, dossier, at)) {
        new Judge(office.script(), dossier, counts, at).settle(null);
      }
      new Union(this, office, dossier, counts).with(other, at);
    } else if (next != null) {
      tell(office, next.partition(), new Message.Absorb(next, absorb.other(), absorb.at()));
    } else {
      travelling.remove(other.key());
      forgottenMarks.addAll(other.marks());
      for (Identifier identifier : other.known()) {
        transfers(office, other.key(), null, identifier, absorb.at());
      }
    }
  }

  void tells(Office office, PersonKey whom, Input input) {
    tell(office, whom.partition(), new Message.ToPerson(whom, input));
  }

  void tellsHolder(Office office, PersonKey who, Identifier whom, Input input) {
    int desk = Routing.deskOf(who.workspace(), whom, offices.size());
    tell(office, desk, new Message.ToIdentifier(who.workspace(), whom, input));
  }

  void transfers(
      Office office, PersonKey from, @Nullable PersonKey to, Identifier identifier, long at) {
    int desk = Routing.deskOf(from.workspace(), identifier, offices.size());
    tell(office, desk, new Message.Transfer(from, to, identifier, at));
  }

  /// Whoever took somebody's place, or they themselves.
  public @Nullable Dossier successor(PersonKey key) {
    PersonKey last = key;
    for (PersonKey next = last; next != null; ) {
      last = next;
      next = offices.get(last.partition()).redirects().get(last);
    }
    return person(last);
  }

  /// Lets time pass for somebody: everything that was due by then happens at its own instant.
  ///
  /// Nothing is due by definitions that the person has not been brought up to; the simulation lets
  /// no time pass before everybody is.
  private void pass(Office office, Dossier dossier, long at) {
    Script script = office.script();
    if (dossier.version() < script.version()) {
      return;
    }
    for (long next = Judge.nextInstant(script, dossier, dossier.lookedAt());
        next <= at;
        next = Judge.nextInstant(script, dossier, dossier.lookedAt())) {
      dossier.look(next);
      new Judge(script, dossier, counts, next).settle(null);
    }
    dossier.look(at);
  }

  private void tick(Office office, Dossier dossier, long at) {
    pass(office, dossier, at);
    if (catchUp(office, dossier, at)) {
      new Judge(office.script(), dossier, counts, at).settle(null);
    }
  }

  private boolean catchUp(Office office, Dossier dossier, long at) {
    boolean needed = dossier.version() < office.script().version();
    if (needed) {
      new Judge(office.script(), dossier, counts, at).catchUp();
      dossier.look(at);
    }
    return needed;
  }

  private void publish(Office office, long version) {
    Script script = scripts.get(version);
    if (script != null && version > office.script().version()) {
      office.adopt(script);
    }
  }

  void claims(Office office, Dossier dossier, Identifier identifier, long at) {
    int desk = Routing.deskOf(dossier.key().workspace(), identifier, offices.size());
    tell(office, desk, new Message.Claim(dossier.key(), identifier, at));
  }

  void blocks(
      Office office, Dossier dossier, Identifier identifier, List<Identifier> together, long at) {
    int desk = Routing.deskOf(dossier.key().workspace(), identifier, offices.size());
    tell(office, desk, new Message.Block(dossier.key(), identifier, together, at));
  }

  /// An event that was dropped, because nobody may come of its identifier.
  void dropped(Input input) {
    if (input instanceof Input.Track track
        && track.event().data().get("mark") instanceof Value.Whole(long mark)) {
      forgottenMarks.add(mark);
    }
  }

  void associates(Office office, Dossier dossier, String anonymousId, long at) {
    int desk = Routing.visitorsOf(dossier.key().workspace(), anonymousId, offices.size());
    tell(office, desk, new Message.Associate(dossier.key(), anonymousId, at));
  }

  void releases(Office office, Dossier dossier, Identifier identifier, long at) {
    int desk = Routing.deskOf(dossier.key().workspace(), identifier, offices.size());
    tell(office, desk, new Message.Release(dossier.key(), identifier, at));
  }

  void tell(Office office, int destination, Message message) {
    if (destination == office.index()) {
      own.add(message);
    } else {
      offices.get(destination).expect(office.index(), message);
    }
  }

  /// Has an office go on with what waited there.
  void goOn(List<Message> waited) {
    own.addAll(waited);
  }

  /// What went otherwise between partitions than it must.
  public List<String> surprises() {
    List<String> all = new ArrayList<>(surprises);
    for (Office office : offices) {
      if (!office.expectsNothing()) {
        all.add("Expected more messages to partition " + office.index() + ", but none came.");
      }
    }
    return all;
  }

  public Collection<Dossier> people() {
    List<Dossier> people = new ArrayList<>();
    offices.forEach(office -> people.addAll(office.people().values()));
    return people;
  }

  public @Nullable Dossier person(PersonKey key) {
    return offices.get(key.partition()).people().get(key);
  }

  /// The definitions in force where somebody lives.
  public Script scriptOf(PersonKey key) {
    return offices.get(key.partition()).script();
  }

  /// The numbers of events that went with a person who was deleted.
  public List<Long> forgottenMarks() {
    return List.copyOf(forgottenMarks);
  }

  public Counts counts() {
    return counts;
  }

  /// Who has which identifier, as the desks must know.
  public Map<Identifier, PersonKey> desks() {
    Map<Identifier, PersonKey> desks = new LinkedHashMap<>();
    offices.forEach(office -> desks.putAll(office.desk()));
    return desks;
  }
}
