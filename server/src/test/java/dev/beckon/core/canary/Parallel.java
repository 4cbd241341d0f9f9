package dev.beckon.core.canary;

import java.util.List;
import java.util.stream.IntStream;

/// Classes that are guilty of streams on threads that nobody ordered.
public final class Parallel {

  private Parallel() {}

  static final class ParallelStream {
    long guilty(List<String> list) {
      return list.parallelStream().count();
    }
  }

  static final class StreamMadeParallel {
    long guilty() {
      return IntStream.range(0, 3).parallel().count();
    }
  }
}
