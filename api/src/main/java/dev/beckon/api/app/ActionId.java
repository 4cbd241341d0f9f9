package dev.beckon.api.app;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// The number by which the App API calls a step of a campaign.
///
/// Steps have names that are unique within their campaign; clients expect integers. The number is a
/// checksum of both, so that it is the same wherever a step is mentioned and needs no table.
final class ActionId {
  private static final long MASK = 0x7fff_ffffL;

  private ActionId() {}

  static long of(int campaign, String step) {
    CRC32 crc = new CRC32();
    crc.update((campaign + "/" + step).getBytes(StandardCharsets.UTF_8));
    return crc.getValue() & MASK;
  }
}
