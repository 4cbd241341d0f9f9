package dev.beckon.engine.host;

/// The refusal of a message because too many are waiting; the caller should try again later.
public final class Overloaded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int retryAfterSeconds;

  public Overloaded(int retryAfterSeconds) {
    super(
        "Expected room in the intake, but too many messages are waiting; try again in "
            + retryAfterSeconds
            + " s.",
        null,
        false,
        false);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
