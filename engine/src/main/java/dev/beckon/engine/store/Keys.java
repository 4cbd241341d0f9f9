package dev.beckon.engine.store;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The keys of all tables; the order of their bytes is the order of what they stand for.
///
/// A range `of everything under a prefix` is the prefix itself and [#after] of it.
public final class Keys {
  private static final int WORKSPACE = 4;
  private static final int PERSON = 12;
  private static final int NUMBERED = 20;
  private static final int TEXT_GUESS = 64;

  private Keys() {}

  /// The first key after everything that starts with the prefix.
  ///
  /// @throws IllegalArgumentException if there is none, because all bytes are at their highest
  public static byte[] after(byte[] prefix) {
    for (int i = prefix.length - 1; i >= 0; i--) {
      if (prefix[i] != (byte) 0xff) {
        byte[] next = Arrays.copyOf(prefix, i + 1);
        next[i]++;
        return next;
      }
    }
    throw new IllegalArgumentException(
        "Expected a prefix with room above it, but all of its bytes are 0xff.");
  }

  /// The first key after this one.
  public static byte[] next(byte[] key) {
    return Arrays.copyOf(key, key.length + 1);
  }

  /// CATALOG; the prefix of the workspace's rows elsewhere.
  public static byte[] workspace(int workspace) {
    return new KeySink(WORKSPACE).four(workspace).done();
  }

  public static int workspaceIn(byte[] key) {
    return KeySink.intAt(key, 0);
  }

  /// PERSON; the prefix of the person's rows in ACTIVITY, JOURNEY, TRACE and DELIVERY.
  public static byte[] person(PersonKey person) {
    return sink(person, PERSON).done();
  }

  public static PersonKey personIn(byte[] key) {
    return new PersonKey(KeySink.intAt(key, 0), KeySink.longAt(key, WORKSPACE));
  }

  /// DESK, of a normalized identifier.
  public static byte[] desk(int workspace, Identifier identifier) {
    return new KeySink(TEXT_GUESS)
        .four(workspace)
        .one(identifier.kind().code())
        .rest(identifier.value())
        .done();
  }

  /// DEVICE.
  public static byte[] device(int workspace, String token) {
    return new KeySink(TEXT_GUESS).four(workspace).rest(token).done();
  }

  /// ANONYMOUS: the events of one anonymous id.
  public static byte[] anonymous(int workspace, String anonymousId) {
    return new KeySink(TEXT_GUESS).four(workspace).text(anonymousId).done();
  }

  public static byte[] anonymous(int workspace, String anonymousId, long ordinal) {
    return new KeySink(TEXT_GUESS).four(workspace).text(anonymousId).eight(ordinal).done();
  }

  public static long anonymousOrdinal(byte[] key) {
    return KeySink.longAt(key, key.length - Long.BYTES);
  }

  /// ASSOCIATION.
  public static byte[] association(int workspace, String anonymousId) {
    return new KeySink(TEXT_GUESS).four(workspace).rest(anonymousId).done();
  }

  /// The identifier's value in a key of DESK.
  public static String deskValue(byte[] key) {
    return textFrom(key, WORKSPACE + 1);
  }

  public static byte[] timer(long at, PersonKey person) {
    return new KeySink(NUMBERED).time(at).four(person.workspace()).eight(person.cioId()).done();
  }

  /// Before all timers of the instant.
  public static byte[] timersAt(long at) {
    return new KeySink(Long.BYTES).time(at).done();
  }

  public static long timerAt(byte[] key) {
    return KeySink.timeAt(key, 0);
  }

  public static PersonKey timerPerson(byte[] key) {
    return new PersonKey(KeySink.intAt(key, 8), KeySink.longAt(key, 12));
  }

  /// OUTBOX, and the row of the message itself in DELIVERY.
  public static byte[] delivery(DeliveryId delivery) {
    return numbered(delivery.person(), delivery.number());
  }

  /// What became of a message, in DELIVERY after the message itself.
  public static byte[] outcome(DeliveryId delivery, long ordinal) {
    return sink(delivery.person(), 28).eight(delivery.number()).eight(ordinal).done();
  }

  public static boolean isOutcome(byte[] key) {
    return key.length > NUMBERED;
  }

