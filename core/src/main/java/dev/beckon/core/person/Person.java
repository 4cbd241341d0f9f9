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
    return new Person(
        key, false, Profile.fresh(at), Standing.NONE, Course.NONE, 0, 1, Verdict.NEVER);
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
      case Change.KnownSince known -> with(profile.withKnownSince(known.since()));
      case Change.LeafMoved leaf ->
          with(
              new Standing(
                  standing.leaves().with(leaf.leaf(), leaf.state()), standing.memberships()));
      case Change.MembershipMoved moved ->
          with(
              new Standing(
                  standing.leaves(),
                  standing.memberships().with(moved.segment(), moved.membership())));
      case Change.JourneyMoved moved ->
          with(
              new Course(
                  course.journeys().with(moved.journey().number(), moved.journey()),
                  course.entries(),
                  course.deliveries()));
      case Change.JourneyEnded ended ->
          with(
              new Course(
                  course.journeys().without(ended.journey()),
                  course.entries(),
                  course.deliveries()));
      case Change.EntryNoted noted ->
          with(
              new Course(
                  course.journeys(),
                  course.entries().with(noted.campaign(), noted.entry()),
                  course.deliveries()));
      case Change.DeliveryNoted noted ->
          with(
              new Course(
                  course.journeys(),
                  course.entries(),
                  course.deliveries().with(noted.delivery(), noted.mark())));
      case Change.DeliveryForgotten forgotten ->
          with(
              new Course(
                  course.journeys(),
                  course.entries(),
                  course.deliveries().without(forgotten.delivery())));
      case Change.CatalogAdopted adopted ->
          new Person(
              key, exists, profile, standing, course, adopted.version(), nextNumber, timerAt);
      case Change.SequenceMoved moved ->
          new Person(key, exists, profile, standing, course, catalogVersion, moved.next(), timerAt);
      case Change.TimerArmed armed ->
          new Person(
              key, exists, profile, standing, course, catalogVersion, nextNumber, armed.at());
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
