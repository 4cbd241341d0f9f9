package dev.beckon.engine.codec;

import dev.beckon.core.segment.LeafState;
import dev.beckon.core.segment.Membership;
import dev.beckon.core.segment.Verdict;
import dev.beckon.core.value.LongMap;

/// The sections of a person's row that tell where they stand with regard to segments.
final class StandingCodec {
  static final int MEMBER = 1;
  static final int CHANGES = 2;

  private StandingCodec() {}

  static void leaves(LongMap<LeafState> leaves, long base, ByteSink out) {
    out.varint(leaves.size());
    for (int i = 0; i < leaves.size(); i++) {
      LeafState leaf = leaves.valueAt(i);
      out.eight(leaves.keyAt(i));
      out.varint(leaf.count());
      out.varint(leaf.times());
      long before = base;
      for (int n = 0; n < leaf.times(); n++) {
        out.signed(leaf.time(n) - before);
        before = leaf.time(n);
      }
    }
  }

  static LongMap<LeafState> leaves(ByteSource in, long base) {
    int size = in.count();
    if (size == 0) {
      return LongMap.empty();
    }
    LongMap.Builder<LeafState> leaves = LongMap.ascending(size);
    for (int i = 0; i < size; i++) {
      long id = in.eight();
      leaves.add(id, leaf(in, base));
    }
    return leaves.build();
  }

  static LeafState leaf(ByteSource in, long base) {
    long count = in.varint();
    long[] times = new long[in.count()];
    long before = base;
    for (int n = 0; n < times.length; n++) {
      before += in.signed();
      times[n] = before;
    }
    return new LeafState(count, times);
  }

  static void skipLeaf(ByteSource in) {
    in.varint();
    int times = in.count();
    for (int n = 0; n < times; n++) {
      in.varint();
    }
  }

  static void memberships(LongMap<Membership> memberships, long base, ByteSink out) {
    out.varint(memberships.size());
    long before = 0;
    for (int i = 0; i < memberships.size(); i++) {
      Membership membership = memberships.valueAt(i);
      boolean changes = membership.changesAt() != Verdict.NEVER;
      out.varint(memberships.keyAt(i) - before);
      before = memberships.keyAt(i);
      out.one((membership.member() ? MEMBER : 0) | (changes ? CHANGES : 0));
      out.signed(membership.since() - base);
      if (changes) {
        out.signed(membership.changesAt() - membership.since());
      }
    }
  }

  static LongMap<Membership> memberships(ByteSource in, long base) {
    int size = in.count();
    if (size == 0) {
      return LongMap.empty();
    }
    LongMap.Builder<Membership> memberships = LongMap.ascending(size);
    long segment = 0;
    for (int i = 0; i < size; i++) {
      segment += in.varint();
      int flags = in.one();
      long since = base + in.signed();
      long changesAt = (flags & CHANGES) == 0 ? Verdict.NEVER : since + in.signed();
      memberships.add(segment, new Membership((flags & MEMBER) != 0, since, changesAt));
    }
    return memberships.build();
  }
}
