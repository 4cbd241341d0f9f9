package dev.beckon.delivery.render;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The contents that were used lately, parsed.
final class Shelf {
  private static final int INITIAL_CAPACITY = 64;
  private static final float LOAD_FACTOR = 0.75f;

  private record Key(int workspace, String hash) {}

  private final Contents contents;
  private final ReentrantLock lock = new ReentrantLock();
  private final SequencedMap<Key, Compiled> kept =
      new LinkedHashMap<>(INITIAL_CAPACITY, LOAD_FACTOR, true);

  Shelf(Contents contents) {
    this.contents = contents;
  }

  Compiled get(int workspace, String hash) throws RenderException {
    Key key = new Key(workspace, hash);
    Compiled known = find(key);
    if (known != null) {
      return known;
    }
    Content content = contents.find(workspace, hash);
    if (content == null) {
      throw new RenderException(
          "Expected the message's content, but it is not stored any more; save the message again.");
    }
    Compiled compiled = Compiled.of(content);
    keep(key, compiled);
    return compiled;
  }

  private @Nullable Compiled find(Key key) {
    lock.lock();
    try {
      return kept.get(key);
    } finally {
      lock.unlock();
    }
  }

  private void keep(Key key, Compiled compiled) {
    lock.lock();
    try {
      kept.put(key, compiled);
      if (kept.size() > MessageLimits.CONTENTS_KEPT_MAX) {
        kept.pollFirstEntry();
      }
    } finally {
      lock.unlock();
    }
  }
}
