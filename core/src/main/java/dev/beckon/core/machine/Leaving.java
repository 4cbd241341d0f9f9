package dev.beckon.core.machine;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.journey.Ending;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.value.LongMap;
import dev.beckon.core.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody goes: journeys end, segments are left, desks are told.
final class Leaving {
  private final Deciding deciding;
  private final Journeys journeys;

  Leaving(Deciding deciding, Journeys journeys) {
    this.deciding = deciding;
    this.journeys = journeys;
  }

  /// @param by how the caller named the person; who does not have it any more is not meant
  /// @param suppress whether their identifiers are never to bring anybody about again
  void delete(@Nullable Identifier by, boolean suppress) {
    Identifiers identifiers = deciding.person().profile().identifiers();
    if (!deciding.person().exists() || (by != null && !identifiers.answersTo(by))) {
      return;
    }
    LongMap<Journey> underWay = deciding.person().course().journeys();
    for (int i = 0; i < underWay.size(); i++) {
      journeys.endByMember(underWay.keyAt(i), Ending.PERSON_DELETED, "the person was deleted");
    }
    new Departures(deciding).leaveSegments();
    List<Identifier> everything = identifiers.everything();
    for (Identifier identifier : everything) {
      deciding.effect(
          suppress ? new Effect.Block(identifier, everything) : new Effect.Release(identifier));
    }
    for (String token : deciding.person().profile().devices().keySet()) {
      deciding.effect(new Effect.Unregister(token));
    }
    Value.Fields who = Value.Fields.EMPTY;
    for (Identifier identifier : identifiers.all()) {
      who = who.with(identifier.kind().word(), Value.of(identifier.value()));
    }
    deciding.activity(
        "profile_delete",
        "",
        deciding.now(),
        suppress ? who.with("suppressed", Value.of(true)) : who);
    deciding.change(new Change.Deleted());
  }
}
