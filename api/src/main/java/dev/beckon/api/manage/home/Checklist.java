package dev.beckon.api.manage.home;

import dev.beckon.api.manage.campaign.CampaignFigures;
import dev.beckon.registry.By;
import dev.beckon.registry.Registry;
import dev.beckon.registry.campaign.Campaign;
import dev.beckon.registry.document.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The first steps of newcomers; demo content takes none of them.
final class Checklist {
  private static final String DISMISSED = "checklist_dismissed";

  private final Registry registry;
  private final CampaignFigures figures;

  Checklist(Registry registry, CampaignFigures figures) {
    this.registry = registry;
    this.figures = figures;
  }

  /// What a newcomer does, in this order.
  public enum Step {
    FIRST_EVENT,
    FIRST_PERSON,
    FIRST_CAMPAIGN,
    FIRST_MESSAGE,
    SENDER;

    String mark() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public record ChecklistJson(boolean dismissed, List<ChecklistItemJson> items) {}

  public record ChecklistItemJson(Step key, @Nullable Instant doneAt) {}

  public record ChecklistChangeJson(boolean dismissed) {}

  ChecklistJson of(int workspace) {
    look(workspace);
    Map<String, Instant> marks = registry.workspaces().marks(workspace);
    List<ChecklistItemJson> items = new ArrayList<>();
    for (Step step : Step.values()) {
      items.add(new ChecklistItemJson(step, marks.get(step.mark())));
    }
    return new ChecklistJson(marks.containsKey(DISMISSED), items);
  }

  void dismiss(int workspace, boolean dismissed) {
    if (dismissed) {
      registry.workspaces().mark(workspace, DISMISSED);
    } else {
      registry.workspaces().unmark(workspace, DISMISSED);
    }
  }

  /// Marks the steps that show in what is there; a mark keeps its first time.
  private void look(int workspace) {
    if (registry.workspaces().get(workspace).sender().smtp() != null) {
      registry.workspaces().mark(workspace, Step.SENDER.mark());
    }
    for (Campaign campaign : registry.campaigns().list(workspace)) {
      if (campaign.run().startedAt() != null && !isDemo(campaign)) {
        registry.workspaces().mark(workspace, Step.FIRST_CAMPAIGN.mark());
        if (figures.life(workspace, campaign.id()).messages().of("sent") > 0) {
          registry.workspaces().mark(workspace, Step.FIRST_MESSAGE.mark());
        }
      }
    }
  }

  private boolean isDemo(Campaign campaign) {
    List<Document.Revision> history =
        registry.campaigns().history(campaign.document().workspace(), campaign.id());
    return !history.isEmpty() && history.getLast().by().equals(By.DEMO.name());
  }
}
