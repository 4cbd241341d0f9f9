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
public record Course(
    LongMap<Journey> journeys, LongMap<Entry> entries, LongMap<DeliveryMark> deliveries) {
  public static final Course NONE = new Course(LongMap.empty(), LongMap.empty(), LongMap.empty());

  public @Nullable Journey journey(long number) {
    return journeys.get(number);
  }

  Course withJourney(Journey journey) {
    return new Course(journeys.with(journey.number(), journey), entries, deliveries);
  }

  Course withoutJourney(long number) {
    return new Course(journeys.without(number), entries, deliveries);
  }

  Course withEntry(long campaign, Entry entry) {
    return new Course(journeys, entries.with(campaign, entry), deliveries);
  }

  Course withDelivery(long number, DeliveryMark mark) {
    return new Course(journeys, entries, deliveries.with(number, mark));
  }

  Course withoutDelivery(long number) {
    return new Course(journeys, entries, deliveries.without(number));
  }
}
