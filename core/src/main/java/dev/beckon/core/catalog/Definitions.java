package dev.beckon.core.catalog;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.segment.Segment;
import java.util.List;

/// A workspace's definitions, read but not yet compiled.
public record Definitions(Settings settings, List<Segment> segments, List<Campaign> campaigns) {
  public Definitions {
    segments = List.copyOf(segments);
    campaigns = List.copyOf(campaigns);
  }
}
