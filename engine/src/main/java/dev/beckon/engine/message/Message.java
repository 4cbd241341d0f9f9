package dev.beckon.engine.message;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;

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

  /// Time has passed: look for due timers and go on with sweeps.
  record Tick(long at) implements Message {}

  /// A message from another partition; each `sequence` of a `source` is processed once and in
  /// order.
  record Relayed(int source, long sequence, Message inner) implements Message {}
}
