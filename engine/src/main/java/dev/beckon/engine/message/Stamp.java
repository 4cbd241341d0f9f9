package dev.beckon.engine.message;

/// When a message was received: reads the time a message carries, and gives it another.
public final class Stamp {
  private Stamp() {}

  /// Epoch ms.
  public static long of(Message message) {
    return switch (message) {
      case Message.ToIdentifier to -> to.input().at();
      case Message.ToPerson to -> to.input().at();
      case Message.Anonymous event -> event.track().at();
      case Message.Publish publish -> publish.at();
      case Message.Claim claim -> claim.at();
      case Message.Release release -> release.at();
      case Message.Block block -> block.at();
      case Message.Unblock unblock -> unblock.at();
      case Message.DeviceSeen seen -> seen.at();
      case Message.DeviceLost lost -> lost.at();
      case Message.Forwarded forwarded -> forwarded.input().at();
      case Message.Luggage luggage -> luggage.at();
      case Message.Absorb absorb -> absorb.at();
      case Message.Transfer transfer -> transfer.at();
      case Message.Associate associate -> associate.at();
      case Message.Newcomer newcomer -> newcomer.at();
      case Message.NewcomerAnswered answered -> answered.at();
      case Message.Tick tick -> tick.at();
      case Message.Relayed relayed -> of(relayed.inner());
    };
  }

  /// The same message, received at another time (epoch ms).
  public static Message at(long at, Message message) {
    return switch (message) {
      case Message.ToIdentifier(var workspace, var identifier, var input) ->
          new Message.ToIdentifier(workspace, identifier, input.stamped(at));
      case Message.ToPerson(var person, var input) ->
          new Message.ToPerson(person, input.stamped(at));
      case Message.Anonymous(var workspace, var anonymousId, var track) ->
          new Message.Anonymous(workspace, anonymousId, track.stamped(at));
      case Message.Publish(var workspace, var version, _, var definitions) ->
          new Message.Publish(workspace, version, at, definitions);
      case Message.Claim(var claimant, var identifier, _) ->
          new Message.Claim(claimant, identifier, at);
      case Message.Release(var holder, var identifier, _) ->
          new Message.Release(holder, identifier, at);
      case Message.Block(var holder, var identifier, var together, _) ->
          new Message.Block(holder, identifier, together, at);
      case Message.Unblock(var person, var identifier, _) ->
          new Message.Unblock(person, identifier, at);
      case Message.DeviceSeen(var person, var token, _) ->
          new Message.DeviceSeen(person, token, at);
      case Message.DeviceLost(var person, var token, _) ->
          new Message.DeviceLost(person, token, at);
      case Message.Forwarded(var from, var person, var input) ->
          new Message.Forwarded(from, person, input.stamped(at));
      case Message.Luggage(var into, var from, var part, var pieces, _) ->
          new Message.Luggage(into, from, part, pieces, at);
      case Message.Absorb(var into, var other, _) -> new Message.Absorb(into, other, at);
      case Message.Transfer(var from, var to, var identifier, _) ->
          new Message.Transfer(from, to, identifier, at);
      case Message.Associate(var person, var anonymousId, _) ->
          new Message.Associate(person, anonymousId, at);
      case Message.Newcomer(var newcomer, var by, var identifier, var creating, _) ->
          new Message.Newcomer(newcomer, by, identifier, creating, at);
      case Message.NewcomerAnswered(var newcomer, var identifier, var answer, var holder, _) ->
          new Message.NewcomerAnswered(newcomer, identifier, answer, holder, at);
      case Message.Tick _ -> new Message.Tick(at);
      case Message.Relayed(var source, var sequence, var inner) ->
          new Message.Relayed(source, sequence, at(at, inner));
    };
  }
}
