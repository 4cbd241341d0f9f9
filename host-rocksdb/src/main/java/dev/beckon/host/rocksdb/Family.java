package dev.beckon.host.rocksdb;

import dev.beckon.engine.store.Table;

/// A group of tables that are read and written in the same way and share a column family.
///
/// Names are part of the stored format and never change.
enum Family {
  /// Few rows, often overwritten: cursors, definitions, counters, memberships.
  STATE("state"),
  /// Person records: found by their key, overwritten all the time.
  PEOPLE("people"),
  /// Who has an identifier: found by its key, hardly ever changed.
  DESKS("desks"),
  /// Keys of events: asked for in vain almost always, and written once.
  MARKS("marks"),
  /// Rows that come and go in order.
  QUEUES("queues"),
  /// Rows that are written once and read back in order.
  HISTORY("history");

  private final String stored;

  Family(String stored) {
    this.stored = stored;
  }

  String stored() {
    return stored;
  }

  /// Whether almost all reads ask for one key.
  boolean isPointwise() {
    return this == PEOPLE || this == DESKS || this == MARKS;
  }

  static Family of(Table table) {
    return switch (table) {
      case META, CATALOG, TALLY, MEMBER -> STATE;
      case PERSON -> PEOPLE;
      case DESK, DEVICE, ASSOCIATION -> DESKS;
      case DEDUPE, SUPPRESSED, REDIRECT -> MARKS;
      case TIMER, OUTBOX, RELAY, NEWCOMER, WAITING, LUGGAGE, ANONYMOUS -> QUEUES;
      case ACTIVITY, TIMELINE, JOURNEY, TRACE, DELIVERY, CAMPAIGN_JOURNEY, DELIVERY_TIMELINE ->
          HISTORY;
    };
  }
}
