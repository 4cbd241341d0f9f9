package dev.beckon.api.json;

/// Checks that bytes are UTF-8: no stray, overlong or surrogate sequences.
final class Utf8 {
  private Utf8() {}

  /// The index of the first byte that is not UTF-8, or -1.
  static int firstInvalid(byte[] bytes) {
    int i = 0;
    while (i < bytes.length) {
      byte b = bytes[i];
      if (b >= 0) {
        i++;
        continue;
      }
      int length = length(b & 0xFF);
      if (length == 0 || i + length > bytes.length || !continues(bytes, i, length)) {
        return i;
      }
      i += length;
    }
    return -1;
  }

  private static int length(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  }

  private static boolean continues(byte[] bytes, int at, int length) {
    for (int i = at + 1; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    int lead = bytes[at] & 0xFF;
    int second = bytes[at + 1] & 0xFF;
    return switch (lead) {
      case 0xE0 -> second >= 0xA0;
      case 0xED -> second <= 0x9F;
      case 0xF0 -> second >= 0x90;
      case 0xF4 -> second <= 0x8F;
      default -> true;
    };
  }
}
