package dev.beckon.delivery.liquid;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where the lines of a source begin, to turn an offset into a line and a column.
final class Lines {

  private final int[] starts;

  Lines(String source) {
    var count = 1;
    for (var at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
      count++;
    }
    starts = new int[count];
    var line = 1;
    for (var at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
      starts[line++] = at + 1;
    }
  }

  int line(int offset) {
    var found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  int column(int offset) {
    return offset - starts[line(offset) - 1] + 1;
  }

  LiquidException locate(Fault fault, @Nullable String template) {
    return new LiquidException(fault, template, line(fault.at()), column(fault.at()));
  }
}
