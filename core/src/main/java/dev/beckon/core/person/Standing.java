package dev.beckon.core.person;

import dev.beckon.core.segment.LeafState;
import dev.beckon.core.segment.Membership;
import dev.beckon.core.value.LongMap;

/// Where a person stands with regard to segments.
///
/// @param leaves bounded memory of what was performed, by leaf id
/// @param memberships by segment id; absent means: out, and nothing would change that by itself
public record Standing(LongMap<LeafState> leaves, LongMap<Membership> memberships) {
  public static final Standing NONE = new Standing(LongMap.empty(), LongMap.empty());

  public boolean isMember(int segment) {
    Membership membership = memberships.get(segment);
    return membership != null && membership.member();
  }

  Standing withLeaf(long leaf, LeafState state) {
    return new Standing(leaves.with(leaf, state), memberships);
  }

  Standing withMembership(long segment, Membership membership) {
    return new Standing(leaves, memberships.with(segment, membership));
  }

  Standing withoutLeaf(long leaf) {
    return new Standing(leaves.without(leaf), memberships);
  }

  Standing withoutMembership(long segment) {
    return new Standing(leaves, memberships.without(segment));
  }
}
