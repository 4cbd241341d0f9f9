package dev.beckon.delivery.liquid;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// All that one render remembers: variables, counters, the text so far and what is left of the
/// budget.
///
/// A [Template] holds none of it, which is why one template may render on many threads.
final class Scope {

  /// A name that hides others while a block or a partial runs.
  static final class Frame {
    private final String name;
    private final @Nullable Frame outer;
    private @Nullable Object value;

    private Frame(String name, @Nullable Object value, @Nullable Frame outer) {
      this.name = name;
      this.value = value;
      this.outer = outer;
    }

    void set(@Nullable Object value) {
      this.value = value;
    }
  }

  private final RenderInput input;
  private final Dialect dialect;
  private final Budget budget;
  private final Map<String, ? extends @Nullable Object> roots;
  private final boolean isolated;
  private final Chance chance;
  private final Map<String, @Nullable Object> locals = new HashMap<>(8);
  private final Map<String, Integer> positions = new HashMap<>(4);
  private final Map<String, Long> counters = new HashMap<>(4);
  private @Nullable Frame frames;
  private @Nullable ForLoop loop;
  private @Nullable Interrupt interrupt;
  private @Nullable String lastChange;
  private Output output;

  Scope(Dialect dialect, RenderInput input) {
    this.dialect = dialect;
    this.input = input;
    this.budget = new Budget(input.limits());
    this.roots = input.values();
    this.isolated = false;
    this.chance = new Chance(input.seed());
    this.output = new Output(budget);
  }

  private Scope(Scope outer) {
    this.dialect = outer.dialect;
    this.input = outer.input;
    this.budget = outer.budget;
    this.roots = Map.of();
    this.isolated = true;
    this.chance = outer.chance;
    this.output = outer.output;
  }

  /// A scope that writes to the same place and shares the budget, but sees none of the variables.
  Scope isolated() {
    return new Scope(this);
  }

  boolean isIsolated() {
    return isolated;
  }

  RenderInput input() {
    return input;
  }

  Dialect dialect() {
    return dialect;
  }

  Budget budget() {
    return budget;
  }

  SplittableRandom chance() {
    return chance.generator();
  }

  Output output() {
    return output;
  }

  /// The value of a root name, or [Values#NOTHING].
  @Nullable Object find(String name) {
    for (var frame = frames; frame != null; frame = frame.outer) {
      if (frame.name.equals(name)) {
        return frame.value;
      }
    }
    if (!locals.isEmpty()) {
      var local = locals.get(name);
      if (local != null || locals.containsKey(name)) {
        return local;
      }
    }
    var counter = counters.isEmpty() ? null : counters.get(name);
    if (counter != null) {
      return counter;
    }
    var root = roots.get(name);
    return root != null || roots.containsKey(name) ? root : Values.NOTHING;
  }

  void assign(String name, @Nullable Object value) {
    locals.put(name, value);
  }

  @Nullable Frame frames() {
    return frames;
  }

  Frame push(String name, @Nullable Object value) {
    var frame = new Frame(name, value, frames);
    frames = frame;
    return frame;
  }

  void restore(@Nullable Frame earlier) {
    frames = earlier;
  }

  @Nullable ForLoop loop() {
    return loop;
  }

  void loop(@Nullable ForLoop current) {
    loop = current;
  }

  void interrupt(Interrupt kind) {
    interrupt = kind;
  }

  boolean interrupted() {
    return interrupt != null;
  }

  /// Ends the interruption, and answers what it was.
  @Nullable Interrupt resume() {
    var was = interrupt;
    interrupt = null;
    return was;
  }

  /// What `increment` and `decrement` count, beginning at the data of that name when it is a whole
  /// number.
  long counter(String name) {
    var counter = counters.get(name);
    if (counter != null) {
      return counter;
    }
    return roots.get(name) instanceof Number start && Numbers.isWhole(start)
        ? start.longValue()
        : 0;
  }

  void counter(String name, long value) {
    counters.put(name, value);
  }

  /// Where a `cycle` or an `offset: continue` stands.
  int position(String key) {
    return positions.getOrDefault(key, 0);
  }

  void position(String key, int value) {
    positions.put(key, value);
  }

  /// Whether the text differs from the one of the last call.
  boolean changed(String text) {
    var changed = !text.equals(lastChange);
    lastChange = text;
    return changed;
  }

  /// What a body prints, instead of printing it.
  String capture(Node body) {
    var outer = output;
    var inner = new Output(budget);
    output = inner;
    try {
      body.render(this);
    } finally {
      output = outer;
    }
    budget.scratch(inner.bytes());
    return inner.text();
  }

  void print(@Nullable Object value) {
    switch (value) {
      case null -> {}
      case String text -> output.write(text);
      case Iterable<?> items -> {
        budget.enter();
        for (var item : items) {
          budget.step();
          print(item);
        }
        budget.leave();
      }
      default -> output.write(Texts.of(value, this));
    }
  }

  /// Chance that is set up when it is first asked for.
  private static final class Chance {
    private final long seed;
    private @Nullable SplittableRandom generator;

    Chance(long seed) {
      this.seed = seed;
    }

    SplittableRandom generator() {
      var known = generator;
      if (known == null) {
        known = new SplittableRandom(seed);
        generator = known;
      }
      return known;
    }
  }
}
