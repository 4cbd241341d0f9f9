package dev.beckon.engine.store;

import org.jspecify.annotations.Nullable;

/// Reads one partition's rows; keys are ordered as unsigned bytes within a table.
public interface Rows {

  byte @Nullable [] get(Table table, byte[] key);

  /// Visits rows in ascending order of their keys until the visitor has had enough.
  ///
  /// @param from first key, inclusive
  /// @param to end, exclusive; null for the end of the table
  void scan(Table table, byte[] from, byte @Nullable [] to, Visitor visitor);

  /// The same in descending order, from the last key before `to` down to `from` inclusive.
  void scanBack(Table table, byte[] from, byte @Nullable [] to, Visitor visitor);

  /// Sees one row after the other; the arrays belong to the visitor.
  @FunctionalInterface
  interface Visitor {
    /// @return whether to go on
    boolean row(byte[] key, byte[] value);
  }
}
