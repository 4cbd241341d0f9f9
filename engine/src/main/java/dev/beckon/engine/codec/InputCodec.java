package dev.beckon.engine.codec;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.identity.Whom;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The bytes of an input inside a message; the first one tells the kind and is never reused.
public final class InputCodec {
  private static final int IDENTIFY = 1;
  private static final int TRACK = 2;
  private static final int DELETE = 3;
  private static final int REPORT = 4;
  private static final int CLAIM_ANSWERED = 5;
  private static final int WAKE = 6;
  private static final int END_JOURNEY = 7;
  private static final int RESUME_JOURNEY = 8;
  private static final int DELETE_BY = 9;
  private static final int SUPPRESS = 10;
  private static final int UNSUPPRESS = 11;
  private static final int DEVICE_SEEN = 12;
  private static final int DEVICE_LOST = 13;
  private static final int MERGE = 14;
  private static final int DEPART = 15;
  private static final int PROPOSE = 16;
  private static final int DECLINE = 17;
  private static final int BY_IDENTIFIER = 1;
  private static final int BY_KEY = 2;

  private InputCodec() {}

  public static void write(Input input, ByteSink out) {
    switch (input) {
      case Input.Identify identify -> identify(identify, out);
      case Input.Track track -> track(track, out);
      case Input.Delete(var _, var by) when by != null -> {
        head(DELETE_BY, input, out);
        identifier(by, out);
      }
      case Input.Delete _ -> head(DELETE, input, out);
      case Input.Suppress suppress -> suppress(suppress, out);
      case Input.Unsuppress unsuppress -> unsuppress(unsuppress, out);
      case Input.Merge merge -> merge(merge, out);
      case Input.Depart depart -> depart(depart, out);
      case Input.Propose propose -> propose(propose, out);
      case Input.Decline decline -> decline(decline, out);
      case Input.Absorb _ ->
          throw new IllegalStateException(
              "Expected an input that is told on its own, but people who become part of others"
                  + " come with their luggage.");
      case Input.DeviceSeen seen -> seen(seen, out);
      case Input.DeviceLost lost -> lost(lost, out);
      case Input.Report report -> report(report, out);
      case Input.ClaimAnswered answered -> answered(answered, out);
      case Input.Wake _ -> head(WAKE, input, out);
      case Input.EndJourney end -> end(end, out);
      case Input.ResumeJourney resume -> resume(resume, out);
    }
  }

  private static void identify(Input.Identify identify, ByteSink out) {
    head(IDENTIFY, identify, out);
    said(identify, out);
  }

  private static void track(Input.Track track, ByteSink out) {
    head(TRACK, track, out);
    optionalIdentifier(track.by(), out);
    EventCodec.write(track.event(), out);
  }

  private static void suppress(Input.Suppress suppress, ByteSink out) {
    head(SUPPRESS, suppress, out);
    optionalIdentifier(suppress.by(), out);
  }

  private static void unsuppress(Input.Unsuppress unsuppress, ByteSink out) {
    head(UNSUPPRESS, unsuppress, out);
    identifier(unsuppress.by(), out);
  }

  private static void merge(Input.Merge merge, ByteSink out) {
    head(MERGE, merge, out);
    optionalIdentifier(merge.by(), out);
    whom(merge.other(), out);
  }

  private static void depart(Input.Depart depart, ByteSink out) {
    head(DEPART, depart, out);
    optionalIdentifier(depart.by(), out);
    person(depart.into(), out);
    optionalIdentifier(depart.shared(), out);
  }

  private static void propose(Input.Propose propose, ByteSink out) {
    head(PROPOSE, propose, out);
    person(propose.from(), out);
    out.signed(propose.since());
    identifier(propose.shared(), out);
    identifiers(propose.has(), out);
  }

  private static void decline(Input.Decline decline, ByteSink out) {
    head(DECLINE, decline, out);
    identifier(decline.shared(), out);
    person(decline.holder(), out);
  }

  private static void seen(Input.DeviceSeen seen, ByteSink out) {
    head(DEVICE_SEEN, seen, out);
    optionalIdentifier(seen.by(), out);
    DeviceCodec.write(seen.device(), out);
  }

  private static void lost(Input.DeviceLost lost, ByteSink out) {
    head(DEVICE_LOST, lost, out);
    optionalIdentifier(lost.by(), out);
    out.text(lost.token());
  }

  private static void report(Input.Report report, ByteSink out) {
    head(REPORT, report, out);
    delivery(report.delivery(), out);
    out.one(report.metric().code());
    ValueCodec.fields(report.detail(), out);
  }

  private static void answered(Input.ClaimAnswered answered, ByteSink out) {
    head(CLAIM_ANSWERED, answered, out);
    identifier(answered.identifier(), out);
    out.truth(answered.granted());
    optional(answered.holder(), out);
  }

  private static void end(Input.EndJourney end, ByteSink out) {
    head(END_JOURNEY, end, out);
    out.varint(end.journey());
  }

  private static void resume(Input.ResumeJourney resume, ByteSink out) {
    head(RESUME_JOURNEY, resume, out);
    out.varint(resume.journey());
  }

