package dev.beckon.engine.codec;

import dev.beckon.core.delivery.DeliveryMark;
import dev.beckon.core.journey.Entry;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.value.LongMap;

/// The sections of a person's row that tell what they are going through and have been sent.
final class CourseCodec {
  private CourseCodec() {}

  static void journeys(LongMap<Journey> journeys, long base, ByteSink out) {
    out.varint(journeys.size());
    for (int i = 0; i < journeys.size(); i++) {
      JourneyCodec.write(journeys.valueAt(i), base, out);
    }
  }

  static LongMap<Journey> journeys(ByteSource in, long base, Words words) {
    int size = in.count();
    if (size == 0) {
      return LongMap.empty();
    }
    LongMap.Builder<Journey> journeys = LongMap.ascending(size);
    for (int i = 0; i < size; i++) {
      Journey journey = JourneyCodec.read(in, base, words);
      journeys.add(journey.number(), journey);
    }
    return journeys.build();
  }

  static void entries(LongMap<Entry> entries, long base, ByteSink out) {
    out.varint(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.valueAt(i);
      out.varint(entries.keyAt(i));
      out.varint(entry.times());
      out.signed(entry.lastAt() - base);
      out.varint(entry.convertedJourney());
    }
  }

  static LongMap<Entry> entries(ByteSource in, long base) {
    int size = in.count();
    if (size == 0) {
      return LongMap.empty();
    }
    LongMap.Builder<Entry> entries = LongMap.ascending(size);
    for (int i = 0; i < size; i++) {
      long campaign = in.varint();
      int times = in.whole();
      long lastAt = base + in.signed();
      entries.add(campaign, new Entry(times, lastAt, in.varint()));
    }
    return entries.build();
  }

  static void deliveries(LongMap<DeliveryMark> deliveries, long base, ByteSink out) {
    out.varint(deliveries.size());
    for (int i = 0; i < deliveries.size(); i++) {
      DeliveryMark mark = deliveries.valueAt(i);
      out.varint(deliveries.keyAt(i));
      out.varint(mark.campaign());
      out.text(mark.step());
      out.varint(mark.journey());
      out.signed(mark.createdAt() - base);
      out.varint(mark.outcomes());
      anchor(mark.anchors().sentAt(), base, out);
      anchor(mark.anchors().openedAt(), base, out);
      anchor(mark.anchors().clickedAt(), base, out);
    }
  }

  static LongMap<DeliveryMark> deliveries(ByteSource in, long base, Words words) {
    int size = in.count();
    if (size == 0) {
      return LongMap.empty();
    }
    LongMap.Builder<DeliveryMark> deliveries = LongMap.ascending(size);
    for (int i = 0; i < size; i++) {
      long number = in.varint();
      int campaign = in.whole();
      String step = in.word(words);
      long journey = in.varint();
      long createdAt = base + in.signed();
      int outcomes = in.whole();
      DeliveryMark.Anchors anchors =
          new DeliveryMark.Anchors(anchor(in, base), anchor(in, base), anchor(in, base));
      deliveries.add(
          number, new DeliveryMark(campaign, step, journey, createdAt, outcomes, anchors));
    }
    return deliveries.build();
  }

  /// 0 stands for: not yet.
  private static void anchor(long at, long base, ByteSink out) {
    out.truth(at != 0);
    if (at != 0) {
      out.signed(at - base);
    }
  }

  private static long anchor(ByteSource in, long base) {
    return in.truth() ? base + in.signed() : 0;
  }
}
