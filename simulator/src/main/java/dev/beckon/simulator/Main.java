package dev.beckon.simulator;

import dev.beckon.simulator.run.Plan;
import dev.beckon.simulator.run.Result;
import dev.beckon.simulator.run.Seeds;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// `./beckon simulate`: runs seeded stories and says what came of them.
public final class Main {
  private static final int THREADS_MAX = 4;
  private static final int LINES_MAX = 20;

  private final PrintStream out;
  private final List<Result> results = new ArrayList<>();
  private final Arguments arguments;

  private Main(PrintStream out, Arguments arguments) {
    this.out = out;
    this.arguments = arguments;
  }

  public static void main(String[] args) throws InterruptedException {
    int status = run(args, System.out);
    System.out.flush();
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return 0 if every promise was kept, 1 if not, 2 if the arguments are wrong
  static int run(String[] args, PrintStream out) throws InterruptedException {
    try {
      return new Main(out, Arguments.of(args)).run();
    } catch (IllegalArgumentException wrong) {
      out.println(wrong.getMessage());
      return 2;
    }
  }

  private int run() throws InterruptedException {
    long from = System.nanoTime();
    List<Plan> plans =
        LongStream.range(0, arguments.seeds())
            .mapToObj(i -> new Plan(arguments.seed() + i, arguments.people(), arguments.days()))
            .toList();
    out.println(
        "Simulating "
            + (plans.size() == 1 ? "1 seed" : plans.size() + " seeds")
            + " of "
            + arguments.people()
            + " people for "
            + arguments.days()
            + " days each.");
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, THREADS_MAX);
    Seeds.run(plans, threads, this::hear);
    table(Duration.ofNanos(System.nanoTime() - from));
    return results.stream().allMatch(Result::isGood) ? 0 : 1;
  }

  private void hear(Result result) {
    results.add(result);
    if (!result.isGood()) {
      out.print(result.report());
    }
    int step = Math.max(1, arguments.seeds() / LINES_MAX);
    if (results.size() % step == 0 && arguments.seeds() > 1) {
      out.println(results.size() + " of " + arguments.seeds() + " seeds, " + broken() + " broken");
    }
    out.flush();
  }

  private long broken() {
    return results.stream().filter(result -> !result.isGood()).count();
  }

  private void table(Duration time) {
    out.println();
    row("seeds", results.size());
    row("messages processed", results.stream().mapToLong(Result::messages).sum());
    row("messages sent", results.stream().mapToLong(Result::sent).sum());
    row("people created", results.stream().mapToLong(Result::people).sum());
    row("definitions published", results.stream().mapToLong(Result::versions).sum());
    row("crashes", results.stream().mapToLong(Result::crashes).sum());
    row("simulated days", (long) results.size() * arguments.days());
    row("seconds", time.toSeconds());
    row("broken promises", results.stream().mapToLong(r -> r.findings().size()).sum());
  }

  private void row(String what, long number) {
    out.println(String.format(Locale.ROOT, "%-22s %,12d", what, number));
  }
}
