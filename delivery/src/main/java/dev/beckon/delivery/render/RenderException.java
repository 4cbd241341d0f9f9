package dev.beckon.delivery.render;

/// A message that cannot be rendered for this person; the message says why in words for whoever
/// wrote it.
public final class RenderException extends Exception {
  private static final long serialVersionUID = 1L;

  public RenderException(String message) {
    super(message);
  }
}
