package dev.beckon.engine.store;

/// The kinds of rows a partition keeps; bytes are part of stored keys and are never reused.
public enum Table {
  /// Counters and cursors of the partition itself.
  META(1),
  /// Person by workspace and cio_id.
  PERSON(2),
  /// Who has an identifier: by workspace, kind and normalized value.
  DESK(3),
  /// Who must be looked at when: by due time, workspace and cio_id.
  TIMER(4),
  /// Deliveries that are decided on but whose end has not come back: by person and number.
  OUTBOX(5),
  /// Messages to other partitions that may not have arrived: by destination and sequence.
  RELAY(6),
  /// Activities by person and number; those of nobody under the partition's person 0.
  ACTIVITY(7),
  /// Activities by workspace, time and the partition's count, a few to a row, pointing to ACTIVITY.
  TIMELINE(8),
  /// Journeys, under way and ended: by person and number.
  JOURNEY(9),
  /// What journeys did, one row a decision: by person, journey and the partition's count.
  TRACE(10),
  /// Messages by person and number; after each what became of it, by the partition's count.
  DELIVERY(11),
  /// Counters by workspace, subject, id and hour; steps and metrics share a row.
  TALLY(12),
  /// Members of segments by workspace, segment and cio_id.
  MEMBER(13),
  /// Keys of events that have been processed, and when: by workspace and key.
  DEDUPE(14),
  /// Definitions in force, by workspace.
  CATALOG(15),
  /// Journeys by workspace, campaign and start, pointing to the row in JOURNEY.
  CAMPAIGN_JOURNEY(16),
  /// Deliveries by workspace, time and the partition's count, pointing to the row in DELIVERY.
  DELIVERY_TIMELINE(17),
  /// People who are about to exist and wait for the desk of a further identifier, by cio_id.
  NEWCOMER(18),
  /// Messages that wait until a newcomer's identifier is settled: by newcomer, in order.
  WAITING(19),
  /// Who was last seen with a device: by workspace and token.
  DEVICE(20),
  /// Identifiers that bring nobody about: by workspace, kind and normalized value.
  SUPPRESSED(21),
  /// Who became part of whom: by the cio_id of who is gone.
  REDIRECT(22),
  /// The past of somebody who is about to become part of a person here: by their cio_id, in order.
  LUGGAGE(23),
  /// Events of nobody: by workspace, anonymous id and the partition's count, which is their number.
  ANONYMOUS(24),
  /// Whose an anonymous id turned out to be: by workspace and anonymous id.
  ASSOCIATION(25);

  private final int code;

  Table(int code) {
    this.code = code;
  }

  public byte code() {
    return (byte) code;
  }
}
