package dev.beckon.engine.message;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a partition is told; its place in the partition's sequence is its order.
public sealed interface Message {

  /// For whoever has the identifier; goes to the identifier's desk, which knows or creates them.
  record ToIdentifier(int workspace, Identifier identifier, Input input) implements Message {}

  /// For a person whose home is known.
  record ToPerson(PersonKey person, Input input) implements Message {}

  /// An event of nobody yet: only kept in the activity log until it can be associated.
  record Anonymous(int workspace, String anonymousId, Input.Track track) implements Message {}

  /// New definitions of a workspace, told to every partition.
  ///
  /// @param version grows with every publication
  /// @param definitions the definition document, see `DefinitionReader`
  record Publish(int workspace, long version, long at, Value.Fields definitions)
      implements Message {}

  /// A person asks to keep an identifier; told to the identifier's desk.
  record Claim(PersonKey claimant, Identifier identifier, long at) implements Message {}

  /// A person no longer has an identifier; told to the identifier's desk.
  record Release(PersonKey holder, Identifier identifier, long at) implements Message {}

  /// An identifier of somebody who was suppressed brings nobody about any more; told to its desk.
  ///
  /// @param together all that are freed with it
  record Block(PersonKey holder, Identifier identifier, List<Identifier> together, long at)
      implements Message {
    public Block {
      together = List.copyOf(together);
    }
  }

  /// An identifier that was blocked with a person is free again; told to its desk.
  record Unblock(PersonKey person, Identifier identifier, long at) implements Message {}

  /// A person was seen with a device; told to the partition of its token.
  record DeviceSeen(PersonKey person, String token, long at) implements Message {}

  /// A person does not have a device any more; told to the partition of its token.
  record DeviceLost(PersonKey person, String token, long at) implements Message {}

  /// For somebody who became part of another person; told to the home of the latter.
  ///
  /// @param from who is gone
  record Forwarded(PersonKey from, PersonKey person, Input input) implements Message {}

  /// A piece of the past of somebody who becomes part of another person; told to the latter's home.
  ///
  /// @param part counts from 1
  record Luggage(PersonKey into, PersonKey from, long part, List<Piece> pieces, long at)
      implements Message {
    public Luggage {
      pieces = List.copyOf(pieces);
    }
  }

  /// A row of somebody's past.
  ///
  /// @param table code of the table
  /// @param number in the person's own sequence
  /// @param ordinal what follows in the row's key, 0 where nothing does
  record Piece(int table, long number, long ordinal, Bytes row) {}

  /// Bytes that are compared by what they are.
  record Bytes(String hex) {
    public static Bytes of(byte[] bytes) {
      return new Bytes(HexFormat.of().formatHex(bytes));
    }

    public byte[] toBytes() {
      return HexFormat.of().parseHex(hex);
    }
  }

  /// Somebody becomes part of another person, all of their luggage being there; told to the
  /// latter's home.
  record Absorb(PersonKey into, Person other, long at) implements Message {}

  /// An identifier of somebody who became part of another person is passed on, or becomes free;
  /// told to its desk.
  ///
  /// @param to null where it becomes free
  record Transfer(PersonKey from, @Nullable PersonKey to, Identifier identifier, long at)
      implements Message {}

  /// Events of nobody turn out to be a person's; told to the partition of the anonymous id.
  record Associate(PersonKey person, String anonymousId, long at) implements Message {}

  /// Somebody who is about to exist asks to keep a further identifier; told to its desk.
  ///
  /// @param by the identifier that brought the newcomer about
  /// @param creating false where nobody is to be created, so that nothing is given
  record Newcomer(
      PersonKey newcomer, Identifier by, Identifier identifier, boolean creating, long at)
      implements Message {}

  /// The desk's answer to a newcomer.
  ///
  /// @param holder who has the identifier; null unless it is held
  record NewcomerAnswered(
      PersonKey newcomer, Identifier identifier, Answer answer, @Nullable PersonKey holder, long at)
      implements Message {}

  /// What a desk can say to a newcomer; the bytes are stored and never change.
  enum Answer {
    GIVEN(1),
    HELD(2),
    /// Nobody has it, and it was not given.
    FREE(3),
    SUPPRESSED(4);

    private final int code;

    Answer(int code) {
      this.code = code;
    }

    public byte code() {
      return (byte) code;
    }

    public static Answer ofCode(byte code) {
      for (Answer answer : values()) {
        if (answer.code == code) {
          return answer;
        }
      }
      throw new IllegalArgumentException("Expected the code of an answer, but got " + code + ".");
    }
  }

  /// Time has passed: look for due timers and go on with sweeps.
  record Tick(long at) implements Message {}

  /// A message from another partition; each `sequence` of a `source` is processed once and in
  /// order.
  record Relayed(int source, long sequence, Message inner) implements Message {}
}
