package dev.beckon.core.machine;

import dev.beckon.core.catalog.Catalog;
import dev.beckon.core.journey.Ending;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Person;
import dev.beckon.core.segment.Membership;
import dev.beckon.core.value.LongMap;

/// One person, one input, one decision: everything that follows from an input is worked out here,
/// the steps of campaigns by `JourneyWalk`.
///
/// A pure function: the time is in the input, numbers come from the person's own sequence, and
/// nothing is read but the person, the definitions in force, and the person's own past where new
/// definitions ask for it. The order within an input is always the same: what was said of the
/// person, then segments, then goals, then journeys under way, then journeys that begin.
public final class PersonMachine {
  private final Deciding deciding;
  private final Footing footing;
  private final Journeys journeys;
  private final Starts starts;

  private PersonMachine(Person person, Catalog catalog, long at) {
    this.deciding = new Deciding(person, catalog, at);
    this.footing = new Footing(deciding);
    this.journeys = new Journeys(deciding, footing);
    this.starts = new Starts(deciding, footing, journeys);
  }

  /// Decides.
  ///
  /// @param person as of now; [Person#unborn] for somebody who may come to exist
  /// @param catalog the definitions in force in the person's workspace
  /// @param history the person's events so far; only read when definitions are new to the person
  public static Decision decide(Person person, Input input, Catalog catalog, History history) {
    PersonMachine machine = new PersonMachine(person, catalog, input.at());
    CatchUp catchUp = new CatchUp(machine.deciding);
    boolean leaving =
        input instanceof Input.Delete
            || input instanceof Input.Suppress
            || input instanceof Input.Depart;
    if (catchUp.isNeeded() && !leaving) {
      catchUp.run(history, machine.starts);
    }
    machine.take(input, history);
    if (machine.deciding.person().exists()) {
      machine.settle();
    }
    return machine.deciding.decision();
  }

  private void take(Input input, History history) {
    switch (input) {
      case Input.Identify identify -> new Identifying(deciding).take(identify);
      case Input.Track track -> new Tracking(deciding).take(track);
      case Input.Delete delete -> new Leaving(deciding, journeys).delete(delete.by(), false);
      case Input.Suppress suppress -> new Leaving(deciding, journeys).delete(suppress.by(), true);
      case Input.Unsuppress _ -> {}
      case Input.Merge merge -> new Merging(deciding).take(merge);
      case Input.Propose proposed -> new Merging(deciding).take(proposed);
      case Input.Depart depart -> new Merging(deciding).take(depart);
      case Input.Absorb absorb -> new Absorbing(deciding, journeys, absorb).run(history);
      case Input.Decline declined -> new Identifying(deciding).declined(declined);
      case Input.DeviceSeen seen -> new Devices(deciding).take(seen);
      case Input.DeviceLost lost -> new Devices(deciding).take(lost);
      case Input.Report report -> new Reporting(deciding).take(report);
      case Input.ClaimAnswered answer -> new Identifying(deciding).answered(answer);
      case Input.Wake _ -> {}
      case Input.EndJourney end ->
          journeys.endByMember(end.journey(), Ending.ENDED_BY_MEMBER, "ended by hand");
      case Input.ResumeJourney resume -> journeys.resume(resume.journey());
    }
  }

  private void settle() {
    Memberships memberships = new Memberships(deciding);
    memberships.settle();
    new Goals(deciding, footing).settle(memberships);
    journeys.settle();
    starts.settle(memberships);
    armTimer();
  }

  /// Arms the one timer of the person: the earliest instant at which anything may change by itself.
  private void armTimer() {
    long at = journeys.dueAt();
    LongMap<Membership> memberships = deciding.person().standing().memberships();
    for (int i = 0; i < memberships.size(); i++) {
      at = Math.min(at, memberships.valueAt(i).changesAt());
    }
    if (at != deciding.person().timerAt()) {
      deciding.change(new Change.TimerArmed(at));
    }
  }
}
