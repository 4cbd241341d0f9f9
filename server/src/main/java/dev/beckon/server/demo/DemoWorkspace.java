package dev.beckon.server.demo;

import dev.beckon.engine.host.Host;
import dev.beckon.engine.host.Intake;
import dev.beckon.registry.By;
import dev.beckon.registry.Registry;
import dev.beckon.registry.recipe.Recipe;
import dev.beckon.registry.workspace.Sender;
import dev.beckon.registry.workspace.Workspace;
import dev.beckon.server.wiring.EnginePublisher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills a workspace with demo content: the recipes as running campaigns, and people who live
/// through them. Safe to delete: everything is in that workspace.
public final class DemoWorkspace {
  /// The workspace that `serve --demo` makes.
  public static final String NAME = "Northlight (demo)";

  static final String FROM = "Northlight <hello@northlight.example>";

  private static final Logger LOG = LoggerFactory.getLogger(DemoWorkspace.class);
  private static final long SEED = 20_260_101;

  /// What the real dispatcher sends, so that the sandbox inbox has something to show.
  private static final Duration FRESH = Duration.ofHours(8);

  /// In a running workspace campaigns see only what happened lately: what is told of the past is
  /// no reason to write to anybody.
  private static final Duration LIVED = Duration.ofDays(1);

  private static final Sender.Wish SENDER = new Sender.Wish(FROM, null, null);

  /// In a workspace for looking around nobody has to get started.
  private static final String CHECKLIST_DISMISSED = "checklist_dismissed";

  private final Registry registry;
  private final Map<Integer, Double> loading = new ConcurrentHashMap<>();

  public DemoWorkspace(Registry registry) {
    this.registry = registry;
  }

  public boolean isAbsent() {
    return registry.workspaces().named(NAME).isEmpty();
  }

  /// Makes the demo workspace on an engine that nobody else uses yet, with weeks of past.
  ///
  /// @param clock the clock of host and registry; runs with the system again afterwards
  public void makeWithPast(Host host, MovableClock clock) {
    long end = InstantSource.system().millis();
    List<Happening> plot = DemoPlot.until(SEED, end);
    DemoOutcomes outcomes = new DemoOutcomes(end - FRESH.toMillis(), new DemoSubjects(registry));
    clock.moveTo(plot.getFirst().at() - 1);
    try {
      host.start(outcomes::delivered);
      registry.publication().connect(new EnginePublisher(host.intake()));
      Workspace workspace = registry.workspaces().create(NAME, "UTC", By.DEMO);
      registry.keys().createStarter(workspace.id(), By.DEMO);
      registry.workspaces().changeSender(workspace.id(), SENDER, By.DEMO);
      registry.workspaces().mark(workspace.id(), CHECKLIST_DISMISSED);
      startCampaigns(workspace.id());
      LOG.info(
          "Making the demo workspace: {} people over {} days.",
          DemoPlot.PEOPLE,
          DemoPlot.SPAN.toDays());
      new DemoLife(host.intake(), workspace.id(), _ -> {})
          .playThroughTime(plot, outcomes, clock::moveTo, end);
    } finally {
      clock.release();
    }
  }

  /// Loads demo content into a workspace of a running server; returns at once.
  public void load(int workspace, Intake intake) {
    loading.put(workspace, 0.0);
    Thread.ofVirtual().name("demo").start(() -> loadNow(workspace, intake));
  }

  private void loadNow(int workspace, Intake intake) {
    try {
      long now = InstantSource.system().millis();
      List<Happening> plot = DemoPlot.until(SEED, now);
      int told = 0;
      while (told < plot.size() && plot.get(told).at() < now - LIVED.toMillis()) {
        told++;
      }
      DemoLife life = new DemoLife(intake, workspace, share -> loading.put(workspace, share));
      life.playAtOnce(plot, 0, told);
      startCampaigns(workspace);
      life.playAtOnce(plot, told, plot.size());
    } catch (RuntimeException failed) {
      LOG.warn("The demo content of workspace {} could not be loaded.", workspace, failed);
    } finally {
      loading.remove(workspace);
    }
  }

  /// From 0 to 1 while content is loading; empty when there is nothing to wait for.
  public OptionalDouble progress(int workspace) {
    Double share = loading.get(workspace);
    return share == null ? OptionalDouble.empty() : OptionalDouble.of(share);
  }

  private void startCampaigns(int workspace) {
    for (Recipe recipe : registry.recipes().list()) {
      Recipe.Installed installed = registry.recipes().install(workspace, recipe.key(), By.DEMO);
      registry.campaigns().start(workspace, installed.campaign().id(), By.DEMO);
    }
    var _ = registry.bundles().apply(workspace, DemoDefinitions.files(), false, By.DEMO);
  }
}
