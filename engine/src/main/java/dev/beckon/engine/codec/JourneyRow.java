package dev.beckon.engine.codec;

import dev.beckon.core.journey.Ending;
import dev.beckon.core.journey.Journey;
import org.jspecify.annotations.Nullable;

/// A row of JOURNEY: how it stands or stood at its end; of the trigger the data are left out.
///
/// @param endedAt epoch ms, 0 while under way
/// @param ending null while under way
/// @param convertedAt epoch ms, 0 where the goal was not met
public record JourneyRow(Journey journey, long endedAt, @Nullable Ending ending, long convertedAt) {
  private static final int FORMAT = 1;

  public void write(ByteSink out) {
    out.one(FORMAT);
    JourneyCodec.write(bare(journey), 0, out);
    out.one(ending == null ? 0 : ending.code());
    out.signed(endedAt);
    out.signed(convertedAt);
  }

  public static JourneyRow read(byte[] row) {
    return RowReader.read(row, "a journey", FORMAT, JourneyRow::read);
  }

  private static JourneyRow read(ByteSource in) {
    Journey journey = JourneyCodec.read(in, 0, new Words());
    int code = in.one();
    Ending ending = code == 0 ? null : Ending.ofCode((byte) code);
    long endedAt = in.signed();
    long convertedAt = in.signed();
    return new JourneyRow(journey, endedAt, ending, convertedAt);
  }

  private static Journey bare(Journey journey) {
    return new Journey(
        journey.number(),
        journey.campaign(),
        journey.state(),
        journey.step(),
        journey.startedAt(),
        journey.entryAt(),
        journey.arrivedAt(),
        EventCodec.bare(journey.trigger()));
  }
}
