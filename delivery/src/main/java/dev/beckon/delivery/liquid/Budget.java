package dev.beckon.delivery.liquid;

/// What is left of the [RenderLimits] of one render.
final class Budget {

  private static final int CHARACTERS_PER_STEP = 256;
  private static final int PAIRS_PER_STEP = 4_096;

  private final RenderLimits limits;
  private long stepsLeft;
  private long scratchLeft;
  private int depth;

  Budget(RenderLimits limits) {
    this.limits = limits;
    this.stepsLeft = limits.stepsMax();
    this.scratchLeft = limits.scratchBytesMax();
  }

  void step() {
    if (--stepsLeft < 0) {
      throw steps();
    }
  }

  void steps(long count) {
    stepsLeft -= count;
    if (stepsLeft < 0) {
      throw steps();
    }
  }

  private Fault steps() {
    return Fault.budget(
        "Expected the template to be done within %d steps, but it goes on. Shorten its loops or the lists they run over."
            .formatted(limits.stepsMax()));
  }

  /// One level deeper: into a block, a partial or a nested list.
  void enter() {
    if (++depth > limits.nestingMax()) {
      throw Fault.budget(
          "Expected at most %d levels of nesting, but there are more. Look for a partial that includes itself."
              .formatted(limits.nestingMax()));
    }
  }

  void leave() {
    depth--;
  }

  /// Room for one text of that length, before it is made.
  void text(long length) {
    if (length > limits.outputBytesMax()) {
      throw Fault.budget(
          "Expected texts of at most %d bytes, but a filter or capture makes a longer one."
              .formatted(limits.outputBytesMax()));
    }
  }

  /// A look through a text for a part of it, which at worst compares every pair of characters.
  void search(long textLength, long partLength) {
    steps(textLength / CHARACTERS_PER_STEP + textLength * partLength / PAIRS_PER_STEP);
  }

  /// A text that was made and is not output.
  void scratch(long length) {
    scratchLeft -= length;
    if (scratchLeft < 0) {
      throw Fault.budget(
          "Expected filters and captures to make at most %d bytes of text, but they make more."
              .formatted(limits.scratchBytesMax()));
    }
  }

  void output(long bytes) {
    if (bytes > limits.outputBytesMax()) {
      throw Fault.budget(
          "Expected a result of at most %d bytes, but the template writes more."
              .formatted(limits.outputBytesMax()));
    }
  }

  void rangeItems(long count) {
    if (count > limits.rangeItemsMax()) {
      throw Fault.budget(
          "Expected a range of at most %d items, but it has %d. Give the loop a limit."
              .formatted(limits.rangeItemsMax(), count));
    }
    steps(count);
  }
}
