package dev.beckon.core.catalog;

/// Every limit that deciding and describing keep to, with its unit.
///
/// Sources: spec/data-in.md 6, spec/journeys.md 8.
public final class Limits {
  public static final int ATTRIBUTES_PER_PERSON_MAX = 300;
  public static final int ATTRIBUTE_NAME_BYTES_MAX = 150;
  public static final int ATTRIBUTE_VALUE_BYTES_MAX = 1_000;
  public static final int IDENTIFIER_BYTES_MAX = 150;

  /// The size of `cio_subscription_preferences` as JSON.
  public static final int PREFERENCES_BYTES_MAX = 10_000;

  /// How many devices a person keeps; a further one takes the place of the least used.
  public static final int DEVICES_PER_PERSON_MAX = 100;

  public static final int DEVICE_TOKEN_BYTES_MAX = 4_096;
  public static final int DEVICE_ATTRIBUTES_MAX = 50;

  /// How long events of nobody wait for somebody who says that they did them (ms).
  public static final long ANONYMOUS_AGE_MS_MAX = 30L * 86_400_000;

  /// For how long after that further ones are theirs, too (ms).
  public static final long ANONYMOUS_GRACE_MS = 5L * 60_000;

  /// How many people can become part of one.
  public static final int MERGES_PER_PERSON_MAX = 100;

  public static final int EVENT_NAME_BYTES_MAX = 100;
  public static final int EVENT_DATA_BYTES_MAX = 100_000;
  public static final int EVENT_ID_BYTES_MAX = 64;
  public static final int VALUE_DEPTH_MAX = 32;

  /// How old an event may be and still start a journey (ms).
  public static final long TRIGGER_AGE_MS_MAX = 72L * 3_600_000;

  /// How long the entry filter is tried again before a journey is given up (ms).
  public static final long FILTER_RETRY_MS = 30L * 60_000;

  /// How many messages a person remembers for counting outcomes once and crediting goals.
  public static final int DELIVERIES_REMEMBERED_MAX = 50;

  /// How many journeys a person can be in at the same time.
  public static final int JOURNEYS_PER_PERSON_MAX = 200;

  /// How many steps a journey takes in one go before it is halted as an endless loop.
  public static final int STEPS_AT_ONCE_MAX = 1_000;

  public static final int SEGMENTS_PER_WORKSPACE_MAX = 10_000;
  public static final int CAMPAIGNS_PER_WORKSPACE_MAX = 10_000;
  public static final int STEPS_PER_CAMPAIGN_MAX = 1_000;
  public static final int CONDITIONS_PER_TREE_MAX = 500;
  public static final int CONDITION_DEPTH_MAX = 20;
  public static final int TIMES_AT_LEAST_MAX = 1_000;
  public static final int NAME_CHARS_MAX = 190;
  public static final long DURATION_MS_MAX = 3_650L * 86_400_000;
  public static final long GOAL_WINDOW_MS_MAX = 90L * 86_400_000;

  private Limits() {}
}