  public static Input read(ByteSource in) {
    int kind = in.one();
    long at = in.signed();
    return switch (kind) {
      case IDENTIFY -> identify(at, in);
      case TRACK -> track(at, in);
      case DELETE -> new Input.Delete(at);
      case DELETE_BY -> new Input.Delete(at, identifier(in));
      case SUPPRESS -> new Input.Suppress(at, optionalIdentifier(in));
      case UNSUPPRESS -> new Input.Unsuppress(at, identifier(in));
      case DEVICE_SEEN -> new Input.DeviceSeen(at, optionalIdentifier(in), DeviceCodec.read(in));
      case MERGE -> new Input.Merge(at, optionalIdentifier(in), whom(in));
      case DEPART ->
          new Input.Depart(at, optionalIdentifier(in), person(in), optionalIdentifier(in));
      case PROPOSE ->
          new Input.Propose(at, person(in), in.signed(), identifier(in), identifiers(in));
      case DECLINE -> new Input.Decline(at, identifier(in), person(in));
      case DEVICE_LOST -> new Input.DeviceLost(at, optionalIdentifier(in), in.text());
      case REPORT ->
          new Input.Report(at, delivery(in), Metric.ofCode((byte) in.one()), ValueCodec.fields(in));
      case CLAIM_ANSWERED -> new Input.ClaimAnswered(at, identifier(in), in.truth(), optional(in));
      case WAKE -> new Input.Wake(at);
      case END_JOURNEY -> new Input.EndJourney(at, in.varint());
      case RESUME_JOURNEY -> new Input.ResumeJourney(at, in.varint());
      default ->
          throw new CodecException(
              "Expected the kind of an input, but got "
                  + kind
                  + "; it was written by a newer release, or it is damaged.");
    };
  }

  private static Input.Track track(long at, ByteSource in) {
    return new Input.Track(at, optionalIdentifier(in), EventCodec.read(in));
  }

  public static void identifier(Identifier identifier, ByteSink out) {
    out.one(identifier.kind().code());
    out.text(identifier.value());
  }

  public static Identifier identifier(ByteSource in) {
    return new Identifier(IdentifierKind.ofCode((byte) in.one()), in.text());
  }

  public static void identifiers(List<Identifier> identifiers, ByteSink out) {
    out.varint(identifiers.size());
    for (Identifier identifier : identifiers) {
      identifier(identifier, out);
    }
  }

  public static List<Identifier> identifiers(ByteSource in) {
    int count = in.count();
    List<Identifier> identifiers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      identifiers.add(identifier(in));
    }
    return identifiers;
  }

  private static void whom(Whom whom, ByteSink out) {
    switch (whom) {
      case Whom.ByIdentifier(var identifier) -> {
        out.one(BY_IDENTIFIER);
        identifier(identifier, out);
      }
      case Whom.ByKey(var key) -> {
        out.one(BY_KEY);
        person(key, out);
      }
    }
  }

  private static Whom whom(ByteSource in) {
    int code = in.one();
    return switch (code) {
      case BY_IDENTIFIER -> new Whom.ByIdentifier(identifier(in));
      case BY_KEY -> new Whom.ByKey(person(in));
      default ->
          throw new CodecException("Expected whom is meant, but got " + code + "; it is damaged.");
    };
  }

  public static void person(PersonKey person, ByteSink out) {
    out.varint(person.workspace());
    out.eight(person.cioId());
  }

  public static PersonKey person(ByteSource in) {
    return new PersonKey(in.whole(), in.eight());
  }

  public static void optionalPerson(@Nullable PersonKey person, ByteSink out) {
    out.truth(person != null);
    if (person != null) {
      person(person, out);
    }
  }

  public static @Nullable PersonKey optionalPerson(ByteSource in) {
    return in.truth() ? person(in) : null;
  }

  static void delivery(DeliveryId delivery, ByteSink out) {
    person(delivery.person(), out);
    out.varint(delivery.number());
  }

  static DeliveryId delivery(ByteSource in) {
    return new DeliveryId(person(in), in.varint());
  }

  private static void head(int kind, Input input, ByteSink out) {
    out.one(kind);
    out.signed(input.at());
  }

  private static void said(Input.Identify identify, ByteSink out) {
    optionalIdentifier(identify.by(), out);
    out.varint(identify.sets().size());
    for (Identifier more : identify.sets()) {
      identifier(more, out);
    }
    out.varint(identify.attributes().size());
    for (Map.Entry<String, Value> attribute : identify.attributes().entrySet()) {
      out.text(attribute.getKey());
      ValueCodec.write(attribute.getValue(), out);
    }
    Long setAt = identify.setAt();
    out.truth(setAt != null);
    if (setAt != null) {
      out.signed(setAt);
    }
    out.truth(identify.updateOnly());
  }

  private static Input.Identify identify(long at, ByteSource in) {
    Identifier by = optionalIdentifier(in);
    int more = in.count();
    List<Identifier> sets = new ArrayList<>(more);
    for (int i = 0; i < more; i++) {
      sets.add(identifier(in));
    }
    int count = in.count();
    LinkedHashMap<String, Value> attributes = LinkedHashMap.newLinkedHashMap(count);
    for (int i = 0; i < count; i++) {
      String name = in.text();
      attributes.put(name, ValueCodec.read(in));
    }
    Long setAt = in.truth() ? in.signed() : null;
    return new Input.Identify(at, by, sets, attributes, setAt, in.truth());
  }

  /// A first byte of 0 stands for none; no kind has this code.
  private static void optionalIdentifier(@Nullable Identifier identifier, ByteSink out) {
    if (identifier == null) {
      out.one(0);
    } else {
      identifier(identifier, out);
    }
  }

  private static @Nullable Identifier optionalIdentifier(ByteSource in) {
    int kind = in.one();
    return kind == 0 ? null : new Identifier(IdentifierKind.ofCode((byte) kind), in.text());
  }

  private static void optional(@Nullable String text, ByteSink out) {
    out.truth(text != null);
    if (text != null) {
      out.text(text);
    }
  }

  private static @Nullable String optional(ByteSource in) {
    return in.truth() ? in.text() : null;
  }
}
