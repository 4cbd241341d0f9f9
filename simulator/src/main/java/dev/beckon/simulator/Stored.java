package dev.beckon.simulator;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.journey.TraceStep;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.person.Person;
import dev.beckon.engine.Routing;
import dev.beckon.engine.codec.ActivityRow;
import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.codec.PersonCodec;
import dev.beckon.engine.codec.SweepRow;
import dev.beckon.engine.codec.TallyRow;
import dev.beckon.engine.codec.TraceRow;
import dev.beckon.engine.query.Queries;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.MetaKind;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import dev.beckon.engine.store.TallyGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What a host has stored, read row by row: the truth behind all views.
public final class Stored {
  /// The one workspace of the seeded world.
  public static final int WORKSPACE = 1;

  private static final byte[] FIRST = new byte[0];

  private final Queries queries;

  public Stored(Queries queries) {
    this.queries = queries;
  }

  public Queries queries() {
    return queries;
  }

  /// Whom the identifier's desk keeps it with.
  public Optional<PersonKey> holder(Identifier identifier) {
    int desk = Routing.deskOf(WORKSPACE, identifier, queries.partitions());
    byte[] row = get(desk, Table.DESK, Keys.desk(WORKSPACE, identifier.normalized()));
    return row == null
        ? Optional.empty()
        : Optional.of(new PersonKey(WORKSPACE, NumberRow.read(row)));
  }

  /// All desks: identifiers as they are compared, by kind and value, with whom they are kept.
  public Map<Identifier, PersonKey> desks() {
    Map<Identifier, PersonKey> desks = new LinkedHashMap<>();
    forEach(
        Table.DESK,
        FIRST,
        null,
        (key, row) ->
            desks.put(
                new Identifier(IdentifierKind.ofCode(key[4]), Keys.deskValue(key)),
                new PersonKey(WORKSPACE, NumberRow.read(row))));
    return desks;
  }

  public Optional<Person> person(PersonKey key) {
    byte[] row = get(key.partition(), Table.PERSON, Keys.person(key));
    return row == null ? Optional.empty() : Optional.of(new PersonCodec().decode(key, row));
  }

  /// Everybody, by partition and key.
  public List<Person> people() {
    PersonCodec codec = new PersonCodec();
    List<Person> people = new ArrayList<>();
    forEach(
        Table.PERSON, FIRST, null, (key, row) -> people.add(codec.decode(Keys.personIn(key), row)));
    return people;
  }

  public List<PersonKey> members(int segment) {
    List<PersonKey> members = new ArrayList<>();
    byte[] from = Keys.members(WORKSPACE, segment);
    forEach(Table.MEMBER, from, Keys.after(from), (key, _) -> members.add(Keys.memberPerson(key)));
    return members;
  }

  /// What was ever counted, summed over the partitions, by subject and id.
  public Map<TallyGroup, SortedMap<TallyRow.Name, Long>> tallies() {
    Map<TallyGroup, SortedMap<TallyRow.Name, Long>> tallies = new LinkedHashMap<>();
    forEach(
        Table.TALLY,
        FIRST,
        null,
        (key, row) -> {
          TallyGroup group = Keys.talliesIn(key);
          if (group.hour() == TallyGroup.LIFE) {
            SortedMap<TallyRow.Name, Long> sums =
                tallies.computeIfAbsent(group, _ -> new TreeMap<>());
            TallyRow.read(row).counts().forEach((name, n) -> sums.merge(name, n, Long::sum));
          }
        });
    return tallies;
  }

  public long counted(Fact.Subject subject, int id, String step, String metric) {
    TallyGroup group =
        new TallyGroup(WORKSPACE, TallyGroup.subjectCode(subject), id, TallyGroup.LIFE);
    SortedMap<TallyRow.Name, Long> counts = tallies().getOrDefault(group, new TreeMap<>());
    return counts.getOrDefault(new TallyRow.Name(step, metric), 0L);
  }

  /// Oldest first.
  public List<Fact.Activity> activities(PersonKey person) {
    List<Fact.Activity> activities = new ArrayList<>();
    byte[] from = Keys.person(person);
    scan(
        person.partition(),
        Table.ACTIVITY,
        from,
        Keys.after(from),
        (key, row) -> activities.add(ActivityRow.read(Keys.numberIn(key), row).activity()));
    return activities;
  }

  /// Of everybody and of nobody, by partition.
  public List<Fact.Activity> activities() {
    List<Fact.Activity> activities = new ArrayList<>();
    forEach(
        Table.ACTIVITY,
        FIRST,
        null,
        (key, row) -> activities.add(ActivityRow.read(Keys.numberIn(key), row).activity()));
    return activities;
  }

  /// What the person's journeys did, oldest first within each.
  public List<TraceStep> traces(PersonKey person) {
    List<TraceStep> traces = new ArrayList<>();
    byte[] from = Keys.person(person);
    scan(
        person.partition(),
        Table.TRACE,
        from,
        Keys.after(from),
        (_, row) -> traces.addAll(TraceRow.read(row).steps()));
    return traces;
  }

  /// When the earliest timer rings (epoch ms), `Long.MAX_VALUE` for never.
  public long nextDue() {
    long[] due = {Long.MAX_VALUE};
    for (int partition = 0; partition < queries.partitions(); partition++) {
      queries.read(
          partition,
          rows -> {
            rows.scan(
                Table.TIMER,
                FIRST,
                null,
                (key, _) -> {
                  due[0] = Math.min(due[0], Keys.timerAt(key));
                  return false;
                });
            return due;
          });
    }
    return due[0];
  }

  /// Whether no relay is under way and every sweep is complete.
  public boolean isQuiet() {
    boolean[] quiet = {true};
    forEach(Table.RELAY, FIRST, null, (_, _) -> quiet[0] = false);
    byte[] sweeps = Keys.metas(MetaKind.SWEEP);
    forEach(
        Table.META,
        sweeps,
        Keys.after(sweeps),
        (_, row) -> quiet[0] &= SweepRow.read(row).complete());
    return quiet[0];
  }

  /// Whether the person's timer is where the person says.
  public boolean hasTimer(Person person) {
    byte[] key = Keys.timer(person.timerAt(), person.key());
    return get(person.key().partition(), Table.TIMER, key) != null;
  }

  public String digest() {
    return Digest.of(queries);
  }

  /// Of one partition, with its cursors.
  public String digestOf(int partition) {
    return queries.read(partition, Digest::ofEverything);
  }

  private byte @Nullable [] get(int partition, Table table, byte[] key) {
    byte[][] found = queries.read(partition, rows -> holding(rows.get(table, key)));
    return found.length == 0 ? null : found[0];
  }

  private static byte[][] holding(byte @Nullable [] row) {
    return row == null ? new byte[0][] : new byte[][] {row};
  }

  private void forEach(
      Table table, byte[] from, byte @Nullable [] to, BiConsumer<byte[], byte[]> reader) {
    for (int partition = 0; partition < queries.partitions(); partition++) {
      scan(partition, table, from, to, reader);
    }
  }

  private void scan(
      int partition,
      Table table,
      byte[] from,
      byte @Nullable [] to,
      BiConsumer<byte[], byte[]> reader) {
    queries.read(partition, rows -> scanAll(rows, table, from, to, reader));
  }

  private static Boolean scanAll(
      Rows rows,
      Table table,
      byte[] from,
      byte @Nullable [] to,
      BiConsumer<byte[], byte[]> reader) {
    rows.scan(
        table,
        from,
        to,
        (key, row) -> {
          reader.accept(key, row);
          return true;
        });
    return true;
  }
}
