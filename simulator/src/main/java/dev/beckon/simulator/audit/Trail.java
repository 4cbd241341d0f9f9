package dev.beckon.simulator.audit;

import dev.beckon.simulator.script.Move;
import dev.beckon.simulator.script.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The steps of a campaign with what follows each; behind a nested list the way goes on after the
/// step that holds it.
final class Trail {
  private final Map<String, Spot> spots = new HashMap<>();
  private final String first;

  /// @param next id of the step behind it, empty at the end
  record Spot(Move move, String next) {
    /// The first step of a nested list.
    String into(List<Move> list) {
      return list.isEmpty() ? next : list.getFirst().id();
    }
  }

  Trail(Program program) {
    first = program.moves().isEmpty() ? "" : program.moves().getFirst().id();
    add(program.moves(), "");
  }

  String first() {
    return first;
  }

  @Nullable Spot at(String step) {
    return spots.get(step);
  }

  private void add(List<Move> moves, String after) {
    for (int i = 0; i < moves.size(); i++) {
      Move move = moves.get(i);
      String next = i + 1 < moves.size() ? moves.get(i + 1).id() : after;
      spots.put(move.id(), new Spot(move, next));
      switch (move) {
        case Move.Hold hold -> {
          add(hold.then(), next);
          add(hold.otherwise(), next);
        }
        case Move.Fork fork -> {
          add(fork.then(), next);
          add(fork.otherwise(), next);
        }
        case Move.Mail _, Move.Pause _, Move.End _ -> {}
      }
    }
  }
}
