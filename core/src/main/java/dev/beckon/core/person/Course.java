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
}
