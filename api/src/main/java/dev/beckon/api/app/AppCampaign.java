package dev.beckon.api.app;

import dev.beckon.api.json.Inline;
import dev.beckon.core.delivery.Channel;
import dev.beckon.core.value.Value;
import dev.beckon.registry.campaign.Campaign;
import dev.beckon.registry.document.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A campaign (spec: app-api.md, 3.3); times are Unix seconds, 0 where it never ran.
///
record AppCampaign(
    int id,
    String deduplicateId,
    String name,
    String description,
    @Inline Start start,
    @Inline Life life,
    List<Action> actions,
    List<String> tags) {

  /// What starts a journey.
  ///
  /// @param eventName null where a segment does
  record Start(
      Type type,
      List<Integer> triggerSegmentIds,
      List<Integer> filterSegmentIds,
      @Nullable String eventName) {}

  enum Type {
    EVENT,
    SEGMENT
  }

  /// @param created Unix seconds
  record Life(String state, boolean active, long created, long updated, long firstStarted) {}

  /// A message that the campaign sends.
  record Action(long id, String type) {}

  static AppCampaign of(Campaign campaign, Start start) {
    Document document = campaign.document();
    long updated = AppTime.seconds(document.updatedAt());
    Value description = document.definition().get("description");
    List<Action> actions = new ArrayList<>();
    collect(campaign.id(), document.definition().get("steps"), actions);
    return new AppCampaign(
        campaign.id(),
        AppTime.deduplicateId(campaign.id(), updated),
        campaign.name(),
        description == null ? "" : description.asText(),
        start,
        life(campaign, updated),
        actions,
        List.of());
  }

  private static Life life(Campaign campaign, long updated) {
    Campaign.State state = campaign.run().state();
    Instant started = campaign.run().startedAt();
    return new Life(
        state.shown(),
        state == Campaign.State.RUNNING,
        AppTime.seconds(campaign.document().createdAt()),
        updated,
        started == null ? 0 : AppTime.seconds(started));
  }

  private static void collect(int campaign, @Nullable Value steps, List<Action> actions) {
    if (!(steps instanceof Value.Items list)) {
      return;
    }
    for (Value item : list.items()) {
      if (item instanceof Value.Fields step) {
        Value id = step.get("id");
        if (id != null && step.get("send") instanceof Value.Fields) {
          actions.add(new Action(ActionId.of(campaign, id.asText()), Channel.EMAIL.word()));
        }
        collect(campaign, step.get("then"), actions);
        collect(campaign, step.get("otherwise"), actions);
      }
    }
  }
}
