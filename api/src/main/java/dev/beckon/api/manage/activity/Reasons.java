package dev.beckon.api.manage.activity;

import dev.beckon.core.machine.Fact;
import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// Says why something failed or was held, and what to do about it, in words for marketers.
final class Reasons {
  private Reasons() {}

  static @Nullable String reason(ActivityType type, Fact.Activity activity) {
    if (activity.type().equals("failed_event")) {
      return "There is nobody with this cio_id.";
    }
    return switch (type) {
      case ATTRIBUTE_FAILED -> declined(activity.data());
      case MESSAGE_HELD -> held(text(activity.data(), "reason"));
      case MESSAGE_FAILED, MESSAGE_BOUNCED, MESSAGE_DEFERRED, MESSAGE_COMPLAINED ->
          text(activity.data(), "reason");
      case EVENT,
          PAGE,
          SCREEN,
          ANONYMOUS_EVENT,
          PERSON_CREATED,
          PERSON_UPDATED,
          PERSON_DELETED,
          SEGMENT_ENTERED,
          SEGMENT_LEFT,
          JOURNEY_STARTED,
          JOURNEY_ENDED,
          MESSAGE_SENT,
          MESSAGE_DELIVERED,
          MESSAGE_OPENED,
          MESSAGE_CLICKED,
          MESSAGE_CONVERTED,
          MESSAGE_UNSUBSCRIBED ->
          null;
    };
  }

  static @Nullable String fix(ActivityType type, @Nullable String reason) {
    if (reason == null) {
      return null;
    }
    return switch (type) {
      case ATTRIBUTE_FAILED -> fixOfAttribute(reason);
      case MESSAGE_HELD -> fixOfHeld(reason);
      case MESSAGE_BOUNCED -> "Ask the person for another address.";
      case MESSAGE_FAILED -> "Correct the message or the sender; the next people get it right.";
      case EVENT -> "Send the event with the person's id or e-mail address.";
      case PAGE,
          SCREEN,
          ANONYMOUS_EVENT,
          PERSON_CREATED,
          PERSON_UPDATED,
          PERSON_DELETED,
          SEGMENT_ENTERED,
          SEGMENT_LEFT,
          JOURNEY_STARTED,
          JOURNEY_ENDED,
          MESSAGE_SENT,
          MESSAGE_DELIVERED,
          MESSAGE_OPENED,
          MESSAGE_CLICKED,
          MESSAGE_CONVERTED,
          MESSAGE_DEFERRED,
          MESSAGE_COMPLAINED,
          MESSAGE_UNSUBSCRIBED ->
          null;
    };
  }

  private static String fixOfAttribute(String reason) {
    if (reason.contains("already associated")) {
      return "Send another value, or delete one of the two people.";
    }
    if (reason.contains("no such person")) {
      return "Identify the person first, or leave out _update.";
    }
    if (reason.contains("only a call by cio_id")) {
      return "Change it here, or address the person by cio_id.";
    }
    return reason.contains("later update")
        ? "Nothing: the newer value stands."
        : "Shorten it, or leave it out.";
  }

  private static @Nullable String fixOfHeld(String reason) {
    if (reason.contains("no e-mail address")) {
      return "Identify the person with an e-mail address.";
    }
    return reason.contains("bounced") ? "Ask the person for another address." : null;
  }

  private static String held(@Nullable String reason) {
    return switch (reason) {
      case "unsubscribed" -> "The person has unsubscribed.";
      case "no e-mail address" -> "The person has no e-mail address.";
      case "address suppressed" -> "Mail to this address bounced or was complained about.";
      case null -> "It was held back.";
      default -> reason;
    };
  }

  private static @Nullable String declined(Value.Fields data) {
    for (Value value : data.fields().values()) {
      if (value instanceof Value.Fields why) {
        return text(why, "reason");
      }
    }
    return null;
  }

  static @Nullable String text(Value.Fields fields, String name) {
    Value value = fields.get(name);
    return value == null || value.isBlank() ? null : value.asText();
  }
}
