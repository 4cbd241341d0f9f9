package dev.beckon.core.event;

import java.util.Locale;

/// What kind of happening an event is (spec: data-in.md, 1.7); bytes are stored and never change.
public enum EventType {
  EVENT(1),
  PAGE(2),
  SCREEN(3);

  private final int code;

  EventType(int code) {
    this.code = code;
  }

  public byte code() {
    return (byte) code;
  }

  /// The name on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static EventType ofCode(byte code) {
    for (EventType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new IllegalArgumentException("Expected the code of an event type, but got " + code + ".");
  }
}
