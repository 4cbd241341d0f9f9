package dev.beckon.api.manage.activity;

import java.util.List;

/// What kind of thing happened, in the words of the console, with the words of the log for it.
public enum ActivityType {
  EVENT("event", "failed_event"),
  PAGE("page"),
  SCREEN("screen"),
  ANONYMOUS_EVENT(),
  PERSON_CREATED("profile_create"),
  PERSON_UPDATED("attribute_change", "device_change", "profile_merge", "anon_merge"),
  PERSON_DELETED("profile_delete"),
  ATTRIBUTE_FAILED("failed_attribute_change", "skipped_update", "failed_merge"),
  SEGMENT_ENTERED("segment_entered"),
  SEGMENT_LEFT("segment_left"),
  JOURNEY_STARTED("journey_started"),
  JOURNEY_ENDED("journey_ended"),
  MESSAGE_SENT("sent_email"),
  MESSAGE_DELIVERED("delivered_email"),
  MESSAGE_OPENED("opened_email"),
  MESSAGE_CLICKED("clicked_email"),
  MESSAGE_CONVERTED("converted_email"),
  MESSAGE_BOUNCED("bounced_email"),
  MESSAGE_FAILED("failed_email"),
  MESSAGE_HELD("undeliverable_email", "suppressed_email"),
  MESSAGE_DEFERRED("deferred_email", "attempted_email"),
  MESSAGE_COMPLAINED("spammed_email"),
  MESSAGE_UNSUBSCRIBED("unsubscribed_email");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> logged;

  ActivityType(String... logged) {
    this.logged = List.of(logged);
  }

  /// As the log calls it; the App API shows these.
  List<String> logged() {
    return logged;
  }

  boolean failed() {
    return this == ATTRIBUTE_FAILED || this == MESSAGE_FAILED || this == MESSAGE_BOUNCED;
  }

  boolean isMessage() {
    return compareTo(MESSAGE_SENT) >= 0;
  }

  static ActivityType of(String word, boolean anonymous) {
    if (anonymous) {
      return ANONYMOUS_EVENT;
    }
    for (ActivityType type : values()) {
      if (type.logged.contains(word)) {
        return type;
      }
    }
    return EVENT;
  }
}
