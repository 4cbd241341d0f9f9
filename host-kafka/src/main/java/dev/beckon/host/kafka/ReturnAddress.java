package dev.beckon.host.kafka;

import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.ByteSource;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// Whom to tell that a message has been processed; travels as a header of the message, and of all
/// relays that follow from it.
///
/// @param process the process that promised a receipt, by a name for this run of it
/// @param lane the partition of the answers that it reads
/// @param number the promise
record ReturnAddress(UUID process, int lane, long number) {
  private static final String HEADER = "return";
  private static final int FORMAT = 1;

  static @Nullable ReturnAddress in(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    return header == null ? null : read(new ByteSource(header.value()));
  }

  private static ReturnAddress read(ByteSource in) {
    in.version("a return address", FORMAT);
    ReturnAddress read =
        new ReturnAddress(new UUID(in.eight(), in.eight()), in.whole(), in.varint());
    in.end("a return address");
    return read;
  }

  Headers headers() {
    ByteSink out = new ByteSink();
    out.one(FORMAT);
    out.eight(process.getMostSignificantBits());
    out.eight(process.getLeastSignificantBits());
    out.varint(lane);
    out.varint(number);
    return new RecordHeaders().add(HEADER, out.toBytes());
  }
}
