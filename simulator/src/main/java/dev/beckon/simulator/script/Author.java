package dev.beckon.simulator.script;

import dev.beckon.core.value.Maps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Invents definitions, and changes them while people are under way.
public final class Author {
  private static final int GROUPS_MAX = 7;
  private static final int PROGRAMS_MAX = 5;

  private final Dice dice;
  private final Imagination imagination;
  private int groups;
  private int programs;
  private Script script = Script.NOTHING;

  public Author(Dice dice) {
    this.dice = dice;
    this.imagination = new Imagination(dice);
  }

  public Script script() {
    return script;
  }

  /// The next version: at first a few of everything, later one or two changes.
  public Script next() {
    long version = script.version() + 1;
    List<Group> nextGroups = new ArrayList<>(script.groups());
    List<Program> nextPrograms = new ArrayList<>(script.programs());
    if (version == 1) {
      for (int i = 0; i < 4; i++) {
        addGroup(nextGroups);
      }
      for (int i = 0; i < 3; i++) {
        addProgram(nextGroups, nextPrograms, version);
      }
    } else {
      for (int changes = dice.below(2); changes >= 0; changes--) {
        change(nextGroups, nextPrograms, version);
      }
    }
    script = new Script(version, nextGroups, nextPrograms);
    return script;
  }

  private void change(List<Group> nextGroups, List<Program> nextPrograms, long version) {
    switch (dice.below(8)) {
      case 0 -> addGroup(nextGroups);
      case 1 -> editGroup(nextGroups);
      case 2 -> removeGroup(nextGroups, nextPrograms);
      case 3 -> addProgram(nextGroups, nextPrograms, version);
      case 4 -> nextPrograms.replaceAll(program -> dice.percent(40) ? edit(program) : program);
      case 5 -> turn(nextPrograms, version);
      case 6 -> {
        if (nextPrograms.size() > 2 && dice.percent(50)) {
          nextPrograms.remove(dice.below(nextPrograms.size()));
        }
      }
      default ->
          nextPrograms.replaceAll(
              program -> dice.percent(40) ? otherRules(nextGroups, program) : program);
    }
  }

  private void addGroup(List<Group> nextGroups) {
    if (nextGroups.size() < GROUPS_MAX) {
      int id = ++groups;
      nextGroups.add(new Group(id, "Group " + id, imagination.aboutPerson(names(nextGroups))));
    }
  }

  private void editGroup(List<Group> nextGroups) {
    int place = dice.below(nextGroups.size());
    Group group = nextGroups.get(place);
    List<String> before = names(nextGroups.subList(0, place));
    nextGroups.set(place, new Group(group.id(), group.name(), imagination.aboutPerson(before)));
  }

  private void removeGroup(List<Group> nextGroups, List<Program> nextPrograms) {
    Group group = dice.oneOf(nextGroups);
    List<Group> others = new ArrayList<>(nextGroups);
    others.remove(group);
    boolean[] used = {false};
    new Script(0, others, nextPrograms)
        .forEachRule(rule -> used[0] |= rule.equals(new Rule.In(group.name())));
    for (Program program : nextPrograms) {
      used[0] |=
          program.entrance().cue() instanceof Program.Cue.OnEntering(String name, boolean _)
              && name.equals(group.name());
    }
    if (!used[0] && others.size() > 1) {
      nextGroups.remove(group);
    }
  }

  private void addProgram(List<Group> nextGroups, List<Program> nextPrograms, long version) {
    if (nextPrograms.size() < PROGRAMS_MAX) {
      List<String> names = names(nextGroups);
      nextPrograms.add(
          new Program(
              ++programs,
              Program.State.RUNNING,
              version,
              imagination.entrance(names),
              imagination.leaving(names),
              imagination.aim(),
              imagination.moves(names, dice.below(4) + 2),
              Maps.empty()));
    }
  }

  private Program otherRules(List<Group> nextGroups, Program program) {
    List<String> names = names(nextGroups);
    Program.Entrance other = imagination.entrance(names);
    return program.with(
        new Program.Entrance(
            program.entrance().cue(), other.filter(), other.period(), other.overlap()),
        imagination.leaving(names));
  }

  private void turn(List<Program> nextPrograms, long version) {
    int place = dice.below(nextPrograms.size());
    Program program = nextPrograms.get(place);
    nextPrograms.set(
        place,
        switch (program.state()) {
          case RUNNING ->
              program.with(
                  dice.percent(60) ? Program.State.STOPPED : Program.State.HALTED,
                  program.started());
          case STOPPED, HALTED -> program.with(Program.State.RUNNING, version);
        });
  }

  private Program edit(Program program) {
    List<Move> moves = new ArrayList<>(program.moves());
    SequencedMap<String, String> retired = new LinkedHashMap<>(program.retired());
    switch (dice.below(4)) {
      case 0 -> moves.add(dice.below(moves.size() + 1), imagination.mail());
      case 1 -> remove(moves, retired, true);
      case 2 -> remove(moves, retired, dice.percent(70));
      default -> moves.replaceAll(this::otherLength);
    }
    return program.with(moves, retired);
  }

  private void remove(
      List<Move> moves, SequencedMap<String, String> retired, boolean withSuccessor) {
    if (moves.size() < 2) {
      return;
    }
    int place = dice.below(moves.size());
    Move removed = moves.remove(place);
    if (withSuccessor) {
      String next = place < moves.size() ? moves.get(place).id() : "";
      retire(removed, next, retired);
    }
  }

  private static void retire(Move move, String next, SequencedMap<String, String> retired) {
    retired.put(move.id(), next);
    switch (move) {
      case Move.Hold hold -> {
        hold.then().forEach(inner -> retire(inner, next, retired));
        hold.otherwise().forEach(inner -> retire(inner, next, retired));
      }
      case Move.Fork fork -> {
        fork.then().forEach(inner -> retire(inner, next, retired));
        fork.otherwise().forEach(inner -> retire(inner, next, retired));
      }
      case Move.Mail _, Move.Pause _, Move.End _ -> {}
    }
  }

  private Move otherLength(Move move) {
    return switch (move) {
      case Move.Pause pause -> new Move.Pause(pause.id(), imagination.length());
      case Move.Hold hold when hold.atMost() > 0 ->
          new Move.Hold(
              hold.id(), hold.until(), imagination.length(), hold.then(), hold.otherwise());
      case Move.Hold _, Move.Fork _, Move.Mail _, Move.End _ -> move;
    };
  }

  private static List<String> names(List<Group> groups) {
    return groups.stream().map(Group::name).toList();
  }
}
