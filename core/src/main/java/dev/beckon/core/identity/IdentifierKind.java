package dev.beckon.core.identity;

/// What a name for somebody is; the bytes are part of stored keys and never change.
public enum IdentifierKind {
  ID(1),
  EMAIL(2);

  private final int code;

  IdentifierKind(int code) {
    this.code = code;
  }

  public byte code() {
    return (byte) code;
  }

  public static IdentifierKind ofCode(byte code) {
    for (IdentifierKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "Expected the code of an identifier kind, but got " + code + ".");
  }
}
