package dev.beckon.core.canary;

/// Guilty of talking past the log.
@SuppressWarnings("SystemOut")
public final class Prints {
  void guilty() {
    System.out.println("psst");
  }
}
