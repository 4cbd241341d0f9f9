package dev.beckon.core.canary;

/// Classes that are guilty of locks in a room with one writer.
public final class Monitors {

  private Monitors() {}

  static final class SynchronizedMethod {
    synchronized int guilty() {
      return 1;
    }
  }

  static final class SynchronizedBlock {
    int guilty() {
      synchronized (this) {
        return 1;
      }
    }
  }
}
