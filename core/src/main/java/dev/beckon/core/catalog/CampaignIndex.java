package dev.beckon.core.catalog;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.Goal;
import dev.beckon.core.campaign.Trigger;
import dev.beckon.core.event.Event;
import dev.beckon.core.segment.EventPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which campaigns an event or a change of membership can start, and whose goal it can meet.
public final class CampaignIndex {
  private final Map<String, List<Campaign>> startsByEvent = new HashMap<>();
  private final Map<Integer, List<Campaign>> startsBySegment = new HashMap<>();
  private final Map<String, List<Campaign>> goalsByEvent = new HashMap<>();
  private final Map<Integer, List<Campaign>> goalsByEntering = new HashMap<>();
  private final Map<Integer, List<Campaign>> goalsByLeaving = new HashMap<>();

  CampaignIndex(Collection<Campaign> campaigns) {
    for (Campaign campaign : campaigns) {
      if (campaign.state() == Campaign.State.RUNNING) {
        addTrigger(campaign);
      }
      if (campaign.goal() != null) {
        addGoal(campaign, campaign.goal());
      }
    }
  }

  private void addTrigger(Campaign campaign) {
    switch (campaign.entrance().trigger()) {
      case Trigger.ByEvent by -> add(startsByEvent, by.pattern().name(), campaign);
      case Trigger.BySegment by -> add(startsBySegment, by.segment(), campaign);
    }
  }

  private void addGoal(Campaign campaign, Goal goal) {
    switch (goal.aim()) {
      case Goal.Aim.Performs performs -> add(goalsByEvent, performs.pattern().name(), campaign);
      case Goal.Aim.Enters enters -> add(goalsByEntering, enters.segment(), campaign);
      case Goal.Aim.Leaves leaves -> add(goalsByLeaving, leaves.segment(), campaign);
    }
  }

  private static <K> void add(Map<K, List<Campaign>> index, K key, Campaign campaign) {
    index.computeIfAbsent(key, _ -> new ArrayList<>()).add(campaign);
  }

  /// Running campaigns whose trigger the event is.
  public List<Campaign> startedBy(Event event) {
    List<Campaign> started = new ArrayList<>();
    for (Campaign campaign : startsByEvent.getOrDefault(event.name(), List.of())) {
      if (campaign.entrance().trigger() instanceof Trigger.ByEvent(EventPattern pattern)
          && pattern.matches(event)) {
        started.add(campaign);
      }
    }
    return started;
  }

  /// Running campaigns that entering the segment starts.
  public List<Campaign> startedByEntering(int segment) {
    return startsBySegment.getOrDefault(segment, List.of());
  }

  public List<Campaign> aimedAt(Event event) {
    List<Campaign> aimed = new ArrayList<>();
    for (Campaign campaign : goalsByEvent.getOrDefault(event.name(), List.of())) {
      if (campaign.goal() != null
          && campaign.goal().aim() instanceof Goal.Aim.Performs(EventPattern pattern)
          && pattern.matches(event)) {
        aimed.add(campaign);
      }
    }
    return aimed;
  }

  public List<Campaign> aimedAtEntering(int segment) {
    return goalsByEntering.getOrDefault(segment, List.of());
  }

  public List<Campaign> aimedAtLeaving(int segment) {
    return goalsByLeaving.getOrDefault(segment, List.of());
  }
}
