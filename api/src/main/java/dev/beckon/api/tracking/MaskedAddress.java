package dev.beckon.api.tracking;

/// An e-mail address as it may be shown to whoever holds a message: its owner recognises it, others
/// do not learn it.
final class MaskedAddress {
  private static final String DOTS = "•••";
  private static final int SHORT = 2;

  private MaskedAddress() {}

  /// `ada@example.com` becomes `a•••@example.com`; longer names keep their last letter too.
  static String of(String address) {
    int at = address.lastIndexOf('@');
    if (at < 1) {
      return DOTS;
    }
    int[] name = address.substring(0, at).codePoints().toArray();
    StringBuilder masked = new StringBuilder().appendCodePoint(name[0]).append(DOTS);
    if (name.length > 2 * SHORT) {
      masked.appendCodePoint(name[name.length - 1]);
    }
    return masked.append(address, at, address.length()).toString();
  }
}
