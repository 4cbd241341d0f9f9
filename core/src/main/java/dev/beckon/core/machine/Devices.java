package dev.beckon.core.machine;

import dev.beckon.core.catalog.Limits;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Device;
import dev.beckon.core.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Takes in which devices a person uses (spec: data-in.md, 1.6).
final class Devices {
  private final Deciding deciding;

  Devices(Deciding deciding) {
    this.deciding = deciding;
  }

  void take(Input.DeviceSeen input) {
    if (!deciding.person().exists()) {
      if (input.by() == null) {
        deciding.refused("device", input.device().token(), "There is no such person.");
        return;
      }
      new Identifying(deciding).create(input.by());
    }
    Device said = input.device();
    Device before = devices().get(said.token());
    if (before == null) {
      makeRoom();
    }
    Device after = before == null ? stamped(said, Value.Fields.EMPTY) : updated(before, said);
    deciding.change(new Change.DeviceSet(after));
    deciding.effect(new Effect.Register(said.token()));
    if (before == null) {
      report(after, "added");
    } else if (!before.attributes().equals(after.attributes())
        || !before.platform().equals(after.platform())) {
      report(after, "updated");
    }
  }

  private Device updated(Device before, Device said) {
    Device after = stamped(said, before.attributes());
    return new Device(
        after.token(),
        after.platform(),
        Math.max(before.lastUsed(), after.lastUsed()),
        after.setAt(),
        after.attributes());
  }

  /// As it was said, on top of what was known; a blank value takes an attribute away.
  private Device stamped(Device said, Value.Fields known) {
    SequencedMap<String, Value> attributes = new LinkedHashMap<>(known.fields());
    for (Map.Entry<String, Value> entry : said.attributes().fields().entrySet()) {
      String name = entry.getKey();
      if (entry.getValue().isBlank()) {
        attributes.remove(name);
      } else if (attributes.size() < Limits.DEVICE_ATTRIBUTES_MAX || attributes.containsKey(name)) {
        attributes.put(name, entry.getValue());
      } else {
        deciding.refused(
            "device." + name,
            "",
            "Expected at most " + Limits.DEVICE_ATTRIBUTES_MAX + " attributes per device.");
      }
    }
    return new Device(
        said.token(),
        said.platform(),
        Math.min(said.lastUsed(), deciding.now()),
        deciding.now(),
        new Value.Fields(attributes));
  }

  /// Whoever has too many loses the one that was not used for longest.
  private void makeRoom() {
    if (devices().size() < Limits.DEVICES_PER_PERSON_MAX) {
      return;
    }
    Device oldest = null;
    for (Device device : devices().values()) {
      if (oldest == null || device.lastUsed() < oldest.lastUsed()) {
        oldest = device;
      }
    }
    remove(oldest, "made room for another device");
  }

  void take(Input.DeviceLost input) {
    Device device = devices().get(input.token());
    boolean moved = input.by() == null;
    if (device != null && (!moved || device.setAt() <= input.at())) {
      remove(device, "removed");
    }
  }

  private void remove(@Nullable Device device, String change) {
    if (device != null) {
      deciding.change(new Change.DeviceRemoved(device.token()));
      deciding.effect(new Effect.Unregister(device.token()));
      report(device, change);
    }
  }

  private void report(Device device, String change) {
    deciding.activity(
        "device_change",
        "",
        deciding.now(),
        Value.Fields.EMPTY
            .with("change", Value.of(change))
            .with("token", Value.of(device.token()))
            .with("platform", Value.of(device.platform()))
            .with("attributes", device.attributes()));
  }

  private SequencedMap<String, Device> devices() {
    return deciding.person().profile().devices();
  }
}
