package dev.beckon.core.catalog;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.Step;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.EventPattern;
import dev.beckon.core.segment.FieldTest;
import dev.beckon.core.segment.Segment;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The distinct "performed …" leaves behind all conditions of a workspace.
final class Leaves {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Leaves() {}

  /// What must be remembered of a pattern so that every condition on it can be answered.
  record Need(EventPattern pattern, int keeps) {
    Need or(int otherKeeps) {
      return new Need(pattern, Math.max(keeps, otherKeeps));
    }
  }

  /// By leaf id, in a stable order.
  static SortedMap<Long, Need> of(List<Segment> segments, List<Campaign> campaigns) {
    SortedMap<Long, Need> needs = new TreeMap<>();
    for (Segment segment : segments) {
      collect(segment.when(), needs);
    }
    for (Campaign campaign : campaigns) {
      forEachCondition(campaign, condition -> collect(condition, needs));
    }
    return needs;
  }

  static void forEachCondition(Campaign campaign, Consumer<Condition> reader) {
    Condition filter = campaign.entrance().filter();
    if (filter != null) {
      reader.accept(filter);
    }
    Condition exit = campaign.exit().when();
    if (exit != null) {
      reader.accept(exit);
    }
    for (Step step : campaign.route().steps().values()) {
      switch (step) {
        case Step.WaitUntil wait -> reader.accept(wait.until());
        case Step.Branch branch -> reader.accept(branch.when());
        case Step.Send _, Step.Delay _, Step.Exit _ -> {}
      }
    }
  }

  private static void collect(Condition condition, SortedMap<Long, Need> needs) {
    switch (condition) {
      case Condition.All all -> all.parts().forEach(part -> collect(part, needs));
      case Condition.Any any -> any.parts().forEach(part -> collect(part, needs));
      case Condition.Not not -> collect(not.part(), needs);
      case Condition.Performed performed -> {
        boolean counts = performed.within() == 0 && performed.since() == Condition.Since.EVER;
        need(performed.leaf(), performed.pattern(), counts ? 0 : performed.atLeast(), needs);
      }
      case Condition.NotPerformed not -> {
        boolean counts = not.within() == 0 && not.since() == Condition.Since.EVER;
        need(not.leaf(), not.pattern(), counts ? 0 : 1, needs);
      }
      case Condition.AttributeIs _, Condition.TriggerIs _, Condition.InSegment _ -> {}
    }
  }

  private static void need(long id, EventPattern pattern, int keeps, SortedMap<Long, Need> needs) {
    Need need = needs.get(id);
    needs.put(id, need == null ? new Need(pattern, keeps) : need.or(keeps));
  }

  /// A stable id of a pattern: FNV-1a over its canonical text.
  static long id(EventPattern pattern) {
    long hash = hash(FNV_OFFSET, pattern.type().word());
    hash = hash(hash, pattern.name());
    for (FieldTest test : pattern.where()) {
      hash = hash(hash, test.field().text());
      hash = hash(hash, test.operator().word());
      hash = hash(hash, test.operand().getClass().getSimpleName());
      hash = hash(hash, test.operand().asText());
    }
    return hash;
  }

  private static long hash(long seed, String text) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return (hash ^ 0x1f) * FNV_PRIME;
  }
}
