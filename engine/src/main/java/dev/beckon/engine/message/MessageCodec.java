package dev.beckon.engine.message;

import dev.beckon.engine.codec.Ahead;
import dev.beckon.engine.codec.CodecException;

/// The bytes of a message, for logs and relays; versioned, and readable for ever.
public final class MessageCodec {
  private MessageCodec() {}

  public static byte[] encode(Message message) {
    return Ahead.ofTime(byte[].class);
  }

  /// @throws CodecException if the bytes are not a whole message of a known version
  public static Message decode(byte[] bytes) {
    return Ahead.ofTime(Message.class);
  }
}
