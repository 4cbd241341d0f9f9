package dev.beckon.core.person;

import dev.beckon.core.delivery.DeliveryMark;
import dev.beckon.core.journey.Entry;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.value.LongMap;
import org.jspecify.annotations.Nullable;

/// What a person is going through and has been sent.
///
/// @param journeys under way, by journey number
/// @param entries how often and when each campaign was entered, by campaign id
/// @param deliveries the latest messages, by delivery number
/// @param absorbed what was added to the numbers of people who became part of this one, by `cio_id`
public record Course(
    LongMap<Journey> journeys,
    LongMap<Entry> entries,
    LongMap<DeliveryMark> deliveries,
    LongMap<Long> absorbed) {
  public static final Course NONE = new Course(LongMap.empty(), LongMap.empty(), LongMap.empty());

  /// Of somebody of whom nobody became part.
  public Course(
      LongMap<Journey> journeys, LongMap<Entry> entries, LongMap<DeliveryMark> deliveries) {
    this(journeys, entries, deliveries, LongMap.empty());
  }

  public @Nullable Journey journey(long number) {
    return journeys.get(number);
  }

  Course withJourney(Journey journey) {
    return new Course(journeys.with(journey.number(), journey), entries, deliveries, absorbed);
  }

  Course withoutJourney(long number) {
    return new Course(journeys.without(number), entries, deliveries, absorbed);
  }

  Course withEntry(long campaign, Entry entry) {
    return new Course(journeys, entries.with(campaign, entry), deliveries, absorbed);
  }

  Course withDelivery(long number, DeliveryMark mark) {
    return new Course(journeys, entries, deliveries.with(number, mark), absorbed);
  }

  Course withoutDelivery(long number) {
    return new Course(journeys, entries, deliveries.without(number), absorbed);
  }

  Course withAbsorbed(long other, long offset) {
    return new Course(journeys, entries, deliveries, absorbed.with(other, offset));
  }
}
