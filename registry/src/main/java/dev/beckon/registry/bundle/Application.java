package dev.beckon.registry.bundle;

import dev.beckon.registry.By;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.campaign.Campaign;
import dev.beckon.registry.campaign.Campaigns;
import dev.beckon.registry.document.Authoring;
import dev.beckon.registry.document.Checks;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.Documents;
import dev.beckon.registry.document.Finding;
import dev.beckon.registry.document.Kind;
import dev.beckon.registry.document.References;
import dev.beckon.registry.workspace.IdentityOptions;
import dev.beckon.registry.workspace.Sender;
import dev.beckon.registry.workspace.Workspace;
import dev.beckon.registry.workspace.Workspaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One run of apply, inside a change: first everything is stored, then everything is checked, then
/// campaigns are started and stopped. Faults are collected and thrown at the end.
final class Application {
  private final Workspaces workspaces;
  private final Documents documents;
  private final Authoring authoring;
  private final Checks checks;
  private final Campaigns campaigns;
  private final List<Rejection.Fault> faults = new ArrayList<>();
  private final Map<Draft, Document> stored = new LinkedHashMap<>();
  private final Map<Draft, Document> replaced = new LinkedHashMap<>();

  Application(
      Workspaces workspaces,
      Documents documents,
      Authoring authoring,
      Checks checks,
      Campaigns campaigns) {
    this.workspaces = workspaces;
    this.documents = documents;
    this.authoring = authoring;
    this.checks = checks;
    this.campaigns = campaigns;
  }

  void run(int workspace, Importer.Loaded loaded, boolean deleteMissing, By by) {
    SettingsDraft settings = loaded.settings();
    if (settings != null) {
      settings(workspace, settings, by);
    }
    loaded.drafts().forEach(draft -> store(workspace, draft, by));
    refuse();
    if (deleteMissing) {
      deleteMissing(workspace, loaded.drafts(), by);
    }
    check(workspace, loaded.drafts());
    refuse();
    replaced.forEach(
        (draft, before) -> {
          if (draft.kind() == Kind.CAMPAIGN) {
            attempt(draft, () -> campaigns.follow(before, document(draft)));
          }
        });
    refuse();
    loaded.drafts().forEach(draft -> state(workspace, draft, by));
    refuse();
  }

  private void settings(int workspace, SettingsDraft draft, By by) {
    try {
      workspaces.update(workspace, draft.name(), draft.timezone(), by);
      Workspace now = workspaces.get(workspace);
      String from = draft.from() == null ? now.sender().from() : draft.from();
      String replyTo = draft.hasReplyTo() ? draft.replyTo() : now.sender().replyTo();
      Sender wanted = new Sender(from, replyTo, now.sender().smtp());
      if (!wanted.equals(now.sender())) {
        workspaces.changeSender(workspace, new Sender.Wish(from, replyTo, kept(now.sender())), by);
      }
      IdentityOptions was = now.identity();
      workspaces.chooseIdentity(
          workspace,
          new IdentityOptions(
              draft.emailById() == null ? was.emailById() : draft.emailById(),
              draft.autoMerge() == null ? was.autoMerge() : draft.autoMerge()),
          by);
    } catch (Rejection e) {
      if (e.faults().isEmpty()) {
        faults.add(draft.fault(new Rejection.Fault("/name", e.title() + " " + e.detail())));
      }
      e.faults().forEach(fault -> faults.add(draft.fault(fault)));
    }
  }

  private static Sender.@Nullable SmtpWish kept(Sender sender) {
    Sender.Smtp smtp = sender.smtp();
    return smtp == null
        ? null
        : new Sender.SmtpWish(
            smtp.host(), smtp.port(), smtp.startTls(), smtp.username(), new Sender.Password.Keep());
  }

  private void store(int workspace, Draft draft, By by) {
    attempt(
        draft,
        () -> {
          Optional<Document> before = documents.named(workspace, draft.kind(), draft.name());
          if (before.isEmpty()) {
            Document document = authoring.put(workspace, draft.kind(), draft.definition(), by);
            if (draft.kind() == Kind.CAMPAIGN) {
              campaigns.draft(document, null);
            }
            stored.put(draft, document);
          } else if (before.get().definition().toString().equals(draft.definition().toString())) {
            stored.put(draft, before.get());
          } else {
            replaced.put(draft, before.get());
            stored.put(draft, authoring.overwrite(before.get(), draft.definition(), by));
          }
        });
  }

