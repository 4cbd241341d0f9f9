package dev.beckon.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// The order of stored bytes is the order of what they stand for, in every table.
final class KeysTest {
  private static final int ROUNDS = 20_000;
  private static final Comparator<PersonKey> BY_PERSON =
      Comparator.comparingInt(PersonKey::workspace)
          .thenComparing(PersonKey::cioId, Long::compareUnsigned);
  private static final Comparator<String> BY_CODE_POINT = KeysTest::byCodePoint;

  private final Random random = new Random(8_312);

  private static int byCodePoint(String a, String b) {
    return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }

  private <T> void check(Supplier<T> values, Comparator<T> order, Function<T, byte[]> key) {
    for (int i = 0; i < ROUNDS; i++) {
      T a = values.get();
      T b = values.get();
      assertThat(Integer.signum(Arrays.compareUnsigned(key.apply(a), key.apply(b))))
          .as("%s and %s", a, b)
          .isEqualTo(Integer.signum(order.compare(a, b)));
    }
  }

  /// Few different values, so that all but the last part are often equal.
  private long number() {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextInt(3);
      case 1 -> random.nextLong() >>> 1;
      case 2 -> Long.MAX_VALUE - random.nextInt(2);
      case 3 -> 1L << random.nextInt(63);
      default -> random.nextInt(300);
    };
  }

  private long time() {
    return random.nextInt(4) == 0 ? -number() : number();
  }

  private int small() {
    return random.nextInt(3) == 0 ? Integer.MAX_VALUE - random.nextInt(2) : random.nextInt(400);
  }

  private PersonKey person() {
    return PersonKey.at(small(), random.nextInt(1 << 16), random.nextInt(3) + (number() >>> 20));
  }

  private String text() {
    String[] parts = {"", "a", "ab", "\0", "\0\0", "b", "\u00ff", "ğ", "😀", "\uffee", " "};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  @Test
  void peopleAndWhatIsNumberedByThem() {
    check(this::person, BY_PERSON, Keys::person);
    check(
        () -> new DeliveryId(person(), number()),
        Comparator.comparing(DeliveryId::person, BY_PERSON).thenComparingLong(DeliveryId::number),
        Keys::delivery);
    record Outcome(DeliveryId id, long ordinal) {}
    check(
        () -> new Outcome(new DeliveryId(person(), random.nextInt(2)), number()),
        Comparator.comparing((Outcome o) -> o.id().person(), BY_PERSON)
            .thenComparingLong(o -> o.id().number())
            .thenComparingLong(Outcome::ordinal),
        o -> Keys.outcome(o.id(), o.ordinal()));
  }

  @Test
  void whatBecameOfAMessageLiesBetweenItAndTheNext() {
    for (int i = 0; i < ROUNDS; i++) {
      DeliveryId id = new DeliveryId(person(), random.nextInt(5));
      DeliveryId next = new DeliveryId(id.person(), id.number() + 1);
      byte[] outcome = Keys.outcome(id, number());
      assertThat(Arrays.compareUnsigned(Keys.delivery(id), outcome)).isNegative();
      assertThat(Arrays.compareUnsigned(outcome, Keys.delivery(next))).isNegative();
      assertThat(Keys.isOutcome(outcome)).isTrue();
      assertThat(Keys.isOutcome(Keys.delivery(id))).isFalse();
    }
  }

  @Test
  void timersAreInDueOrder() {
    record Timer(long at, PersonKey person) {}
    check(
        () -> new Timer(time(), person()),
        Comparator.comparingLong(Timer::at).thenComparing(Timer::person, BY_PERSON),
        timer -> Keys.timer(timer.at(), timer.person()));
  }

  @Test
  void timelinesAreInOrderOfTimeAndCount() {
    record Line(int workspace, long at, long ordinal) {}
    check(
        () -> new Line(small(), time(), number()),
        Comparator.comparingInt(Line::workspace)
            .thenComparingLong(Line::at)
            .thenComparingLong(Line::ordinal),
        line -> Keys.timeline(line.workspace(), line.at(), line.ordinal()));
  }

  @Test
  void identifiersAreInOrderOfTheirText() {
    record Desk(int workspace, Identifier identifier) {}
    check(
        () ->
            new Desk(
                random.nextInt(2),
                random.nextBoolean() ? Identifier.id(text()) : Identifier.email(text())),
        Comparator.comparingInt(Desk::workspace)
            .thenComparingInt((Desk desk) -> desk.identifier().kind().code())
            .thenComparing(desk -> desk.identifier().value(), BY_CODE_POINT),
        desk -> Keys.desk(desk.workspace(), desk.identifier()));
  }

  @Test
  void talliesAreInOrderOfHour() {
    check(
        () ->
            new TallyGroup(
                random.nextInt(2),
                (byte) random.nextInt(3),
                small(),
                random.nextInt(4) == 0 ? TallyGroup.LIFE : random.nextInt(3)),
        Comparator.comparingInt(TallyGroup::workspace)
            .thenComparingInt(TallyGroup::subject)
            .thenComparingInt(TallyGroup::id)
            .thenComparing(TallyGroup::hour, Integer::compareUnsigned),
        Keys::tallies);
  }

  @Test
  void journeysOfACampaignAreInOrderOfTheirStart() {
    record Run(int campaign, long startedAt, PersonKey person, long number) {}
    check(
        () -> new Run(small(), time(), new PersonKey(7, person().cioId()), number()),
        Comparator.comparingInt(Run::campaign)
            .thenComparingLong(Run::startedAt)
            .thenComparing(Run::person, BY_PERSON)
            .thenComparingLong(Run::number),
        run -> Keys.campaignJourney(run.campaign(), run.startedAt(), run.person(), run.number()));
  }

  @Test
  void theRest() {
    record Relay(int destination, long sequence) {}
    check(
        () -> new Relay(random.nextInt(1 << 16), number()),
        Comparator.comparingInt(Relay::destination).thenComparingLong(Relay::sequence),
        relay -> Keys.relay(relay.destination(), relay.sequence()));
    record Member(int segment, PersonKey person) {}
    check(
        () -> new Member(small(), person()),
        Comparator.comparingInt((Member member) -> member.person().workspace())
            .thenComparingInt(Member::segment)
            .thenComparing(Member::person, BY_PERSON),
        member -> Keys.member(member.segment(), member.person()));
    record Trace(PersonKey person, long journey, long ordinal) {}
    check(
        () -> new Trace(person(), random.nextInt(3), number()),
        Comparator.comparing(Trace::person, BY_PERSON)
            .thenComparingLong(Trace::journey)
            .thenComparingLong(Trace::ordinal),
        trace -> Keys.trace(trace.person(), trace.journey(), trace.ordinal()));
  }

  @Test
  void keysTellWhatTheyWereMadeOf() {
    for (int i = 0; i < ROUNDS; i++) {
      PersonKey person = person();
      long number = number();
      long time = time();
      assertThat(Keys.personIn(Keys.person(person))).isEqualTo(person);
      assertThat(Keys.numberIn(Keys.numbered(person, number))).isEqualTo(number);
      assertThat(Keys.timerAt(Keys.timer(time, person))).isEqualTo(time);
      assertThat(Keys.timerPerson(Keys.timer(time, person))).isEqualTo(person);
      assertThat(Keys.timelineAt(Keys.timeline(1, time, number))).isEqualTo(time);
      assertThat(Keys.timelineOrdinal(Keys.timeline(1, time, number))).isEqualTo(number);
      assertThat(Keys.memberPerson(Keys.member(3, person))).isEqualTo(person);
      byte[] journey = Keys.campaignJourney(3, time, person, number);
      assertThat(Keys.campaignJourneyStart(journey)).isEqualTo(time);
      assertThat(Keys.campaignJourneyPerson(journey)).isEqualTo(person);
      assertThat(Keys.campaignJourneyNumber(journey)).isEqualTo(number);
      TallyGroup tallies = new TallyGroup(small(), (byte) 2, small(), TallyGroup.LIFE);
      assertThat(Keys.talliesIn(Keys.tallies(tallies))).isEqualTo(tallies);
      String text = text();
      assertThat(Keys.deskValue(Keys.desk(1, Identifier.id(text)))).isEqualTo(text);
    }
  }

  @Test
  void everythingUnderAPrefixEndsBeforeWhatFollows() {
    for (int i = 0; i < ROUNDS; i++) {
      byte[] prefix = Keys.person(new PersonKey(small(), -1 - random.nextInt(2)));
      byte[] inside = Arrays.copyOf(prefix, prefix.length + 8);
      Arrays.fill(inside, prefix.length, inside.length, (byte) 0xff);
      assertThat(Arrays.compareUnsigned(inside, Keys.after(prefix))).isNegative();
    }
  }

  @Test
  void bytesOfTablesAndCursorsAreNeverReused() {
    assertThat(Arrays.stream(Table.values()).map(Table::code).distinct())
        .hasSize(Table.values().length);
    assertThat(Arrays.stream(MetaKind.values()).map(MetaKind::code).distinct())
        .hasSize(MetaKind.values().length);
    assertThat(List.of(Table.values()).getFirst().code()).isEqualTo((byte) 1);
  }
}
