package dev.beckon.host.kafka;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.ByteSource;
import dev.beckon.engine.codec.InputCodec;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A partition's word that it has processed a message for which somebody awaits a receipt;
/// committed in one transaction with what came of it.
///
/// @param process who awaits the receipt
/// @param number which promise
/// @param relays how many messages to other partitions carry it on
/// @param person whom it concerned, if anybody
record Answer(UUID process, long number, int relays, @Nullable PersonKey person) {
  private static final int FORMAT = 1;

  static Answer read(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    in.version("an answer", FORMAT);
    UUID process = new UUID(in.eight(), in.eight());
    long number = in.varint();
    int relays = in.whole();
    PersonKey person = in.truth() ? InputCodec.person(in) : null;
    in.end("an answer");
    return new Answer(process, number, relays, person);
  }

  byte[] toBytes() {
    ByteSink out = new ByteSink();
    out.one(FORMAT);
    out.eight(process.getMostSignificantBits());
    out.eight(process.getLeastSignificantBits());
    out.varint(number);
    out.varint(relays);
    out.truth(person != null);
    if (person != null) {
      InputCodec.person(person, out);
    }
    return out.toBytes();
  }
}
