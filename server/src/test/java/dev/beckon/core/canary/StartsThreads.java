package dev.beckon.core.canary;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Classes that are guilty of threads where there is one writer.
public final class StartsThreads {

  private StartsThreads() {}

  static final class OneVirtual {
    Thread guilty(Runnable task) {
      return Thread.startVirtualThread(task);
    }
  }

  static final class AFactoryOfThem {
    Thread guilty(Runnable task) {
      return Thread.ofVirtual().unstarted(task);
    }
  }

  static final class AnExecutorOfThem {
    ExecutorService guilty() {
      return Executors.newVirtualThreadPerTaskExecutor();
    }
  }
}
