package dev.beckon.engine.codec;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.engine.message.Message;
import java.util.ArrayList;
import java.util.List;

/// The bytes of what people take along who become part of others.
public final class LuggageCodec {
  private LuggageCodec() {}

  public static void write(Message.Luggage luggage, ByteSink out) {
    InputCodec.person(luggage.into(), out);
    InputCodec.person(luggage.from(), out);
    out.varint(luggage.part());
    out.signed(luggage.at());
    out.varint(luggage.pieces().size());
    for (Message.Piece piece : luggage.pieces()) {
      out.one(piece.table());
      out.varint(piece.number());
      out.varint(piece.ordinal());
      bytes(piece.row().toBytes(), out);
    }
  }

  public static Message.Luggage luggage(ByteSource in) {
    PersonKey into = InputCodec.person(in);
    PersonKey from = InputCodec.person(in);
    long part = in.varint();
    long at = in.signed();
    int count = in.count();
    List<Message.Piece> pieces = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int table = in.one();
      long number = in.varint();
      long ordinal = in.varint();
      pieces.add(new Message.Piece(table, number, ordinal, Message.Bytes.of(bytes(in))));
    }
    return new Message.Luggage(into, from, part, pieces, at);
  }

  public static void write(Message.Absorb absorb, ByteSink out) {
    InputCodec.person(absorb.into(), out);
    InputCodec.person(absorb.other().key(), out);
    out.signed(absorb.at());
    bytes(new PersonCodec().encode(absorb.other()), out);
  }

  public static Message.Absorb absorb(ByteSource in) {
    PersonKey into = InputCodec.person(in);
    PersonKey other = InputCodec.person(in);
    long at = in.signed();
    Person person = new PersonCodec().decode(other, bytes(in));
    return new Message.Absorb(into, person, at);
  }

  private static void bytes(byte[] bytes, ByteSink out) {
    out.varint(bytes.length);
    out.raw(bytes);
  }

  private static byte[] bytes(ByteSource in) {
    return in.bytes(in.count());
  }
}
