package dev.beckon.simulator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Runs many seeds, several at a time; each by itself, so that its result is the same as alone.
public final class Seeds {
  private Seeds() {}

  /// @param listener hears of results in the order of the plans
  /// @throws InterruptedException if the caller is interrupted while it waits
  public static void run(List<Plan> plans, int threads, Consumer<Result> listener)
      throws InterruptedException {
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<Result>> results = new ArrayList<>();
      plans.forEach(plan -> results.add(workers.submit(() -> Simulation.run(plan))));
      for (Future<Result> result : results) {
        listener.accept(get(result));
      }
    }
  }

  private static Result get(Future<Result> result) throws InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Expected a result of every seed.", e);
    }
  }
}
