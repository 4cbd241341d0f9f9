package dev.beckon.api.manage;

import java.util.OptionalDouble;

/// Fills a workspace with believable content, on demand.
public interface Demo {
  Demo NONE =
      new Demo() {
        @Override
        public void load(int workspace) {}

        @Override
        public OptionalDouble progress(int workspace) {
          return OptionalDouble.empty();
        }
      };

  /// Begins to load; returns at once.
  void load(int workspace);

  /// From 0 to 1 while it goes on; empty when there is nothing to wait for.
  OptionalDouble progress(int workspace);
}
