package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.journey.TraceStep;
import dev.beckon.engine.codec.Ahead;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who goes or went through which campaign, newest first, and why it went as it did.
public final class Journeys {

  public Journeys(Queries queries) {}

  public Page<JourneyView> ofPerson(
      PersonKey person, JourneyFilter filter, @Nullable String cursor, int limit) {
    @SuppressWarnings("unchecked")
    Page<JourneyView> later = (Page<JourneyView>) Ahead.ofTime(Page.class);
    return later;
  }

  public Page<JourneyView> ofCampaign(
      int workspace, int campaign, JourneyFilter filter, @Nullable String cursor, int limit) {
    @SuppressWarnings("unchecked")
    Page<JourneyView> later = (Page<JourneyView>) Ahead.ofTime(Page.class);
    return later;
  }

  public Optional<JourneyView> one(PersonKey person, long number) {
    @SuppressWarnings("unchecked")
    Optional<JourneyView> later = (Optional<JourneyView>) Ahead.ofTime(Optional.class);
    return later;
  }

  /// What the journey did, oldest first.
  public List<TraceStep> trace(PersonKey person, long number) {
    @SuppressWarnings("unchecked")
    List<TraceStep> later = (List<TraceStep>) Ahead.ofTime(List.class);
    return later;
  }
}
