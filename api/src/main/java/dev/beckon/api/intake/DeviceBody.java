package dev.beckon.api.intake;

import dev.beckon.api.http.Refusal;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.person.Device;
import dev.beckon.core.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What a call about a device says (spec: data-in.md, 1.6). Some clients put what they know of the
/// device into `attributes`, some beside `id`; times come as numbers and as texts.
public final class DeviceBody {
  private static final Set<String> OWN =
      Set.of("id", "token", "platform", "last_used", "attributes");

  private DeviceBody() {}

  /// @throws Refusal if it cannot be taken
  public static Device of(Value.Fields body, long now) {
    if (!(body.get("device") instanceof Value.Fields device)) {
      throw Refusal.invalid("Expected device as an object, but it is missing.");
    }
    Value id = device.get("id") == null ? device.get("token") : device.get("id");
    String token = id == null ? "" : id.asText();
    within(token);
    Value platform = device.get("platform");
    String os = platform == null ? "" : platform.asText();
    if (!os.equals("ios") && !os.equals("android")) {
      throw Refusal.invalid("Expected device.platform to be ios or android, but got " + os + ".");
    }
    Value used = device.get("last_used");
    Long lastUsed = used == null || used.isBlank() ? null : Timestamps.read("last_used", used, now);
    return new Device(token, os, lastUsed == null ? now : lastUsed, now, attributes(device));
  }

  /// @throws Refusal if a token is blank or too long
  public static void within(String token) {
    int bytes = token.getBytes(StandardCharsets.UTF_8).length;
    if (token.isBlank() || bytes > Limits.DEVICE_TOKEN_BYTES_MAX) {
      throw Refusal.invalid(
          "Expected device.id of 1 to "
              + Limits.DEVICE_TOKEN_BYTES_MAX
              + " bytes, but got "
              + bytes
              + ".");
    }
  }

  private static Value.Fields attributes(Value.Fields device) {
    LinkedHashMap<String, Value> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, Value> field : device.fields().entrySet()) {
      if (!OWN.contains(field.getKey())) {
        attributes.put(checked(field.getKey()), checked(field));
      }
    }
    if (device.get("attributes") instanceof Value.Fields said) {
      for (Map.Entry<String, Value> field : said.fields().entrySet()) {
        attributes.put(checked(field.getKey()), checked(field));
      }
    }
    return new Value.Fields(attributes);
  }

  private static String checked(String name) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Limits.ATTRIBUTE_NAME_BYTES_MAX) {
      throw Refusal.invalid(
          "Expected names of device attributes of at most "
              + Limits.ATTRIBUTE_NAME_BYTES_MAX
              + " bytes, but got "
              + bytes
              + ".");
    }
    return name;
  }

  private static Value checked(Map.Entry<String, Value> field) {
    int bytes = field.getValue().asText().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Limits.ATTRIBUTE_VALUE_BYTES_MAX) {
      throw Refusal.invalid(
          "Expected device."
              + field.getKey()
              + " of at most "
              + Limits.ATTRIBUTE_VALUE_BYTES_MAX
              + " bytes, but got "
              + bytes
              + ".");
    }
    return field.getValue();
  }
}
