package dev.beckon.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.simulator.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The resolution matrix of an identify call, row by row (docs/identity.md; spec: data-in.md, 5.2).
///
/// A row says who is there, which call is made, and who is there after it. It is played for several
/// names, so that homes and desks are together and apart in every way.
final class MatrixScenarios {
  private static final int NAMES = 5;

  private MatrixScenarios() {}

  /// One row; people are written as `id/email`, with `-` for an empty slot.
  ///
  /// @param before who is there
  /// @param call by whom, and which further identifier is said; `cio:` before the first for a call
  ///     by the `cio_id` of whoever has it, `?` for one that only updates
  /// @param after who is there then
  /// @param refused how many identifiers were refused
  private record Row(
      String name, List<String> before, String call, List<String> after, int refused) {}

  private static final List<Row> ROWS =
      List.of(
          row("1, nothing new", List.of("a/m"), "a m", List.of("a/m"), 0),
          row("1, by address, nothing new", List.of("a/m"), "m a", List.of("a/m"), 0),
          row("1, an empty slot is filled", List.of("a/-"), "a m", List.of("a/m"), 0),
          row("1, an id for a lead", List.of("-/m"), "m a", List.of("a/m"), 0),
          row("1, an address in another case", List.of("a/m"), "a M", List.of("a/m"), 0),
          row("2, a new id for a known address", List.of("-/m"), "a m", List.of("a/m"), 0),
          row("2, a new address for a known id", List.of("a/-"), "m a", List.of("a/m"), 0),
          row("2, only an update", List.of("-/m"), "?a m", List.of("a/m"), 0),
          row("2b, the slot has another value", List.of("b/m"), "a m", List.of("b/m"), 1),
          row("2b, an address", List.of("a/n"), "m a", List.of("a/n"), 1),
          row("3, two people", List.of("a/-", "-/m"), "a m", List.of("-/m", "a/-"), 1),
          row("3, two complete people", List.of("a/n", "b/m"), "a m", List.of("a/n", "b/m"), 1),
          row("4, another address", List.of("a/n"), "a m", List.of("a/n"), 1),
          row("4, another id", List.of("b/m"), "m a", List.of("b/m"), 1),
          row("5, an address by cio_id", List.of("a/n"), "cio:a m", List.of("a/m"), 0),
          row("5, an id by cio_id", List.of("b/m"), "cio:b a", List.of("a/m"), 0),
          row("5, of somebody else", List.of("a/n", "-/m"), "cio:a m", List.of("-/m", "a/n"), 1),
          row("5, taken away", List.of("a/n"), "cio:a @", List.of("a/-"), 0),
          row("5, the last one stays", List.of("-/m"), "cio:m @", List.of("-/m"), 1),
          row("taken away by id is refused", List.of("a/m"), "a @", List.of("a/m"), 1),
          row("7, nobody matches", List.of(), "a m", List.of("a/m"), 0),
          row("7, only an update", List.of(), "?a m", List.of(), 1),
          row("9, a lead gains an id", List.of("-/m"), "a m", List.of("a/m"), 0));

  private static Row row(
      String name, List<String> before, String call, List<String> after, int refused) {
    return new Row(name, before, call, after, refused);
  }

  static List<Scenario> all() {
    List<Scenario> scenarios = new ArrayList<>();
    for (Row row : ROWS) {
      scenarios.add(new Scenario("identify, row " + row.name(), world -> play(world, row)));
    }
    return scenarios;
  }

  private static void play(World world, Row row) {
    TreeSet<String> expected = new TreeSet<>();
    for (int i = 0; i < NAMES; i++) {
      String suffix = Integer.toString(i);
      row.before().forEach(person -> create(world, person, suffix));
      int refused = refused(world);
      call(world, row.call(), suffix);
      assertThat(refused(world) - refused).as(row.name()).isEqualTo(row.refused());
      row.after().forEach(person -> expected.add(full(person, suffix)));
    }
    TreeSet<String> found = new TreeSet<>();
    for (Person person : world.stored().people()) {
      Identifiers held = person.profile().identifiers();
      found.add(orDash(held.idValue()) + "/" + orDash(held.emailValue()));
    }
    assertThat(found).as(row.name()).isEqualTo(expected);
    assertThat(world.stored().people()).hasSize(expected.size());
    assertThat(world.stored().desks()).as(row.name()).hasSize(identifiers(expected));
  }

  private static void create(World world, String person, String suffix) {
    String id = full(person, suffix).split("/", -1)[0];
    String email = full(person, suffix).split("/", -1)[1];
    if (id.equals("-")) {
      world.person(email).is("plan", "old");
    } else if (email.equals("-")) {
      world.person(id).is("plan", "old");
    } else {
      world.person(id).is("email", email);
    }
  }

  private static void call(World world, String call, String suffix) {
    String by = call.split(" ", -1)[0];
    String further = call.split(" ", -1)[1];
    String name = named(by.replace("cio:", "").replace("?", ""), suffix);
    Identifier said =
        further.equals("@") ? Identifier.email("") : World.identifier(named(further, suffix));
    if (by.startsWith("cio:")) {
      world.person(name).isByCioId(said, "plan", "new");
    } else {
      world.person(name).identifies(said, "plan", "new", by.startsWith("?"));
    }
    if (world.person(name).exists()) {
      assertThat(world.person(name).attribute("plan")).isEqualTo("new");
    }
  }

  private static String full(String person, String suffix) {
    String id = person.split("/", -1)[0];
    String email = person.split("/", -1)[1];
    return named(id, suffix) + "/" + named(email, suffix);
  }

  /// Names from `m` on are addresses.
  private static String named(String name, String suffix) {
    if (name.equals("-")) {
      return name;
    }
    boolean address = name.equals("m") || name.equals("n") || name.equals("M");
    return address ? name + suffix + "@x.test" : name + suffix;
  }

  private static String orDash(@Nullable String text) {
    return text == null ? "-" : text;
  }

  private static int identifiers(Set<String> people) {
    return people.stream()
        .mapToInt(
            person ->
                (int)
                    List.of(person.split("/", -1)).stream()
                        .filter(name -> !name.equals("-"))
                        .count())
        .sum();
  }

  private static int refused(World world) {
    return (int)
        world.stored().activities().stream()
            .filter(activity -> activity.type().equals("failed_attribute_change"))
            .filter(activity -> activity.name().equals("id") || activity.name().equals("email"))
            .count();
  }
}
