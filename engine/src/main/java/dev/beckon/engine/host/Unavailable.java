package dev.beckon.engine.host;

/// The refusal of everything by a host that has stopped: it is closed, or it has failed and must be
/// restarted. Whether a message that was under way is durable is not known.
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unavailable(String message) {
    super(message);
  }

  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