  public static byte[] relay(int destination, long sequence) {
    return new KeySink(10).two(destination).eight(sequence).done();
  }

  public static int relayDestination(byte[] key) {
    return (key[0] & 0xff) << 8 | (key[1] & 0xff);
  }

  public static long relaySequence(byte[] key) {
    return KeySink.longAt(key, 2);
  }

  /// ACTIVITY and JOURNEY; the prefix of a journey's rows in TRACE.
  public static byte[] numbered(PersonKey person, long number) {
    return sink(person, NUMBERED).eight(number).done();
  }

  public static long numberIn(byte[] key) {
    return KeySink.longAt(key, PERSON);
  }

  /// What follows the number in a key of TRACE or DELIVERY; 0 where nothing does.
  public static long ordinalIn(byte[] key) {
    return key.length > NUMBERED ? KeySink.longAt(key, NUMBERED) : 0;
  }

  public static byte[] trace(PersonKey person, long journey, long ordinal) {
    return sink(person, 28).eight(journey).eight(ordinal).done();
  }

  /// TIMELINE and DELIVERY_TIMELINE.
  public static byte[] timeline(int workspace, long at, long ordinal) {
    return new KeySink(NUMBERED).four(workspace).time(at).eight(ordinal).done();
  }

  public static long timelineAt(byte[] key) {
    return KeySink.timeAt(key, WORKSPACE);
  }

  public static long timelineOrdinal(byte[] key) {
    return KeySink.longAt(key, 12);
  }

  /// TALLY.
  public static byte[] tallies(TallyGroup group) {
    return new KeySink(13)
        .four(group.workspace())
        .one(group.subject())
        .four(group.id())
        .four(group.hour())
        .done();
  }

  public static TallyGroup talliesIn(byte[] key) {
    return new TallyGroup(
        KeySink.intAt(key, 0), key[WORKSPACE], KeySink.intAt(key, 5), KeySink.intAt(key, 9));
  }

  public static byte[] members(int workspace, int segment) {
    return new KeySink(8).four(workspace).four(segment).done();
  }

  public static byte[] member(int segment, PersonKey person) {
    return new KeySink(16).four(person.workspace()).four(segment).eight(person.cioId()).done();
  }

  public static PersonKey memberPerson(byte[] key) {
    return new PersonKey(KeySink.intAt(key, 0), KeySink.longAt(key, 8));
  }

  public static byte[] dedupe(int workspace, String event) {
    return new KeySink(TEXT_GUESS).four(workspace).rest(event).done();
  }

  public static byte[] campaignJourneys(int workspace, int campaign) {
    return new KeySink(8).four(workspace).four(campaign).done();
  }

  public static byte[] campaignJourney(
      int campaign, long startedAt, PersonKey person, long number) {
    return new KeySink(32)
        .four(person.workspace())
        .four(campaign)
        .time(startedAt)
        .eight(person.cioId())
        .eight(number)
        .done();
  }

  /// Before all journeys of the campaign that started at the instant.
  public static byte[] campaignJourneysAt(int workspace, int campaign, long startedAt) {
    return new KeySink(16).four(workspace).four(campaign).time(startedAt).done();
  }

  public static long campaignJourneyStart(byte[] key) {
    return KeySink.timeAt(key, 8);
  }

  public static PersonKey campaignJourneyPerson(byte[] key) {
    return new PersonKey(KeySink.intAt(key, 0), KeySink.longAt(key, 16));
  }

  public static long campaignJourneyNumber(byte[] key) {
    return KeySink.longAt(key, 24);
  }

  /// META: one kind of cursor or counter of the partition.
  ///
  /// @param of what it is about: a workspace or another partition, 0 for the partition itself
  public static byte[] meta(MetaKind kind, int of) {
    return new KeySink(5).one(kind.code()).four(of).done();
  }

  /// All of one kind in META.
  public static byte[] metas(MetaKind kind) {
    return new byte[] {kind.code()};
  }

  public static int metaOf(byte[] key) {
    return KeySink.intAt(key, 1);
  }

  private static KeySink sink(PersonKey person, int capacity) {
    return new KeySink(capacity).four(person.workspace()).eight(person.cioId());
  }

  private static String textFrom(byte[] key, int offset) {
    return new String(key, offset, key.length - offset, StandardCharsets.UTF_8);
  }
}
