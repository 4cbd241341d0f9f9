package dev.beckon.api.manage.campaign;

import dev.beckon.api.manage.RefJson;
import dev.beckon.registry.Registry;
import org.jspecify.annotations.Nullable;

/// The names of campaigns by id; a campaign that was deleted has none any more.
public final class CampaignNames {
  private final Registry registry;

  public CampaignNames(Registry registry) {
    this.registry = registry;
  }

  public @Nullable RefJson ref(int workspace, int campaign) {
    return registry
        .campaigns()
        .find(workspace, campaign)
        .map(found -> new RefJson(campaign, found.name()))
        .orElse(null);
  }

  /// As [#ref], with words in place of a name that is gone.
  RefJson always(int workspace, int campaign) {
    RefJson ref = ref(workspace, campaign);
    return ref == null ? new RefJson(campaign, "Deleted campaign " + campaign) : ref;
  }
}
