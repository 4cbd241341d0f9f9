package dev.beckon.simulator.script;

import java.util.List;

/// A step of a campaign with the steps inside it.
public sealed interface Move {
  String id();

  /// A message, whose name is the step's id.
  record Mail(String id) implements Move {}

  /// @param length ms
  record Pause(String id, long length) implements Move {}

  /// @param atMost ms; 0 for ever
  record Hold(String id, Rule until, long atMost, List<Move> then, List<Move> otherwise)
      implements Move {}

  record Fork(String id, Rule when, List<Move> then, List<Move> otherwise) implements Move {}

  record End(String id) implements Move {}
}
