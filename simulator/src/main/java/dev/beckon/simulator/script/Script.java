package dev.beckon.simulator.script;

import dev.beckon.core.value.Value;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Everything that is published in one version.
///
/// @param groups each after those that it refers to
public record Script(long version, List<Group> groups, List<Program> programs) {
  public static final Script NOTHING = new Script(0, List.of(), List.of());

  public Script {
    groups = List.copyOf(groups);
    programs = List.copyOf(programs);
  }

  /// Whether people become one when a call has named both; so in every second version.
  public boolean autoMerge() {
    return version > 0 && version % 2 == 0;
  }

  public @Nullable Group group(String name) {
    for (Group group : groups) {
      if (group.name().equals(name)) {
        return group;
      }
    }
    return null;
  }

  public @Nullable Program program(int id) {
    for (Program program : programs) {
      if (program.id() == id) {
        return program;
      }
    }
    return null;
  }

  /// As it is published.
  public Value.Fields document() {
    return Documents.of(this);
  }

  /// Tells of every rule that is asked anywhere.
  public void forEachRule(Consumer<Rule> reader) {
    groups.forEach(group -> forEach(group.when(), reader));
    for (Program program : programs) {
      Rule filter = program.entrance().filter();
      if (filter != null) {
        forEach(filter, reader);
      }
      Rule when = program.leaving().when();
      if (when != null) {
        forEach(when, reader);
      }
      program.moves().forEach(move -> forEach(move, reader));
    }
  }

  private static void forEach(Move move, Consumer<Rule> reader) {
    switch (move) {
      case Move.Hold hold -> {
        forEach(hold.until(), reader);
        hold.then().forEach(inner -> forEach(inner, reader));
        hold.otherwise().forEach(inner -> forEach(inner, reader));
      }
      case Move.Fork fork -> {
        forEach(fork.when(), reader);
        fork.then().forEach(inner -> forEach(inner, reader));
        fork.otherwise().forEach(inner -> forEach(inner, reader));
      }
      case Move.Mail _, Move.Pause _, Move.End _ -> {}
    }
  }

  private static void forEach(Rule rule, Consumer<Rule> reader) {
    reader.accept(rule);
    switch (rule) {
      case Rule.All all -> all.parts().forEach(part -> forEach(part, reader));
      case Rule.Any any -> any.parts().forEach(part -> forEach(part, reader));
      case Rule.Not not -> forEach(not.part(), reader);
      case Rule.Is _,
          Rule.AtLeast _,
          Rule.Exists _,
          Rule.Did _,
          Rule.DidNot _,
          Rule.In _,
          Rule.Told _ -> {}
    }
  }
}
