package dev.beckon.engine.store;

/// The cursors and counters that a partition keeps of itself; bytes are never reused.
public enum MetaKind {
  /// The partition's time and count.
  CLOCK(1),
  /// How many people were ever created here.
  BORN(2),
  /// How many people of a workspace are here.
  PEOPLE(3),
  /// The last sequence sent to another partition.
  SENT(4),
  /// The last sequence received from another partition.
  RECEIVED(5),
  /// Before this key of TIMER there is nothing.
  TIMERS(6),
  /// How far a workspace's sweep has come.
  SWEEP(7),
  /// How far the search for expired keys of events has come.
  EXPIRY(8),
  /// How far the search for expired events of nobody has come.
  ANONYMOUS(9);

  private final int code;

  MetaKind(int code) {
    this.code = code;
  }

  public byte code() {
    return (byte) code;
  }
}
