package dev.beckon.core.machine;

import dev.beckon.core.delivery.Channel;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import java.util.List;

/// Something that somebody else does after the decision is durable.
public sealed interface Effect {

  /// Render and send a message; carries everything that is needed for it.
  ///
  /// @param content hash under which the registry keeps the message's immutable content
  record Deliver(
      DeliveryId id,
      long at,
      Channel channel,
      int campaign,
      String step,
      long journey,
      String content,
      Rendering rendering)
      implements Effect {}

  /// The recipient and the data of one message.
  ///
  /// @param recipient address to send to
  /// @param context the namespaces for rendering: `customer`, `event`, `journey`, `campaign`,
  ///     `message`
  record Rendering(String recipient, Value.Fields context) {}

  /// Ask the identifier's desk to keep it for this person.
  record Claim(Identifier identifier) implements Effect {}

  /// Have the identifier's desk keep it from bringing anybody about again.
  ///
  /// @param together all that are blocked with it, and are freed with it
  record Block(Identifier identifier, List<Identifier> together) implements Effect {
    public Block {
      together = List.copyOf(together);
    }
  }

  /// Tell another person something.
  record Tell(PersonKey whom, Input input) implements Effect {}

  /// Tell whoever has an identifier something.
  record TellHolder(Identifier whom, Input input) implements Effect {}

  /// Send everything known of this person to another one, who takes their place.
  ///
  /// @param leaving the person before they left anything
  record Depart(PersonKey into, Person leaving) implements Effect {}

  /// Have an identifier's desk pass it on from somebody who became part of this person.
  ///
  /// @param kept false where it becomes free, because the person has another one
  record Transfer(Identifier identifier, PersonKey from, boolean kept) implements Effect {}

  /// Have events of nobody told as this person's.
  record Associate(String anonymousId) implements Effect {}

  /// Say that the person was seen with a device, so that nobody else keeps it.
  record Register(String token) implements Effect {}

  /// Say that the person does not have a device any more.
  record Unregister(String token) implements Effect {}

  /// Tell the identifier's desk that this person no longer has it.
  record Release(Identifier identifier) implements Effect {}
}
