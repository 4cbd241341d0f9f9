package dev.beckon.core.catalog;

import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.Segment;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which segments each kind of input can change; bits are places in the order of evaluation.
public final class SegmentIndex {
  private static final BitSet NOBODY = new BitSet();

  private final Map<String, BitSet> byAttribute = new HashMap<>();
  private final Map<Long, BitSet> byLeaf = new HashMap<>();
  private final Map<Integer, BitSet> bySegment = new HashMap<>();
  private final BitSet byAge = new BitSet();

  SegmentIndex(List<Segment> ordered) {
    for (int place = 0; place < ordered.size(); place++) {
      collect(ordered.get(place).when(), place);
    }
  }

  private void collect(Condition condition, int place) {
    switch (condition) {
      case Condition.All all -> all.parts().forEach(part -> collect(part, place));
      case Condition.Any any -> any.parts().forEach(part -> collect(part, place));
      case Condition.Not not -> collect(not.part(), place);
      case Condition.AttributeIs is -> {
        set(byAttribute, is.test().field().root(), place);
        set(byAttribute, is.test().field().text(), place);
      }
      case Condition.Performed performed -> set(byLeaf, performed.leaf(), place);
      case Condition.NotPerformed notPerformed -> {
        set(byLeaf, notPerformed.leaf(), place);
        byAge.set(place);
      }
      case Condition.InSegment in -> set(bySegment, in.segment(), place);
      case Condition.TriggerIs _ -> {}
    }
  }

  private static <K> void set(Map<K, BitSet> index, K key, int place) {
    index.computeIfAbsent(key, _ -> new BitSet()).set(place);
  }

  public BitSet touchedByAttribute(String name) {
    return orNobody(byAttribute.get(name));
  }

  public BitSet touchedByLeaf(long leaf) {
    return orNobody(byLeaf.get(leaf));
  }

  public BitSet touchedBySegment(int segment) {
    return orNobody(bySegment.get(segment));
  }

  /// Segments that depend on how long a person has been known.
  public BitSet touchedByAge() {
    return byAge;
  }

  private static BitSet orNobody(@Nullable BitSet places) {
    return places == null ? NOBODY : places;
  }
}
