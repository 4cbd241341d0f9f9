package dev.beckon.server.bootstrap;

/// Thrown when a bootstrap file cannot be used.
public final class BootstrapException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BootstrapException(String message) {
    super(message);
  }
}
