package dev.beckon.core.person;

import dev.beckon.core.delivery.DeliveryMark;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.journey.Entry;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.segment.LeafState;
import dev.beckon.core.segment.Membership;
import org.jspecify.annotations.Nullable;

/// One difference between the person before and after; [Person#apply] is all that makes a new one.
public sealed interface Change {

  /// The person exists from now on.
  record Created(long at) implements Change {}

  record AttributeSet(String name, Attribute attribute) implements Change {}

  /// A slot was filled, confirmed or emptied (null).
  record IdentifierHeld(IdentifierKind kind, Identifiers.@Nullable Held held) implements Change {}

  /// A device came, or is known better.
  record DeviceSet(Device device) implements Change {}

  record DeviceRemoved(String token) implements Change {}

  /// An event from before the person was added makes them known for longer.
  record KnownSince(long since) implements Change {}

  record LeafMoved(long leaf, LeafState state) implements Change {}

  /// The leaf is no longer part of the definitions.
  record LeafForgotten(long leaf) implements Change {}

  record MembershipMoved(int segment, Membership membership) implements Change {}

  /// The segment is no longer part of the definitions.
  record MembershipForgotten(int segment) implements Change {}

  /// A journey began, moved or changed its state.
  record JourneyMoved(Journey journey) implements Change {}

  record JourneyEnded(long journey) implements Change {}

  record EntryNoted(int campaign, Entry entry) implements Change {}

  record DeliveryNoted(long delivery, DeliveryMark mark) implements Change {}

  /// The oldest remembered message made room.
  record DeliveryForgotten(long delivery) implements Change {}

  /// The person has been brought up to date with this version of the definitions.
  record CatalogAdopted(long version) implements Change {}

  /// The person's own sequence has given out all numbers below `next`.
  record SequenceMoved(long next) implements Change {}

  /// When the person must be looked at again if nothing else happens (epoch ms).
  record TimerArmed(long at) implements Change {}

  /// Another person became part of this one.
  ///
  /// @param offset is added to the numbers that they had given out
  record Absorbed(long other, long offset) implements Change {}

  /// The person is gone with everything known of them.
  record Deleted() implements Change {}
}
