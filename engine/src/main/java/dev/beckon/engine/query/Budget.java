package dev.beckon.engine.query;

/// How long a scan may go on; asked every few rows, so that the caller's clock decides.
@FunctionalInterface
public interface Budget {
  Budget UNLIMITED = () -> false;

  boolean spent();
}
