package dev.beckon.delivery.liquid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A range of whole numbers, both ends included, that takes no room until somebody walks it.
record Span(long from, long to) {

  long size() {
    return to < from ? 0 : Math.addExact(Math.subtractExact(to, from), 1);
  }

  boolean contains(long number) {
    return from <= number && number <= to;
  }

  /// The numbers from an offset on, at most so many.
  List<@Nullable Object> items(long offset, long count, Budget budget) {
    var length = Math.max(0, Math.min(count, size() - offset));
    budget.rangeItems(length);
    var items = new ArrayList<@Nullable Object>((int) length);
    for (var i = 0; i < length; i++) {
      items.add(from + offset + i);
    }
    return items;
  }

  @Override
  public String toString() {
    return from + ".." + to;
  }
}
