package dev.beckon.engine.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Remembers short texts that come up again and again, so that they are made once; for one thread.
final class Words {
  private static final int SLOTS = 1 << 11;
  private static final int BYTES_MAX = 48;

  private final @Nullable Word[] slots = new Word[SLOTS];

  String of(byte[] from, int at, int length) {
    if (length > BYTES_MAX) {
      return new String(from, at, length, StandardCharsets.UTF_8);
    }
    int hash = length;
    for (int i = at; i < at + length; i++) {
      hash = 31 * hash + from[i];
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    Word known = slots[slot];
    if (known == null || !known.is(from, at, length)) {
      known = new Word(Arrays.copyOfRange(from, at, at + length));
      slots[slot] = known;
    }
    return known.text;
  }

  private static final class Word {
    private final byte[] utf8;
    private final String text;

    Word(byte[] utf8) {
      this.utf8 = utf8;
      this.text = new String(utf8, StandardCharsets.UTF_8);
    }

    boolean is(byte[] from, int at, int length) {
      return Arrays.equals(utf8, 0, utf8.length, from, at, at + length);
    }
  }
}
