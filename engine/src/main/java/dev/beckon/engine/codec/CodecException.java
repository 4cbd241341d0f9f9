package dev.beckon.engine.codec;

/// Bytes that are not what they were taken for: damaged, cut off, or of an unknown version.
public final class CodecException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CodecException(String message) {
    super(message);
  }

  public CodecException(String message, Throwable cause) {
    super(message, cause);
  }
}
