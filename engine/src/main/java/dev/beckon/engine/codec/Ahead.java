package dev.beckon.engine.codec;

/// The refusal of a question whose answer is written in a later change.
public final class Ahead {
  private Ahead() {}

  public static <T> T ofTime(Class<T> answer) {
    if (answer.isArray()) {
      return answer.cast(new byte[0]);
    }
    throw new UnsupportedOperationException("Expected " + answer + ", but it comes later.");
  }
}
