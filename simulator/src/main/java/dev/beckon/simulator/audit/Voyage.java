package dev.beckon.simulator.audit;

import org.jspecify.annotations.Nullable;

/// A journey, in the model.
public final class Voyage {
  private final int program;
  private final long startedAt;
  private final long entryAt;
  private final @Nullable Deed trigger;
  private Stage stage = Stage.FILTERING;
  private String step = "";
  private long arrivedAt;

  /// Where a journey is in its life.
  public enum Stage {
    FILTERING,
    ACTIVE,
    HALTED,
    OVER
  }

  Voyage(int program, long startedAt, @Nullable Deed trigger) {
    this.program = program;
    this.startedAt = startedAt;
    this.entryAt = trigger == null ? startedAt : trigger.at();
    this.arrivedAt = startedAt;
    this.trigger = trigger;
  }

  public int program() {
    return program;
  }

  long startedAt() {
    return startedAt;
  }

  long entryAt() {
    return entryAt;
  }

  public long arrivedAt() {
    return arrivedAt;
  }

  @Nullable Deed trigger() {
    return trigger;
  }

  public Stage stage() {
    return stage;
  }

  public String step() {
    return step;
  }

  void become(Stage next) {
    stage = next;
  }

  void arrive(String next, long at) {
    step = next;
    arrivedAt = at;
  }

  @Override
  public String toString() {
    return "program " + program + " " + stage + " at \"" + step + "\" since " + arrivedAt;
  }
}
