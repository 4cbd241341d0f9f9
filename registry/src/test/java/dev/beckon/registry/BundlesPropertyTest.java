package dev.beckon.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.registry.bundle.BundleFile;
import dev.beckon.registry.bundle.Change;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.TemplateCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is authored comes out of files as it went in.
final class BundlesPropertyTest {
  private static final By ANN = By.member(1, "Ann");
  private static final int SEEDS = 20;
  @TempDir Path folder;

  @Test
  void exportAndApplyLoseNothing() {
    try (Registry registry =
        Registry.open(folder.resolve("registry.db"), TemplateCheck.NONE, new TestClock())) {
      for (long seed = 0; seed < SEEDS; seed++) {
        int here = registry.workspaces().create("Here " + seed, "UTC", ANN).id();
        int there = registry.workspaces().create("There " + seed, "UTC", ANN).id();
        fill(registry, here, new RandomDefinitions(new SplittableRandom(seed)));

        List<BundleFile> files = new ArrayList<>(registry.bundles().export(here));
        assertThat(registry.bundles().apply(here, files, true, ANN))
            .as("seed %d: what was exported is no change", seed)
            .extracting(Change::action)
            .containsOnly(Change.Action.NONE);

        files.removeIf(file -> file.path().equals("workspace.yaml"));
        Collections.shuffle(files, new Random(seed));
        registry.bundles().apply(there, files, true, ANN);
        assertThat(definitions(registry, there))
            .as("seed %d: files make what the API made", seed)
            .isEqualTo(definitions(registry, here));
      }
    }
  }

  private static void fill(Registry registry, int workspace, RandomDefinitions definitions) {
    for (int i = 0; i < 5; i++) {
      registry.segments().create(workspace, definitions.segment(), ANN);
      registry.messages().create(workspace, definitions.message(), ANN);
    }
    for (int i = 0; i < 3; i++) {
      registry.campaigns().create(workspace, definitions.campaign(), ANN);
    }
  }

  private static List<String> definitions(Registry registry, int workspace) {
    List<Document> all = new ArrayList<>(registry.segments().list(workspace));
    all.addAll(registry.messages().list(workspace));
    registry.campaigns().list(workspace).forEach(campaign -> all.add(campaign.document()));
    return all.stream().map(document -> document.definition().toString()).toList();
  }
}
