package dev.beckon.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Processor time of threads; steadier than wall time where the machine is shared.
final class Cpu {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /// Counts from when it was made.
  record Meter(List<Long> threads, long startNanos) {
    double micros() {
      return (nanos(threads) - startNanos) / 1e3;
    }
  }

  static Meter ofThisThread() {
    return meter(List.of(Thread.currentThread().threadId()));
  }

  /// Microseconds that the whole process has spent so far, virtual threads and RocksDB included.
  static double processMicros() {
    return PROCESS.getProcessCpuTime() / 1e3;
  }

  /// The threads whose names begin with a text.
  static Meter ofThreads(String prefix) {
    return meter(
        Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
            .filter(Objects::nonNull)
            .filter(thread -> thread.getThreadName().startsWith(prefix))
            .map(ThreadInfo::getThreadId)
            .toList());
  }

  private static Meter meter(List<Long> threads) {
    return new Meter(threads, nanos(threads));
  }

  private static long nanos(List<Long> threads) {
    return threads.stream().mapToLong(THREADS::getThreadCpuTime).sum();
  }

  private Cpu() {}
}
