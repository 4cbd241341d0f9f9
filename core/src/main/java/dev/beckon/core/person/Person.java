package dev.beckon.core.person;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.segment.Verdict;

/// Everything that deciding knows of one person; immutable.
///
/// @param exists false for somebody who is only being considered
/// @param catalogVersion the definitions that segments and journeys were last brought up to
/// @param nextNumber the next number of the person's own sequence, which counts activities,
///     journeys and messages alike and starts at 1
/// @param timerAt when the person must be looked at again (epoch ms), [Verdict#NEVER] for never
public record Person(
    PersonKey key,
    boolean exists,
    Profile profile,
    Standing standing,
    Course course,
    long catalogVersion,
    long nextNumber,
    long timerAt) {

  /// Somebody who does not exist yet.
  public static Person unborn(PersonKey key, long at) {
    return unborn(key, at, Identifiers.NONE);
  }

  /// Somebody who does not exist yet, and whom desks have already given identifiers.
  public static Person unborn(PersonKey key, long at, Identifiers given) {
    return new Person(
        key,
        false,
        Profile.fresh(at).withIdentifiers(given),
        Standing.NONE,
        Course.NONE,
        0,
        1,
        Verdict.NEVER);
  }

  /// The person after a change.
  public Person apply(Change change) {
    return switch (change) {
      case Change.Created created ->
          new Person(
              key,
              true,
              Profile.fresh(created.at()),
              standing,
              course,
              catalogVersion,
              nextNumber,
              timerAt);
      case Change.AttributeSet set -> with(profile.withAttribute(set.name(), set.attribute()));
      case Change.IdentifierHeld held ->
          with(profile.withIdentifiers(profile.identifiers().with(held.kind(), held.held())));
      case Change.DeviceSet set -> with(profile.withDevice(set.device()));
      case Change.DeviceRemoved removed -> with(profile.withoutDevice(removed.token()));
      case Change.KnownSince known -> with(profile.withKnownSince(known.since()));
      case Change.LeafMoved leaf -> with(standing.withLeaf(leaf.leaf(), leaf.state()));
      case Change.LeafForgotten forgotten -> with(standing.withoutLeaf(forgotten.leaf()));
      case Change.MembershipForgotten forgotten ->
          with(standing.withoutMembership(forgotten.segment()));
      case Change.MembershipMoved moved ->
          with(standing.withMembership(moved.segment(), moved.membership()));
      case Change.JourneyMoved moved -> with(course.withJourney(moved.journey()));
      case Change.JourneyEnded ended -> with(course.withoutJourney(ended.journey()));
      case Change.EntryNoted noted -> with(course.withEntry(noted.campaign(), noted.entry()));
      case Change.DeliveryNoted noted -> with(course.withDelivery(noted.delivery(), noted.mark()));
      case Change.DeliveryForgotten forgotten -> with(course.withoutDelivery(forgotten.delivery()));
      case Change.CatalogAdopted adopted ->
          new Person(
              key, exists, profile, standing, course, adopted.version(), nextNumber, timerAt);
      case Change.SequenceMoved moved ->
          new Person(key, exists, profile, standing, course, catalogVersion, moved.next(), timerAt);
      case Change.TimerArmed armed ->
          new Person(
              key, exists, profile, standing, course, catalogVersion, nextNumber, armed.at());
      case Change.Absorbed absorbed ->
          with(course.withAbsorbed(absorbed.other(), absorbed.offset()));
      case Change.Deleted _ -> unborn(key, profile.createdAt());
    };
  }

  private Person with(Profile next) {
    return new Person(key, exists, next, standing, course, catalogVersion, nextNumber, timerAt);
  }

  private Person with(Standing next) {
    return new Person(key, exists, profile, next, course, catalogVersion, nextNumber, timerAt);
  }

  private Person with(Course next) {
    return new Person(key, exists, profile, standing, next, catalogVersion, nextNumber, timerAt);
  }
}
