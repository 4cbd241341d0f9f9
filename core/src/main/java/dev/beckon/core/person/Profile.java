package dev.beckon.core.person;

import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What was said of a person: identifiers, attributes, devices, and since when we know them.
///
/// @param createdAt when the person was added to the workspace (epoch ms)
/// @param knownSince the earlier of `createdAt` and the earliest event (spec: journeys.md, 1.7)
/// @param devices by token
public record Profile(
    Identifiers identifiers,
    SequencedMap<String, Attribute> attributes,
    long createdAt,
    long knownSince,
    SequencedMap<String, Device> devices) {

  /// Somebody without devices.
  public Profile(
      Identifiers identifiers,
      SequencedMap<String, Attribute> attributes,
      long createdAt,
      long knownSince) {
    this(identifiers, attributes, createdAt, knownSince, Maps.empty());
  }

  public static Profile fresh(long at) {
    return new Profile(Identifiers.NONE, Maps.empty(), at, at);
  }

  /// The value under a name, or null where there is none.
  public @Nullable Value attribute(String name) {
    Attribute attribute = attributes.get(name);
    return attribute == null || attribute.isRemoved() ? null : attribute.value();
  }

  public Profile withIdentifiers(Identifiers next) {
    return new Profile(next, attributes, createdAt, knownSince, devices);
  }

  public Profile withAttribute(String name, Attribute attribute) {
    return new Profile(
        identifiers, Maps.with(attributes, name, attribute), createdAt, knownSince, devices);
  }

  public Profile withoutAttribute(String name) {
    return new Profile(identifiers, Maps.without(attributes, name), createdAt, knownSince, devices);
  }

  public Profile withKnownSince(long since) {
    return new Profile(identifiers, attributes, createdAt, since, devices);
  }

  public Profile withDevice(Device device) {
    return new Profile(
        identifiers, attributes, createdAt, knownSince, Maps.with(devices, device.token(), device));
  }

  public Profile withoutDevice(String token) {
    return new Profile(
        identifiers, attributes, createdAt, knownSince, Maps.without(devices, token));
  }
}
