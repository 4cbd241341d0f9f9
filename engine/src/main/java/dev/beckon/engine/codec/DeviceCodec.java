package dev.beckon.engine.codec;

import dev.beckon.core.person.Device;

/// The bytes of a device, in a person's row and in messages.
final class DeviceCodec {
  private DeviceCodec() {}

  static void write(Device device, ByteSink out) {
    out.text(device.token());
    out.text(device.platform());
    out.signed(device.lastUsed());
    out.signed(device.setAt());
    ValueCodec.fields(device.attributes(), out);
  }

  static Device read(ByteSource in) {
    String token = in.text();
    String platform = in.text();
    long lastUsed = in.signed();
    long setAt = in.signed();
    return new Device(token, platform, lastUsed, setAt, ValueCodec.fields(in));
  }
}
