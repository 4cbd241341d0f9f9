package dev.beckon.simulator.script;

import java.util.List;

/// The few words that simulated authors and people share, so that they have to do with each other.
public final class Vocabulary {
  public static final List<String> EVENTS = List.of("login", "order", "view", "invite");
  public static final List<String> KINDS = List.of("a", "b");
  public static final List<String> PLANS = List.of("free", "trial", "pro");

  private Vocabulary() {}
}
