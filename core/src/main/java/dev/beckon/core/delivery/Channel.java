package dev.beckon.core.delivery;

import java.util.Locale;

/// The way a message takes; bytes are stored and never change.
public enum Channel {
  EMAIL(1);

  private final int code;

  Channel(int code) {
    this.code = code;
  }

  public byte code() {
    return (byte) code;
  }

  /// The name in definitions and APIs.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Channel ofCode(byte code) {
    for (Channel channel : values()) {
      if (channel.code == code) {
        return channel;
      }
    }
    throw new IllegalArgumentException("Expected the code of a channel, but got " + code + ".");
  }
}
