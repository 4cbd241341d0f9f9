package dev.beckon.simulator.audit;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.message.Message;
import dev.beckon.simulator.script.Script;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one partition must know, in the model: who has the identifiers of its desk, whom it is home
/// to, and which messages of other partitions must come next.
final class Office {
  private final int index;
  private final Map<Identifier, PersonKey> desk = new LinkedHashMap<>();
  private final Map<PersonKey, Dossier> people = new LinkedHashMap<>();
  private final Map<String, Long> seenKeys = new HashMap<>();
  private final List<Queue<Message>> expected = new ArrayList<>();
  private final List<Long> received = new ArrayList<>();
  private final Map<Identifier, Clerk.Newcomer> newcomers = new LinkedHashMap<>();
  private final Map<Identifier, Clerk.Suppressed> suppressed = new LinkedHashMap<>();
  private final Map<PersonKey, PersonKey> redirects = new HashMap<>();
  private final Map<String, Clerk.Owner> owners = new HashMap<>();
  private final Map<String, List<Clerk.Visit>> visits = new HashMap<>();
  private final Set<PersonKey> gone = new HashSet<>();
  private Script script = Script.NOTHING;
  private long time = Long.MIN_VALUE;
  private long born;

  Office(int index, int partitions) {
    this.index = index;
    for (int i = 0; i < partitions; i++) {
      expected.add(new ArrayDeque<>());
      received.add(0L);
    }
  }

  int index() {
    return index;
  }

  Map<Identifier, PersonKey> desk() {
    return desk;
  }

  /// Who took whose place.
  Map<PersonKey, PersonKey> redirects() {
    return redirects;
  }

  /// Whose anonymous ids turned out to be.
  Map<String, Clerk.Owner> owners() {
    return owners;
  }

  /// What nobody did so far, by anonymous id.
  Map<String, List<Clerk.Visit>> visits() {
    return visits;
  }

  /// Identifiers that nobody may come of.
  Map<Identifier, Clerk.Suppressed> suppressed() {
    return suppressed;
  }

  /// Who may come to exist, by identifier.
  Map<Identifier, Clerk.Newcomer> newcomers() {
    return newcomers;
  }

  Clerk.@Nullable Newcomer newcomer(PersonKey key) {
    for (Clerk.Newcomer newcomer : newcomers.values()) {
      if (newcomer.key().equals(key)) {
        return newcomer;
      }
    }
    return null;
  }

  Map<PersonKey, Dossier> people() {
    return people;
  }

  Set<PersonKey> gone() {
    return gone;
  }

  /// The key that the next person to be created must get.
  PersonKey nextKey(int workspace) {
    return PersonKey.at(workspace, index, born + 1);
  }

  void born() {
    born++;
  }

  /// Whether the key of an event was seen less than so many ms ago; notes it otherwise.
  boolean isRepeated(String key, long at, long window) {
    Long seen = seenKeys.get(key);
    if (seen != null && at - seen < window) {
      return true;
    }
    seenKeys.put(key, at);
    return false;
  }

  void expect(int source, Message message) {
    expected.get(source).add(message);
  }

  @Nullable Message nextExpected(int source) {
    return expected.get(source).poll();
  }

  /// Whether the sequence is the next one of a source, and not one from before a crash.
  boolean isNew(int source, long sequence) {
    if (sequence <= received.get(source)) {
      return false;
    }
    received.set(source, sequence);
    return true;
  }

  boolean expectsNothing() {
    return expected.stream().allMatch(Queue::isEmpty);
  }

  Script script() {
    return script;
  }

  /// Puts definitions in force; who is up to date stays so where nothing has changed.
  void adopt(Script next) {
    boolean same =
        next.groups().equals(script.groups()) && next.programs().equals(script.programs());
    for (Dossier dossier : people.values()) {
      if (same && dossier.version() == script.version()) {
        dossier.adopt(next.version());
      }
    }
    script = next;
  }

  /// The partition's time, which never goes back.
  long pass(long at) {
    time = Math.max(time, at);
    return time;
  }
}
