package dev.beckon.core.catalog;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.event.Event;
import dev.beckon.core.segment.Leaf;
import dev.beckon.core.segment.Segment;
import dev.beckon.core.value.LongMap;
import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Everything a workspace has published, compiled for deciding; immutable.
///
/// Leaves are interned: conditions that ask for the same events share one memory per person. Every
/// input finds what it touches through an index and never looks at the rest.
public final class Catalog {
  private final int workspace;
  private final long version;
  private final Settings settings;
  private final List<Segment> segments;
  private final LongMap<Segment> segmentsById;
  private final SequencedMap<Integer, Campaign> campaigns;
  private final List<Leaf> leaves;
  private final Map<String, List<Leaf>> leavesByEvent;
  private final SegmentIndex segmentIndex;
  private final CampaignIndex campaignIndex;
  private final Epochs epochs;

  private Catalog(
      int workspace,
      long version,
      Settings settings,
      List<Segment> ordered,
      SequencedMap<Integer, Campaign> campaigns,
      List<Leaf> leaves,
      Epochs epochs) {
    this.workspace = workspace;
    this.version = version;
    this.settings = settings;
    this.segments = ordered;
    this.campaigns = campaigns;
    this.leaves = leaves;
    this.epochs = epochs;
    this.segmentsById = byId(ordered);
    this.leavesByEvent = byEvent(leaves);
    this.segmentIndex = new SegmentIndex(ordered);
    this.campaignIndex = new CampaignIndex(campaigns.values());
  }

  /// A workspace in which nothing has been published yet.
  public static Catalog empty(int workspace) {
    return new Catalog(
        workspace, 0, new Settings("", "UTC"), List.of(), Maps.empty(), List.of(), Epochs.NONE);
  }

  /// Compiles a published document.
  ///
  /// @param version grows with every publication
  /// @param epochs of the catalog that was in force before; [Epochs#NONE] at first
  /// @throws DefinitionException where the document is wrong
  public static Catalog compile(int workspace, long version, Value.Fields document, Epochs epochs)
      throws DefinitionException {
    Definitions definitions = DefinitionReader.read(document);
    EpochsBuilder builder = new EpochsBuilder(version, epochs);
    List<Segment> ordered = new ArrayList<>();
    for (Segment segment : SegmentOrder.of(definitions.segments())) {
      ordered.add(builder.since(segment));
    }
    List<Leaf> leaves = new ArrayList<>();
    SortedMap<Long, Leaves.Need> needs = Leaves.of(definitions.segments(), definitions.campaigns());
    needs.forEach((id, need) -> leaves.add(builder.since(id, need)));
    LinkedHashMap<Integer, Campaign> campaigns = new LinkedHashMap<>();
    for (Campaign campaign : definitions.campaigns()) {
      campaigns.put(campaign.id(), campaign);
      builder.add(campaign);
    }
    return new Catalog(
        workspace,
        version,
        definitions.settings(),
        List.copyOf(ordered),
        Maps.copy(campaigns),
        List.copyOf(leaves),
        builder.epochs());
  }

  private static LongMap<Segment> byId(List<Segment> segments) {
    LongMap<Segment> byId = LongMap.empty();
    for (Segment segment : segments) {
      byId = byId.with(segment.id(), segment);
    }
    return byId;
  }

  private static Map<String, List<Leaf>> byEvent(List<Leaf> leaves) {
    Map<String, List<Leaf>> byEvent = new HashMap<>();
    for (Leaf leaf : leaves) {
      byEvent.computeIfAbsent(leaf.pattern().name(), _ -> new ArrayList<>()).add(leaf);
    }
    return byEvent;
  }

  public int workspace() {
    return workspace;
  }

  public long version() {
    return version;
  }

  public Settings settings() {
    return settings;
  }

  /// Segments in the order of evaluation: each after those that it refers to.
  public List<Segment> segments() {
    return segments;
  }

  public @Nullable Segment segment(int id) {
    return segmentsById.get(id);
  }

  /// Campaigns by id, in the order of the document.
  public SequencedMap<Integer, Campaign> campaigns() {
    return campaigns;
  }

  public @Nullable Campaign campaign(int id) {
    return campaigns.get(id);
  }

  public List<Leaf> leaves() {
    return leaves;
  }

  /// The leaves that an event of this name may match.
  public List<Leaf> leavesNamed(Event event) {
    return leavesByEvent.getOrDefault(event.name(), List.of());
  }

  public SegmentIndex segmentIndex() {
    return segmentIndex;
  }

  public CampaignIndex campaignIndex() {
    return campaignIndex;
  }

  /// The version since which everybody must have been brought up to date.
  public long sweptFor() {
    return epochs.shape().version();
  }

  /// Whether this version asks for everybody to be brought up to date.
  public boolean sweep() {
    return sweptFor() == version && version > 0;
  }

  public Epochs epochs() {
    return epochs;
  }
}
