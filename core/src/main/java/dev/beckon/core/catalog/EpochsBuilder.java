package dev.beckon.core.catalog;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.Step;
import dev.beckon.core.segment.Leaf;
import dev.beckon.core.segment.Segment;
import dev.beckon.core.value.LongMap;
import java.util.stream.Collectors;

/// Finds out what a new version has in common with the one before.
final class EpochsBuilder {
  private final long version;
  private final Epochs before;
  private LongMap<Epochs.Since> leaves = LongMap.empty();
  private LongMap<Epochs.Since> segments = LongMap.empty();
  private long shape = 1;

  EpochsBuilder(long version, Epochs before) {
    this.version = version;
    this.before = before;
  }

  /// The segment with the version that brought its current condition.
  Segment since(Segment segment) {
    long form = segment.when().toString().hashCode();
    Epochs.Since known = before.segments().get(segment.id());
    Epochs.Since since =
        known != null && known.form() == form ? known : new Epochs.Since(version, form);
    segments = segments.with(segment.id(), since);
    return new Segment(segment.id(), segment.name(), segment.when(), since.version());
  }

  /// The leaf with the version since which it has kept enough.
  Leaf since(long id, Leaves.Need need) {
    Epochs.Since known = before.leaves().get(id);
    Epochs.Since since =
        known != null && known.form() >= need.keeps()
            ? known
            : new Epochs.Since(version, need.keeps());
    leaves = leaves.with(id, since);
    return new Leaf(id, need.pattern(), (int) since.form(), since.version());
  }

  /// Takes a campaign into account: everything but the content of its messages.
  void add(Campaign campaign) {
    String steps =
        campaign.route().steps().values().stream()
            .map(EpochsBuilder::withoutContent)
            .map(Step::toString)
            .collect(Collectors.joining());
    String rest =
        steps
            + campaign.id()
            + campaign.state()
            + campaign.startedEpoch()
            + campaign.entrance()
            + campaign.exit()
            + campaign.goal()
            + campaign.route().first()
            + campaign.route().retired();
    shape = shape * 31 + rest.hashCode();
  }

  private static Step withoutContent(Step step) {
    return step instanceof Step.Send send
        ? new Step.Send(send.id(), send.channel(), "", "", send.next())
        : step;
  }

  Epochs epochs() {
    long form = shape * 31 + segments.toString().hashCode() * 31L + leaves.toString().hashCode();
    boolean same = before.shape().form() == form && before.shape().version() > 0;
    return new Epochs(leaves, segments, same ? before.shape() : new Epochs.Since(version, form));
  }
}
