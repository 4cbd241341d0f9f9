package dev.beckon.engine.codec;

import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Attribute;
import dev.beckon.core.person.Course;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.core.person.Profile;
import dev.beckon.core.person.Standing;
import java.util.Map;
import java.util.SequencedMap;

/// Writes and reads whole people, see [PersonLayout]; keeps scratch space, so it is for one thread.
public final class PersonCodec {
  private static final int PENDING = 1;

  private final Words words = new Words();
  private final ByteSink out = new ByteSink();
  private final ByteSink entry = new ByteSink();

  public byte[] encode(Person person) {
    Profile profile = person.profile();
    long base = profile.createdAt();
    out.clear();
    boolean tailed = PersonTail.isNeeded(person);
    out.one(tailed ? PersonLayout.WITH_TAIL : PersonLayout.FORMAT);
    out.eight(person.catalogVersion());
    out.eight(person.timerAt());
    out.eight(person.nextNumber());
    out.eight(base);
    out.eight(profile.knownSince());
    for (int i = 0; i < PersonLayout.SECTIONS; i++) {
      out.four(0);
    }
    identifiers(profile.identifiers());
    end(PersonLayout.IDENTIFIERS);
    attributes(profile.attributes(), base);
    end(PersonLayout.ATTRIBUTES);
    StandingCodec.leaves(person.standing().leaves(), base, out);
    end(PersonLayout.LEAVES);
    StandingCodec.memberships(person.standing().memberships(), base, out);
    end(PersonLayout.MEMBERSHIPS);
    CourseCodec.journeys(person.course().journeys(), base, out);
    end(PersonLayout.JOURNEYS);
    CourseCodec.entries(person.course().entries(), base, out);
    end(PersonLayout.ENTRIES);
    CourseCodec.deliveries(person.course().deliveries(), base, out);
    end(PersonLayout.DELIVERIES);
    if (tailed) {
      PersonTail.write(person, out, entry);
    }
    return out.toBytes();
  }

  /// @throws CodecException if the row is damaged
  public Person decode(PersonKey key, byte[] row) {
    PersonLayout.checked(row);
    try {
      return person(key, row);
    } catch (CodecException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new CodecException(
          "Expected the row of person " + key.cioIdText() + ", but it is damaged.", e);
    }
  }

  private Person person(PersonKey key, byte[] row) {
    long base = PersonLayout.longAt(row, PersonLayout.CREATED_AT);
    Profile profile =
        new Profile(
            identifiers(section(row, PersonLayout.IDENTIFIERS)),
            StoredAttributes.of(row),
            base,
            PersonLayout.longAt(row, PersonLayout.KNOWN_SINCE));
    Standing standing =
        new Standing(
            StandingCodec.leaves(section(row, PersonLayout.LEAVES), base),
            StandingCodec.memberships(section(row, PersonLayout.MEMBERSHIPS), base));
    Course course =
        new Course(
            CourseCodec.journeys(section(row, PersonLayout.JOURNEYS), base, words),
            CourseCodec.entries(section(row, PersonLayout.ENTRIES), base),
            CourseCodec.deliveries(section(row, PersonLayout.DELIVERIES), base, words));
    Person person =
        new Person(
            key,
            true,
            profile,
            standing,
            course,
            PersonLayout.longAt(row, PersonLayout.CATALOG_VERSION),
            PersonLayout.longAt(row, PersonLayout.NEXT_NUMBER),
            PersonLayout.longAt(row, PersonLayout.TIMER_AT));
    return row[0] == PersonLayout.WITH_TAIL
        ? PersonTail.read(PersonLayout.tail(row), person)
        : person;
  }

  private static ByteSource section(byte[] row, int section) {
    return PersonLayout.section(row, section);
  }

  private void end(int section) {
    out.fourAt(PersonLayout.ENDS + section * Integer.BYTES, out.size());
  }

  private void identifiers(Identifiers identifiers) {
    IdentifierKind[] kinds = IdentifierKind.values();
    int count = 0;
    for (IdentifierKind kind : kinds) {
      count += identifiers.held(kind) == null ? 0 : 1;
    }
    out.varint(count);
    for (IdentifierKind kind : kinds) {
      Identifiers.Held held = identifiers.held(kind);
      if (held != null) {
        out.one(kind.code());
        out.one(held.pending() ? PENDING : 0);
        out.text(held.value());
      }
    }
  }

  private static Identifiers identifiers(ByteSource in) {
    Identifiers identifiers = Identifiers.NONE;
    int count = in.count();
    for (int i = 0; i < count; i++) {
      IdentifierKind kind = IdentifierKind.ofCode((byte) in.one());
      boolean pending = in.one() == PENDING;
      identifiers = identifiers.with(kind, new Identifiers.Held(in.text(), pending));
    }
    return identifiers;
  }

  private void attributes(SequencedMap<String, Attribute> attributes, long base) {
    if (attributes instanceof StoredAttributes stored && stored.copyTo(out, base)) {
      return;
    }
    out.varint(attributes.size());
    for (Map.Entry<String, Attribute> attribute : attributes.entrySet()) {
      out.text(attribute.getKey());
      entry.clear();
      entry.signed(attribute.getValue().setAt() - base);
      ValueCodec.write(attribute.getValue().value(), entry);
      out.varint(entry.size());
      out.append(entry);
    }
  }
}