  private void deleteMissing(int workspace, List<Draft> drafts, By by) {
    for (Kind kind : Kind.values()) {
      List<String> names =
          drafts.stream().filter(draft -> draft.kind() == kind).map(Draft::name).toList();
      for (Document document : documents.list(workspace, kind)) {
        if (!names.contains(document.name())) {
          delete(document, by);
        }
      }
    }
  }

  private void delete(Document document, By by) {
    try {
      if (document.kind() == Kind.CAMPAIGN) {
        campaigns.delete(document.workspace(), document.id(), by);
      } else {
        authoring.remove(document, by);
      }
    } catch (Rejection e) {
      throw Rejection.conflict(e.title(), "It has no file and would be deleted. " + e.detail());
    }
  }

  /// Looks at everything, for what was not touched may refer to what was.
  private void check(int workspace, List<Draft> drafts) {
    Map<String, Draft> byName = new LinkedHashMap<>();
    drafts.forEach(draft -> byName.put(draft.kind() + draft.name(), draft));
    for (Kind kind : Kind.values()) {
      for (Document document : documents.list(workspace, kind)) {
        Draft draft = byName.get(kind + document.name());
        List<Finding> findings = new ArrayList<>(findings(document));
        if (draft == null || replaced.containsKey(draft) || document.version() == 1) {
          findings.addAll(missingMessages(document));
        }
        for (Finding finding : findings) {
          faults.add(draft == null ? unfiled(document, finding) : draft.fault(finding));
        }
      }
    }
  }

  private List<Finding> findings(Document document) {
    return checks.of(document.workspace(), document.kind(), document.definition());
  }

  private List<Finding> missingMessages(Document document) {
    return References.of(document.kind(), document.definition()).stream()
        .filter(reference -> reference.kind() == Kind.MESSAGE)
        .filter(r -> documents.named(document.workspace(), Kind.MESSAGE, r.name()).isEmpty())
        .map(
            r ->
                new Finding(
                    r.pointer(),
                    0,
                    0,
                    "Expected the name of a message, but there is no \"%s\".".formatted(r.name())))
        .toList();
  }

  private static Rejection.Fault unfiled(Document document, Finding finding) {
    return new Rejection.Fault(
        document.kind().word() + " " + document.name() + finding.pointer(),
        finding.fault().detail());
  }

  private void state(int workspace, Draft draft, By by) {
    String wanted = draft.state();
    if (wanted == null) {
      return;
    }
    Campaign campaign = campaigns.get(workspace, document(draft).id());
    String now = campaign.run().state().shown();
    if (wanted.equals(now)) {
      return;
    }
    switch (wanted) {
      case "running" -> attempt(draft, () -> campaigns.start(workspace, campaign.id(), by));
      case "stopped" -> stop(workspace, draft, campaign, by);
      default ->
          faults.add(
              draft.fault(
                  "/state",
                  "Expected running or stopped, for a campaign that was started is no draft again."));
    }
  }

  private void stop(int workspace, Draft draft, Campaign campaign, By by) {
    if (campaign.run().state() == Campaign.State.DRAFT) {
      attempt(draft, () -> campaigns.start(workspace, campaign.id(), by));
    }
    if (faults.isEmpty()) {
      campaigns.stop(workspace, campaign.id(), Campaign.UnderWay.FINISH, by);
    }
  }

  private Document document(Draft draft) {
    Document document = stored.get(draft);
    if (document == null) {
      throw new IllegalStateException("Expected a stored " + draft.path() + ", but it is not.");
    }
    return document;
  }

  private void attempt(Draft draft, Runnable work) {
    try {
      work.run();
    } catch (Rejection e) {
      if (e.faults().isEmpty()) {
        faults.add(draft.fault("/name", e.title() + " " + e.detail()));
      }
      e.faults().forEach(fault -> faults.add(draft.fault(fault)));
    }
  }

  private void refuse() {
    if (!faults.isEmpty()) {
      throw Rejection.invalid(faults);
    }
  }
}
