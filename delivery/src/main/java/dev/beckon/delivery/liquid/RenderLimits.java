package dev.beckon.delivery.liquid;

/// How much one render may do before it is stopped.
///
/// @param stepsMax nodes, loop rounds, filters and list items worked through
/// @param outputBytesMax bytes of the result in UTF-8; no single text on the way may be longer
///     either
/// @param scratchBytesMax bytes of all texts made on the way, by filters and by `capture`
/// @param nestingMax blocks, partials and nested lists inside one another
/// @param rangeItemsMax items that one range such as `(1..100)` may have
public record RenderLimits(
    long stepsMax, int outputBytesMax, long scratchBytesMax, int nestingMax, int rangeItemsMax) {

  public static final RenderLimits STANDARD =
      new RenderLimits(1_000_000, 4 * 1024 * 1024, 64L * 1024 * 1024, 100, 10_000);

  public RenderLimits {
    if (stepsMax < 1 || outputBytesMax < 1 || scratchBytesMax < 1 || rangeItemsMax < 1) {
      throw new IllegalArgumentException("Expected limits of at least 1, but one of them is lower");
    }
    if (nestingMax < 1 || nestingMax > 500) {
      throw new IllegalArgumentException(
          "Expected nestingMax between 1 and 500, but it is " + nestingMax);
    }
  }

  public RenderLimits withSteps(long stepsMax) {
    return new RenderLimits(stepsMax, outputBytesMax, scratchBytesMax, nestingMax, rangeItemsMax);
  }

  public RenderLimits withOutputBytes(int outputBytesMax) {
    return new RenderLimits(stepsMax, outputBytesMax, scratchBytesMax, nestingMax, rangeItemsMax);
  }

  public RenderLimits withScratchBytes(long scratchBytesMax) {
    return new RenderLimits(stepsMax, outputBytesMax, scratchBytesMax, nestingMax, rangeItemsMax);
  }

  public RenderLimits withNesting(int nestingMax) {
    return new RenderLimits(stepsMax, outputBytesMax, scratchBytesMax, nestingMax, rangeItemsMax);
  }

  public RenderLimits withRangeItems(int rangeItemsMax) {
    return new RenderLimits(stepsMax, outputBytesMax, scratchBytesMax, nestingMax, rangeItemsMax);
  }
}
