package dev.beckon.registry.campaign;

import dev.beckon.core.value.Value;
import dev.beckon.registry.By;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.document.Authoring;
import dev.beckon.registry.document.Checks;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.Documents;
import dev.beckon.registry.document.Kind;
import dev.beckon.registry.document.TemplateCheck;
import dev.beckon.registry.store.Database;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The authored campaigns; pointers of faults lead into the definition (`/steps/0/delay`).
public final class Campaigns {
  private final Database database;
  private final Documents documents;
  private final Authoring authoring;
  private final Runs runs;
  private final Lint lint;
  private final InstantSource clock;

  public Campaigns(
      Database database,
      Documents documents,
      Authoring authoring,
      Runs runs,
      Checks checks,
      TemplateCheck templates,
      InstantSource clock) {
    this.database = database;
    this.documents = documents;
    this.authoring = authoring;
    this.runs = runs;
    this.lint = new Lint(documents, checks, templates);
    this.clock = clock;
  }

  /// All campaigns of a workspace, by name.
  public List<Campaign> list(int workspace) {
    return database.read(
        _ -> {
          Map<Integer, Runs.Past> pasts = runs.all(workspace);
          return documents.list(workspace, Kind.CAMPAIGN).stream()
              .map(d -> new Campaign(d, pasts.getOrDefault(d.id(), Runs.DRAFT).run()))
              .toList();
        });
  }

  public Campaign get(int workspace, int id) {
    return withRun(documents.get(workspace, Kind.CAMPAIGN, id));
  }

  public Optional<Campaign> find(int workspace, int id) {
    return documents.find(workspace, Kind.CAMPAIGN, id).map(this::withRun);
  }

  public Optional<Campaign> named(int workspace, String name) {
    return documents.named(workspace, Kind.CAMPAIGN, name).map(this::withRun);
  }

  /// The campaign that was made from a recipe, if there is one.
  public Optional<Campaign> madeFrom(int workspace, String recipe) {
    return runs.madeFrom(workspace, recipe).flatMap(id -> find(workspace, id));
  }

  public List<Document.Revision> history(int workspace, int id) {
    return documents.history(workspace, Kind.CAMPAIGN, id);
  }

  /// What its author should know; errors keep it from being started.
  public List<Campaign.Problem> problems(Campaign campaign) {
    return lint.problems(campaign.document().workspace(), campaign.document().definition());
  }

  /// Makes a draft.
  public Campaign create(int workspace, Value.Fields definition, By by) {
    return create(workspace, definition, null, by);
  }

  /// Makes a draft from a recipe.
  public Campaign create(int workspace, Value.Fields definition, @Nullable String recipe, By by) {
    return database.write(
        _ -> {
          Document document = authoring.create(workspace, Kind.CAMPAIGN, definition, by);
          draft(document, recipe);
          return withRun(document);
        });
  }

  /// Notes that a stored document is a new draft.
  public void draft(Document document, @Nullable String recipe) {
    Campaign.Run run = new Campaign.Run(Campaign.State.DRAFT, null, null, recipe);
    runs.put(document.id(), new Runs.Past(run, 0, new LinkedHashMap<>()));
  }

  /// Changes a campaign; people under way in a running one follow the new version at once.
  ///
  /// @param version the version that the change was made from
  public Campaign update(int workspace, int id, int version, Value.Fields definition, By by) {
    return database.write(
        _ -> {
          Document before = documents.get(workspace, Kind.CAMPAIGN, id);
          Document after = authoring.update(workspace, Kind.CAMPAIGN, id, version, definition, by);
          follow(before, after);
          return withRun(after);
        });
  }

  /// Keeps people under way on the rails after a campaign's document was replaced, and refuses a
  /// version that cannot run in the place of one that does.
  public void follow(Document before, Document after) {
    Runs.Past past = runs.get(after.id());
    if (past.run().state() == Campaign.State.DRAFT) {
      return;
    }
    if (past.run().state() == Campaign.State.RUNNING) {
      List<Rejection.Fault> errors = errors(withRun(after));
      if (!errors.isEmpty()) {
        throw Rejection.invalid(errors);
      }
    }
    runs.put(
        after.id(),
        new Runs.Past(
            past.run(),
            past.startedEpoch(),
            StepTree.retired(before.definition(), after.definition(), past.retired())));
  }

  public void delete(int workspace, int id, By by) {
    database.write(
        _ -> {
          Campaign campaign = get(workspace, id);
          refuseRunning(campaign);
          authoring.delete(workspace, Kind.CAMPAIGN, id, by);
          runs.remove(id);
          return id;
        });
  }

  private static void refuseRunning(Campaign campaign) {
    if (campaign.run().state() == Campaign.State.RUNNING) {
      throw Rejection.conflict(campaign.name() + " is running.", "Stop it first.");
    }
  }

  /// Starts taking people in.
  public Campaign start(int workspace, int id, By by) {
    return database.write(
        handle -> {
          Campaign campaign = get(workspace, id);
          if (campaign.run().state() == Campaign.State.RUNNING) {
            throw Rejection.conflict(campaign.name() + " is running already.", "Nothing to do.");
          }
          List<Rejection.Fault> errors = errors(campaign);
          if (!errors.isEmpty()) {
            throw Rejection.conflict(
                    campaign.name() + " cannot run like this.", errors.getFirst().detail())
                .at(errors);
          }
          Runs.Past past = runs.get(id);
          Campaign.Run run =
              new Campaign.Run(Campaign.State.RUNNING, clock.instant(), null, past.run().recipe());
          runs.put(id, new Runs.Past(run, 0, past.retired()));
          database.touch(workspace);
          documents.note(handle, campaign.document(), "start", by);
          return get(workspace, id);
        });
  }

  /// Stops taking people in.
  public Campaign stop(int workspace, int id, Campaign.UnderWay underWay, By by) {
    return database.write(
        handle -> {
          Campaign campaign = get(workspace, id);
          Campaign.State next =
              underWay == Campaign.UnderWay.EXIT ? Campaign.State.HALTED : Campaign.State.STOPPED;
          boolean drains = campaign.run().state() == Campaign.State.STOPPED;
          if (campaign.run().state() != Campaign.State.RUNNING
              && !(drains && next == Campaign.State.HALTED)) {
            throw Rejection.conflict(campaign.name() + " is not running.", "Nothing to do.");
          }
          Runs.Past past = runs.get(id);
          Campaign.Run run =
              new Campaign.Run(next, past.run().startedAt(), clock.instant(), past.run().recipe());
          runs.put(id, new Runs.Past(run, past.startedEpoch(), past.retired()));
          database.touch(workspace);
          documents.note(handle, campaign.document(), "stop", by);
          return get(workspace, id);
        });
  }

  private List<Rejection.Fault> errors(Campaign campaign) {
    return problems(campaign).stream()
        .filter(problem -> problem.severity() == Campaign.Severity.ERROR)
        .map(problem -> new Rejection.Fault(problem.pointer(), problem.detail()))
        .toList();
  }

  private Campaign withRun(Document document) {
    return new Campaign(document, runs.get(document.id()).run());
  }
}
