package dev.beckon.core.identity;

/// What a name for somebody is; the bytes are part of stored keys and never change.
public enum IdentifierKind {
  ID(1, "id"),
  EMAIL(2, "email");

  private final int code;
  private final String word;

  IdentifierKind(int code, String word) {
    this.code = code;
    this.word = word;
  }

  public byte code() {
    return (byte) code;
  }

  /// The name in APIs.
  public String word() {
    return word;
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
