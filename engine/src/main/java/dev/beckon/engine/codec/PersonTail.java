package dev.beckon.engine.codec;

import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Device;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.LongMap;
import java.util.SequencedMap;

/// What only few people have, behind the sections of their row: parts with a code and a length.
final class PersonTail {
  private static final int REPLACED = 1;
  private static final int DEVICES = 2;
  private static final int ABSORBED = 3;

  private PersonTail() {}

  static boolean isNeeded(Person person) {
    return parts(person) > 0;
  }

  private static int parts(Person person) {
    return (replaced(person) > 0 ? 1 : 0)
        + (person.profile().devices().isEmpty() ? 0 : 1)
        + (person.course().absorbed().isEmpty() ? 0 : 1);
  }

  private static int replaced(Person person) {
    int replaced = 0;
    for (IdentifierKind kind : IdentifierKind.values()) {
      Identifiers.Held held = person.profile().identifiers().held(kind);
      replaced += held == null || held.replaces() == null ? 0 : 1;
    }
    return replaced;
  }

  /// @param part space to put a part together in
  static void write(Person person, ByteSink out, ByteSink part) {
    out.varint(parts(person));
    if (replaced(person) > 0) {
      part.clear();
      part.varint(replaced(person));
      for (IdentifierKind kind : IdentifierKind.values()) {
        Identifiers.Held held = person.profile().identifiers().held(kind);
        if (held != null && held.replaces() != null) {
          part.one(kind.code());
          part.text(held.replaces());
        }
      }
      end(REPLACED, out, part);
    }
    SequencedMap<String, Device> devices = person.profile().devices();
    if (!devices.isEmpty()) {
      part.clear();
      part.varint(devices.size());
      for (Device device : devices.values()) {
        DeviceCodec.write(device, part);
      }
      end(DEVICES, out, part);
    }
    LongMap<Long> absorbed = person.course().absorbed();
    if (!absorbed.isEmpty()) {
      part.clear();
      part.varint(absorbed.size());
      for (int i = 0; i < absorbed.size(); i++) {
        part.eight(absorbed.keyAt(i));
        part.varint(absorbed.valueAt(i));
      }
      end(ABSORBED, out, part);
    }
  }

  private static void end(int code, ByteSink out, ByteSink part) {
    out.one(code);
    out.varint(part.size());
    out.append(part);
  }

  static Person read(ByteSource in, Person person) {
    Person read = person;
    for (int left = in.count(); left > 0; left--) {
      int code = in.one();
      in.count();
      read =
          switch (code) {
            case REPLACED -> replaced(in, read);
            case DEVICES -> devices(in, read);
            case ABSORBED -> absorbed(in, read);
            default ->
                throw new CodecException(
                    "Expected a part of a person, but got "
                        + code
                        + "; it was written by a newer release, or it is damaged.");
          };
    }
    in.end("a person");
    return read;
  }

  private static Person absorbed(ByteSource in, Person person) {
    Person read = person;
    for (int left = in.count(); left > 0; left--) {
      long other = in.eight();
      read = read.apply(new Change.Absorbed(other, in.varint()));
    }
    return read;
  }

  private static Person devices(ByteSource in, Person person) {
    Person read = person;
    for (int left = in.count(); left > 0; left--) {
      read = read.apply(new Change.DeviceSet(DeviceCodec.read(in)));
    }
    return read;
  }

  private static Person replaced(ByteSource in, Person person) {
    Person read = person;
    for (int left = in.count(); left > 0; left--) {
      IdentifierKind kind = IdentifierKind.ofCode((byte) in.one());
      String replaces = in.text();
      Identifiers.Held held = read.profile().identifiers().held(kind);
      if (held != null) {
        read =
            read.apply(
                new Change.IdentifierHeld(
                    kind, new Identifiers.Held(held.value(), held.pending(), replaces)));
      }
    }
    return read;
  }
}
