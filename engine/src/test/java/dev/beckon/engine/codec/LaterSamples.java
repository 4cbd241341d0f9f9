package dev.beckon.engine.codec;

import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.identity.Whom;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Device;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.person.Person;
import dev.beckon.engine.message.Message;
import java.util.List;

/// Made-up things of the kinds that came with identity, out of a seed; frozen like [Samples].
final class LaterSamples {
  private LaterSamples() {}

  private static int pick(Samples samples, int kinds) {
    return (int) Math.floorMod(samples.number(), (long) kinds);
  }

  private static Device device(Samples samples) {
    return new Device(samples.text(), "android", samples.time(), samples.time(), samples.fields(0));
  }

  /// Somebody with everything that only few people have.
  static Person person(Samples samples) {
    Person person = samples.person();
    for (int i = pick(samples, 3); i > 0; i--) {
      person = person.apply(new Change.DeviceSet(device(samples)));
    }
    for (int i = pick(samples, 3); i > 0; i--) {
      person = person.apply(new Change.Absorbed(samples.number(), samples.number()));
    }
    Identifiers.Held held = new Identifiers.Held(samples.text(), true, samples.text());
    return person.apply(new Change.IdentifierHeld(IdentifierKind.EMAIL, held));
  }

  private static Input input(Samples samples) {
    return switch (pick(samples, 9)) {
      case 0 -> new Input.Delete(samples.time(), samples.identifier());
      case 1 -> new Input.Suppress(samples.time(), samples.maybeIdentifier());
      case 2 -> new Input.Unsuppress(samples.time(), samples.identifier());
      case 3 -> new Input.DeviceSeen(samples.time(), samples.maybeIdentifier(), device(samples));
      case 4 -> new Input.DeviceLost(samples.time(), samples.maybeIdentifier(), samples.text());
      case 5 ->
          new Input.Merge(
              samples.time(),
              samples.maybeIdentifier(),
              pick(samples, 2) == 0
                  ? new Whom.ByIdentifier(samples.identifier())
                  : new Whom.ByKey(samples.key()));
      case 6 ->
          new Input.Depart(
              samples.time(), samples.maybeIdentifier(), samples.key(), samples.maybeIdentifier());
      case 7 ->
          new Input.Propose(
              samples.time(),
              samples.key(),
              samples.time(),
              samples.identifier(),
              List.of(samples.identifier()));
      default -> new Input.Decline(samples.time(), samples.identifier(), samples.key());
    };
  }

  static Message message(Samples samples) {
    return switch (pick(samples, 13)) {
      case 0 -> new Message.ToPerson(samples.key(), input(samples));
      case 1 -> new Message.Forwarded(samples.key(), samples.key(), input(samples));
      case 2 ->
          new Message.Block(
              samples.key(),
              samples.identifier(),
              List.of(samples.identifier(), samples.identifier()),
              samples.time());
      case 3 -> new Message.Unblock(samples.key(), samples.identifier(), samples.time());
      case 4 -> new Message.DeviceSeen(samples.key(), samples.text(), samples.time());
      case 5 -> new Message.DeviceLost(samples.key(), samples.text(), samples.time());
      case 6 ->
          new Message.Newcomer(
              samples.key(),
              samples.identifier(),
              samples.identifier(),
              pick(samples, 2) == 0,
              samples.time());
      case 7 -> answer(samples);
      case 8 -> luggage(samples);
      case 9 -> new Message.Absorb(samples.key(), person(samples), samples.time());
      case 10 -> new Message.Associate(samples.key(), samples.text(), samples.time());
      case 11 ->
          new Message.Transfer(samples.key(), samples.key(), samples.identifier(), samples.time());
      default -> new Message.Transfer(samples.key(), null, samples.identifier(), samples.time());
    };
  }

  private static Message answer(Samples samples) {
    Message.Answer[] answers = Message.Answer.values();
    Message.Answer answer = answers[pick(samples, answers.length)];
    PersonKey holder = answer == Message.Answer.HELD ? samples.key() : null;
    return new Message.NewcomerAnswered(
        samples.key(), samples.identifier(), answer, holder, samples.time());
  }

  private static Message luggage(Samples samples) {
    Message.Bytes row = Message.Bytes.of(new byte[] {1, 2, (byte) samples.number()});
    return new Message.Luggage(
        samples.key(),
        samples.key(),
        samples.number(),
        List.of(new Message.Piece(7, samples.number(), samples.number(), row)),
        samples.time());
  }

  static NewcomerRow newcomer(Samples samples) {
    return new NewcomerRow(samples.identifier(), samples.identifier(), samples.number());
  }

  static SuppressedRow suppressed(Samples samples) {
    return new SuppressedRow(
        samples.time(), samples.number(), List.of(samples.identifier(), samples.identifier()));
  }

  static AssociationRow association(Samples samples) {
    return new AssociationRow(samples.number(), samples.time());
  }

  static RedirectRow redirect(Samples samples) {
    return new RedirectRow(samples.number(), samples.time());
  }
}
