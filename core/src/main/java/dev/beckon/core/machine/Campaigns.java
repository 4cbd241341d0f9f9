package dev.beckon.core.machine;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.ExitRule;
import dev.beckon.core.campaign.Frequency;
import dev.beckon.core.campaign.Trigger;
import dev.beckon.core.value.Maps;

/// Stands in for campaigns that are no longer defined while somebody is still in them.
final class Campaigns {
  private Campaigns() {}

  static Campaign gone(int id) {
    return new Campaign(
        id,
        "",
        Campaign.State.HALTED,
        0,
        new Campaign.Entrance(new Trigger.BySegment(0, false), null, new Frequency(0, false)),
        new ExitRule(null, false, false, true),
        null,
        new Campaign.Route("", Maps.empty(), Maps.empty()));
  }
}
