package dev.beckon.core.machine;

import dev.beckon.core.person.Change;
import dev.beckon.core.person.Person;
import java.util.List;

/// What follows from one input for one person.
///
/// @param person the person after all changes
/// @param changes in the order in which they were made
public record Decision(
    Person person, List<Change> changes, List<Effect> effects, List<Fact> facts) {}
