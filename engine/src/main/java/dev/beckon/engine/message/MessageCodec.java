package dev.beckon.engine.message;

import dev.beckon.core.machine.Input;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.ByteSource;
import dev.beckon.engine.codec.CodecException;
import dev.beckon.engine.codec.InputCodec;
import dev.beckon.engine.codec.LuggageCodec;
import dev.beckon.engine.codec.RowReader;
import dev.beckon.engine.codec.ValueCodec;

/// The bytes of a message, for logs and relays; versioned, and readable for ever.
public final class MessageCodec {
  private static final int FORMAT = 1;

  private static final int TO_IDENTIFIER = 1;
  private static final int TO_PERSON = 2;
  private static final int ANONYMOUS = 3;
  private static final int PUBLISH = 4;
  private static final int CLAIM = 5;
  private static final int RELEASE = 6;
  private static final int TICK = 7;
  private static final int RELAYED = 8;
  private static final int NEWCOMER = 9;
  private static final int NEWCOMER_ANSWERED = 10;
  private static final int BLOCK = 11;
  private static final int UNBLOCK = 12;
  private static final int DEVICE_SEEN = 13;
  private static final int DEVICE_LOST = 14;
  private static final int FORWARDED = 15;
  private static final int LUGGAGE = 16;
  private static final int ABSORB = 17;
  private static final int TRANSFER = 18;
  private static final int ASSOCIATE = 19;

  private MessageCodec() {}

  public static byte[] encode(Message message) {
    ByteSink out = new ByteSink();
    out.one(FORMAT);
    write(message, out);
    return out.toBytes();
  }

  /// @throws CodecException if the bytes are not a whole message of a known version
  public static Message decode(byte[] bytes) {
    return RowReader.read(bytes, "a message", FORMAT, MessageCodec::read);
  }

  private static void write(Message message, ByteSink out) {
    switch (message) {
      case Message.ToIdentifier to -> to(to, out);
      case Message.ToPerson to -> to(to, out);
      case Message.Anonymous event -> event(event, out);
      case Message.Publish publish -> publish(publish, out);
      case Message.Claim claim -> claim(claim, out);
      case Message.Release release -> release(release, out);
      case Message.Block block -> block(block, out);
      case Message.Unblock unblock -> unblock(unblock, out);
      case Message.DeviceSeen seen -> seen(seen, out);
      case Message.DeviceLost lost -> lost(lost, out);
      case Message.Forwarded forwarded -> forwarded(forwarded, out);
      case Message.Luggage luggage -> luggage(luggage, out);
      case Message.Absorb absorb -> absorb(absorb, out);
      case Message.Transfer transfer -> transfer(transfer, out);
      case Message.Associate associate -> associate(associate, out);
      case Message.Newcomer newcomer -> newcomer(newcomer, out);
      case Message.NewcomerAnswered answered -> answered(answered, out);
      case Message.Tick tick -> tick(tick, out);
      case Message.Relayed relayed -> relayed(relayed, out);
    }
  }

  private static void to(Message.ToIdentifier to, ByteSink out) {
    out.one(TO_IDENTIFIER);
    out.varint(to.workspace());
    InputCodec.identifier(to.identifier(), out);
    InputCodec.write(to.input(), out);
  }

  private static void to(Message.ToPerson to, ByteSink out) {
    out.one(TO_PERSON);
    InputCodec.person(to.person(), out);
    InputCodec.write(to.input(), out);
  }

  private static void event(Message.Anonymous event, ByteSink out) {
    out.one(ANONYMOUS);
    out.varint(event.workspace());
    out.text(event.anonymousId());
    InputCodec.write(event.track(), out);
  }

  private static void publish(Message.Publish publish, ByteSink out) {
    out.one(PUBLISH);
    out.varint(publish.workspace());
    out.varint(publish.version());
    out.signed(publish.at());
    ValueCodec.fields(publish.definitions(), out);
  }

  private static void claim(Message.Claim claim, ByteSink out) {
    out.one(CLAIM);
    InputCodec.person(claim.claimant(), out);
    InputCodec.identifier(claim.identifier(), out);
    out.signed(claim.at());
  }

  private static void release(Message.Release release, ByteSink out) {
    out.one(RELEASE);
    InputCodec.person(release.holder(), out);
    InputCodec.identifier(release.identifier(), out);
    out.signed(release.at());
  }

  private static void block(Message.Block block, ByteSink out) {
    out.one(BLOCK);
    InputCodec.person(block.holder(), out);
    InputCodec.identifier(block.identifier(), out);
    InputCodec.identifiers(block.together(), out);
    out.signed(block.at());
  }

  private static void unblock(Message.Unblock unblock, ByteSink out) {
    out.one(UNBLOCK);
    InputCodec.person(unblock.person(), out);
    InputCodec.identifier(unblock.identifier(), out);
    out.signed(unblock.at());
  }

  private static void seen(Message.DeviceSeen seen, ByteSink out) {
    out.one(DEVICE_SEEN);
    InputCodec.person(seen.person(), out);
    out.text(seen.token());
    out.signed(seen.at());
  }

  private static void lost(Message.DeviceLost lost, ByteSink out) {
    out.one(DEVICE_LOST);
    InputCodec.person(lost.person(), out);
    out.text(lost.token());
    out.signed(lost.at());
  }

