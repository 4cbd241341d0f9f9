package dev.beckon.delivery.liquid;

/// A text under construction that knows its length in UTF-8 and stops at the limit.
final class Output {

  private final StringBuilder text;
  private final Budget budget;
  private long bytes;

  Output(Budget budget) {
    this(budget, 256);
  }

  Output(Budget budget, int expectedLength) {
    this.budget = budget;
    this.text = new StringBuilder(expectedLength);
  }

  void write(String part) {
    write(part, bytesOf(part));
  }

  void write(String part, int partBytes) {
    bytes += partBytes;
    budget.output(bytes);
    text.append(part);
  }

  long bytes() {
    return bytes;
  }

  String text() {
    return text.toString();
  }

  static int bytesOf(String part) {
    var bytes = part.length();
    for (var i = 0; i < part.length(); i++) {
      var c = part.charAt(i);
      if (c >= 0x80) {
        bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return bytes;
  }
}
