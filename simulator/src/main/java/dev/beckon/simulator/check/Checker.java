package dev.beckon.simulator.check;

import java.util.List;

/// Guards one promise.
public interface Checker {
  /// @return what is wrong, one sentence each
  List<String> problems(Evidence evidence);

  default String name() {
    return getClass().getSimpleName();
  }

  /// Those that can be asked whenever the host has come to rest.
  static List<Checker> all() {
    return List.of(
        new NothingAcknowledgedIsLost(),
        new OnePersonPerIdentifier(),
        new SegmentsMatchFullScan(),
        new TimersFireOnce(),
        new AtMostOneSend(),
        new NothingToSuppressed(),
        new Conservation());
  }
}