  private static void forwarded(Message.Forwarded forwarded, ByteSink out) {
    out.one(FORWARDED);
    InputCodec.person(forwarded.from(), out);
    InputCodec.person(forwarded.person(), out);
    InputCodec.write(forwarded.input(), out);
  }

  private static void luggage(Message.Luggage luggage, ByteSink out) {
    out.one(LUGGAGE);
    LuggageCodec.write(luggage, out);
  }

  private static void absorb(Message.Absorb absorb, ByteSink out) {
    out.one(ABSORB);
    LuggageCodec.write(absorb, out);
  }

  private static void transfer(Message.Transfer transfer, ByteSink out) {
    out.one(TRANSFER);
    InputCodec.person(transfer.from(), out);
    InputCodec.optionalPerson(transfer.to(), out);
    InputCodec.identifier(transfer.identifier(), out);
    out.signed(transfer.at());
  }

  private static void associate(Message.Associate associate, ByteSink out) {
    out.one(ASSOCIATE);
    InputCodec.person(associate.person(), out);
    out.text(associate.anonymousId());
    out.signed(associate.at());
  }

  private static void newcomer(Message.Newcomer newcomer, ByteSink out) {
    out.one(NEWCOMER);
    InputCodec.person(newcomer.newcomer(), out);
    InputCodec.identifier(newcomer.by(), out);
    InputCodec.identifier(newcomer.identifier(), out);
    out.truth(newcomer.creating());
    out.signed(newcomer.at());
  }

  private static void answered(Message.NewcomerAnswered answered, ByteSink out) {
    out.one(NEWCOMER_ANSWERED);
    InputCodec.person(answered.newcomer(), out);
    InputCodec.identifier(answered.identifier(), out);
    out.one(answered.answer().code());
    InputCodec.optionalPerson(answered.holder(), out);
    out.signed(answered.at());
  }

  private static void tick(Message.Tick tick, ByteSink out) {
    out.one(TICK);
    out.signed(tick.at());
  }

  private static void relayed(Message.Relayed relayed, ByteSink out) {
    out.one(RELAYED);
    out.varint(relayed.source());
    out.varint(relayed.sequence());
    write(relayed.inner(), out);
  }

  private static Message read(ByteSource in) {
    int kind = in.one();
    return switch (kind) {
      case TO_IDENTIFIER ->
          new Message.ToIdentifier(in.whole(), InputCodec.identifier(in), InputCodec.read(in));
      case TO_PERSON -> new Message.ToPerson(InputCodec.person(in), InputCodec.read(in));
      case ANONYMOUS -> new Message.Anonymous(in.whole(), in.text(), track(in));
      case PUBLISH ->
          new Message.Publish(in.whole(), in.varint(), in.signed(), ValueCodec.fields(in));
      case CLAIM ->
          new Message.Claim(InputCodec.person(in), InputCodec.identifier(in), in.signed());
      case RELEASE ->
          new Message.Release(InputCodec.person(in), InputCodec.identifier(in), in.signed());
      case BLOCK ->
          new Message.Block(
              InputCodec.person(in),
              InputCodec.identifier(in),
              InputCodec.identifiers(in),
              in.signed());
      case UNBLOCK ->
          new Message.Unblock(InputCodec.person(in), InputCodec.identifier(in), in.signed());
      case DEVICE_SEEN -> new Message.DeviceSeen(InputCodec.person(in), in.text(), in.signed());
      case DEVICE_LOST -> new Message.DeviceLost(InputCodec.person(in), in.text(), in.signed());
      case FORWARDED ->
          new Message.Forwarded(InputCodec.person(in), InputCodec.person(in), InputCodec.read(in));
      case LUGGAGE -> LuggageCodec.luggage(in);
      case ABSORB -> LuggageCodec.absorb(in);
      case TRANSFER ->
          new Message.Transfer(
              InputCodec.person(in),
              InputCodec.optionalPerson(in),
              InputCodec.identifier(in),
              in.signed());
      case ASSOCIATE -> new Message.Associate(InputCodec.person(in), in.text(), in.signed());
      case NEWCOMER ->
          new Message.Newcomer(
              InputCodec.person(in),
              InputCodec.identifier(in),
              InputCodec.identifier(in),
              in.truth(),
              in.signed());
      case NEWCOMER_ANSWERED ->
          new Message.NewcomerAnswered(
              InputCodec.person(in),
              InputCodec.identifier(in),
              Message.Answer.ofCode((byte) in.one()),
              InputCodec.optionalPerson(in),
              in.signed());
      case TICK -> new Message.Tick(in.signed());
      case RELAYED -> new Message.Relayed(in.whole(), in.varint(), inner(in));
      default ->
          throw new CodecException(
              "Expected the kind of a message, but got "
                  + kind
                  + "; it was written by a newer release, or it is damaged.");
    };
  }

  private static Input.Track track(ByteSource in) {
    if (InputCodec.read(in) instanceof Input.Track track) {
      return track;
    }
    throw new CodecException("Expected an anonymous event, but the message is damaged.");
  }

  private static Message inner(ByteSource in) {
    Message inner = read(in);
    if (inner instanceof Message.Relayed) {
      throw new CodecException("Expected one relay, but there is a relay in a relay.");
    }
    return inner;
  }
}
