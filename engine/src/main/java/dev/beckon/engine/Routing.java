package dev.beckon.engine;

import dev.beckon.core.identity.Identifier;
import dev.beckon.engine.message.Message;
import java.nio.charset.StandardCharsets;

/// Which partition a message belongs to; part of the stored format, so it never changes.
public final class Routing {
  /// The answer for messages that every partition must be told.
  public static final int EVERY = -1;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final int ANONYMOUS = 0;
  private static final int DEVICE = 255;

  private Routing() {}

  /// The partition that keeps an identifier with one person.
  public static int deskOf(int workspace, Identifier identifier, int partitions) {
    Identifier normalized = identifier.normalized();
    return spread(workspace, normalized.kind().code(), normalized.value(), partitions);
  }

  /// The partition that has to process a message, or [#EVERY].
  public static int partitionOf(Message message, int partitions) {
    return switch (message) {
      case Message.ToIdentifier to -> deskOf(to.workspace(), to.identifier(), partitions);
      case Message.ToPerson to -> to.person().partition();
      case Message.Anonymous event ->
          visitorsOf(event.workspace(), event.anonymousId(), partitions);
      case Message.Claim claim ->
          deskOf(claim.claimant().workspace(), claim.identifier(), partitions);
      case Message.Release release ->
          deskOf(release.holder().workspace(), release.identifier(), partitions);
      case Message.Block block ->
          deskOf(block.holder().workspace(), block.identifier(), partitions);
      case Message.Unblock unblock ->
          deskOf(unblock.person().workspace(), unblock.identifier(), partitions);
      case Message.DeviceSeen seen -> shelfOf(seen.person().workspace(), seen.token(), partitions);
      case Message.DeviceLost lost -> shelfOf(lost.person().workspace(), lost.token(), partitions);
      case Message.Forwarded forwarded -> forwarded.person().partition();
      case Message.Luggage luggage -> luggage.into().partition();
      case Message.Absorb absorb -> absorb.into().partition();
      case Message.Transfer transfer ->
          deskOf(transfer.from().workspace(), transfer.identifier(), partitions);
      case Message.Associate associate ->
          visitorsOf(associate.person().workspace(), associate.anonymousId(), partitions);
      case Message.Newcomer newcomer ->
          deskOf(newcomer.newcomer().workspace(), newcomer.identifier(), partitions);
      case Message.NewcomerAnswered answered -> answered.newcomer().partition();
      case Message.Relayed relayed -> partitionOf(relayed.inner(), partitions);
      case Message.Publish _, Message.Tick _ -> EVERY;
    };
  }

  /// The partition that keeps the events of an anonymous id.
  public static int visitorsOf(int workspace, String anonymousId, int partitions) {
    return spread(workspace, ANONYMOUS, anonymousId, partitions);
  }

  /// The partition that knows who was last seen with a device.
  public static int shelfOf(int workspace, String token, int partitions) {
    return spread(workspace, DEVICE, token, partitions);
  }

  private static int spread(int workspace, int kind, String text, int partitions) {
    long hash = FNV_OFFSET;
    hash = (hash ^ workspace) * FNV_PRIME;
    hash = (hash ^ kind) * FNV_PRIME;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    hash ^= hash >>> 32;
    hash *= 0x9e3779b97f4a7c15L;
    return (int) Long.remainderUnsigned(hash ^ (hash >>> 29), partitions);
  }
}
