package dev.beckon.engine.codec;

import dev.beckon.core.journey.TraceStep;
import java.util.ArrayList;
import java.util.List;

/// A row of TRACE: what a journey did in one go, in order.
public record TraceRow(List<TraceStep> steps) {
  private static final int FORMAT = 1;

  public TraceRow {
    steps = List.copyOf(steps);
  }

  public void write(ByteSink out) {
    out.one(FORMAT);
    out.varint(steps.size());
    for (TraceStep step : steps) {
      write(step, out);
    }
  }

  private static void write(TraceStep step, ByteSink out) {
    out.varint(step.journey());
    out.signed(step.at());
    out.text(step.step());
    out.text(step.action());
    out.text(step.verdict());
    out.text(step.next());
    out.varint(step.evidence().size());
    for (TraceStep.Look look : step.evidence()) {
      out.text(look.asked());
      out.text(look.found());
      out.truth(look.truth());
    }
  }

  public static TraceRow read(byte[] row) {
    return RowReader.read(row, "a trace", FORMAT, TraceRow::read);
  }

  private static TraceRow read(ByteSource in) {
    int count = in.count();
    List<TraceStep> steps = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      steps.add(step(in));
    }
    return new TraceRow(steps);
  }

  private static TraceStep step(ByteSource in) {
    long journey = in.varint();
    long at = in.signed();
    String step = in.text();
    String action = in.text();
    String verdict = in.text();
    String next = in.text();
    int count = in.count();
    List<TraceStep.Look> evidence = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      evidence.add(new TraceStep.Look(in.text(), in.text(), in.truth()));
    }
    return new TraceStep(journey, at, step, action, verdict, evidence, next);
  }
}
