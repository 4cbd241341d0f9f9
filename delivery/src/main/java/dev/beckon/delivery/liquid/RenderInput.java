package dev.beckon.delivery.liquid;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything one render depends on: the same input and template give the same text, always.
///
/// @param values the roots a template can name: maps, lists, texts, numbers, booleans, null and
///     [Drop]s; never changed
/// @param missing what an attribute does that does not exist inside a root that does
/// @param now the instant that `now` means
/// @param zone the zone in which dates without one are read and printed
/// @param seed where chance starts (`random`, `generate_uuid`)
/// @param limits when to stop
/// @param partials what `include` and `render` find
/// @param attachment what the embedder's own tags need; see [TagCall#attachment]
public record RenderInput(
    Map<String, ? extends @Nullable Object> values,
    Missing missing,
    Instant now,
    ZoneId zone,
    long seed,
    RenderLimits limits,
    PartialSource partials,
    @Nullable Object attachment) {

  /// An input in UTC that fails on missing attributes, without partials and with the standard
  /// limits.
  public static RenderInput of(Map<String, ? extends @Nullable Object> values, Instant now) {
    return new RenderInput(
        values,
        Missing.FAIL,
        now,
        ZoneOffset.UTC,
        0,
        RenderLimits.STANDARD,
        PartialSource.none(),
        null);
  }

  public RenderInput with(Missing missing) {
    return new RenderInput(values, missing, now, zone, seed, limits, partials, attachment);
  }

  public RenderInput with(ZoneId zone) {
    return new RenderInput(values, missing, now, zone, seed, limits, partials, attachment);
  }

  public RenderInput with(RenderLimits limits) {
    return new RenderInput(values, missing, now, zone, seed, limits, partials, attachment);
  }

  public RenderInput with(PartialSource partials) {
    return new RenderInput(values, missing, now, zone, seed, limits, partials, attachment);
  }

  public RenderInput withSeed(long seed) {
    return new RenderInput(values, missing, now, zone, seed, limits, partials, attachment);
  }

  public RenderInput withAttachment(@Nullable Object attachment) {
    return new RenderInput(values, missing, now, zone, seed, limits, partials, attachment);
  }
}
