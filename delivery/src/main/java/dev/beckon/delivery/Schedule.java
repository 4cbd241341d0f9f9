package dev.beckon.delivery;

/// The time, and a way to be called when it has come; virtual in tests.
public interface Schedule {

  /// Epoch ms.
  long now();

  /// Runs the task once at or after the time (epoch ms); the task must be quick.
  void at(long time, Runnable task);
}
