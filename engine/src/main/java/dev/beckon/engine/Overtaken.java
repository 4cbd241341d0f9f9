package dev.beckon.engine;

import dev.beckon.core.machine.Input;

/// An input that others have overtaken on its way here, as relays from several desks can; it takes
/// the partition's time, so that nobody's time goes back, and keeps its own for what it says.
///
/// Whoever came of age meanwhile would otherwise be taken for younger again, and enter twice.
final class Overtaken {
  /// By how much an input can be late on its way (ms); a greater distance is a clock that was set
  /// back, and is believed.
  static final long LATE_MS_MAX = 60_000;

  private Overtaken() {}

  /// @param time of the partition (epoch ms)
  static Input asOf(long time, Input input) {
    if (input.at() >= time || time - input.at() > LATE_MS_MAX) {
      return input;
    }
    return input instanceof Input.Identify said && said.setAt() == null
        ? new Input.Identify(
            time, said.by(), said.sets(), said.attributes(), said.at(), said.updateOnly())
        : input.stamped(time);
  }
}
