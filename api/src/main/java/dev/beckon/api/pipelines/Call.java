package dev.beckon.api.pipelines;

import dev.beckon.api.http.Refusal;
import dev.beckon.core.value.Value;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One call as it came, with what all kinds of calls have in common.
///
/// @param userId empty for none; numbers count as their digits
/// @param anonymousId empty for none
/// @param messageId the sender's key against doubles, or null
/// @param at when it happened (epoch ms), by the server's clock
record Call(
    CallType type,
    String userId,
    String anonymousId,
    @Nullable Value messageId,
    long at,
    Value.Fields context,
    Value.Fields body) {

  /// Names of ourselves among a call's `integrations`.
  private static final Set<String> OURSELVES =
      Set.of("Beckon", "Customer.io", "Customer.io Data Pipelines", "Segment.io");

  /// @param shared what the batch says of all its calls; a call's own words win
  /// @throws Refusal if something that every call needs is wrong
  static Call of(CallType type, Value.Fields body, Value.Fields shared, long receivedAt) {
    Value.Fields context = merged(fields(shared, "context"), fields(body, "context"));
    return new Call(
        type,
        name(body, "userId"),
        name(body, "anonymousId"),
        body.get("messageId"),
        time(body, shared, context, receivedAt),
        context,
        body);
  }

  /// Whether the sender wants this call to reach us: `"integrations": {"All": false}` does not,
  /// unless it names us.
  boolean isForUs() {
    Value.Fields integrations = fields(body, "integrations");
    return !Value.of(false).equals(integrations.get("All"))
        || OURSELVES.stream()
            .map(integrations::get)
            .anyMatch(value -> value != null && !Value.of(false).equals(value));
  }

  Value.Fields fields(String name) {
    return fields(body, name);
  }

  /// A text field, empty when it is absent or something else.
  static String text(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Text(String text) ? text.strip() : "";
  }

  static Value.Fields fields(Value.Fields body, String name) {
    return switch (body.get(name)) {
      case Value.Fields fields -> fields;
      case Value.Nothing _ -> Value.Fields.EMPTY;
      case null -> Value.Fields.EMPTY;
      case Value.Truth _, Value.Whole _, Value.Decimal _, Value.Text _, Value.Items _ ->
          throw Refusal.invalid("Expected " + name + " as an object, but got something else.");
    };
  }

  private static String name(Value.Fields body, String field) {
    return switch (body.get(field)) {
      case Value.Text(String text) -> text.strip();
      case Value.Whole(long number) -> Long.toString(number);
      case Value.Nothing _ -> "";
      case null -> "";
      case Value.Truth _, Value.Decimal _, Value.Items _, Value.Fields _ ->
          throw Refusal.invalid("Expected " + field + " as text, but got something else.");
    };
  }

  private static Value.Fields merged(Value.Fields shared, Value.Fields own) {
    Value.Fields merged = shared;
    for (var field : own.fields().entrySet()) {
      merged = merged.with(field.getKey(), field.getValue());
    }
    return merged;
  }

  /// When it happened. Devices have clocks of their own, which may be wrong: what they say is moved
  /// by the difference that they show when they send. What a server says is taken as it is.
  private static long time(
      Value.Fields body, Value.Fields shared, Value.Fields context, long receivedAt) {
    Long said = moment(body, "timestamp");
    if (said == null) {
      said = moment(body, "originalTimestamp");
    }
    if (said == null) {
      return receivedAt;
    }
    Long sentAt = moment(body, "sentAt");
    if (sentAt == null) {
      sentAt = moment(shared, "sentAt");
    }
    return sentAt != null && isDevice(context) ? said + (receivedAt - sentAt) : said;
  }

  private static boolean isDevice(Value.Fields context) {
    String channel = text(context, "channel");
    String library = text(fields(context, "library"), "name").toLowerCase(Locale.ROOT);
    return channel.equals("browser")
        || channel.equals("mobile")
        || library.startsWith("analytics.js")
        || library.equals("beckon.js")
        || library.matches(".*(android|ios|swift|kotlin|flutter|react-native).*");
  }

  private static @Nullable Long moment(Value.Fields fields, String name) {
    return switch (fields.get(name)) {
      case Value.Text(String text) when !text.isBlank() ->
          IsoTimes.read(text.strip()).map(Instant::toEpochMilli).orElseThrow(() -> wrong(name));
      case Value.Whole(long number) when number >= 0 -> milliseconds(number);
      case Value.Text _, Value.Nothing _ -> null;
      case null -> null;
      case Value.Whole _, Value.Truth _, Value.Decimal _, Value.Items _, Value.Fields _ ->
          throw wrong(name);
    };
  }

  /// Numbers are no part of the protocol, but senders use them: seconds up to the year 5138.
  private static long milliseconds(long number) {
    return number < 100_000_000_000L ? number * 1_000 : number;
  }

  private static Refusal wrong(String name) {
    return Refusal.invalid(
        "Expected " + name + " as an ISO 8601 time, such as 2026-03-14T09:26:53.000Z.");
  }
}
