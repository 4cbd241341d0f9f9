package dev.beckon.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.value.Value;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.TemplateCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConcurrencyTest {
  private static final By ANN = By.member(1, "Ann");
  private static final int WRITERS = 8;
  private static final int CHANGES = 15;
  @TempDir Path folder;

  @Test
  void changesAtTheSameTimeAreAllThereAndPublishedInOrder() throws Exception {
    List<Long> versions = Collections.synchronizedList(new ArrayList<>());
    try (Registry registry =
            Registry.open(folder.resolve("registry.db"), TemplateCheck.NONE, new TestClock());
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      int acme = registry.workspaces().create("Acme", "UTC", ANN).id();
      registry.publication().connect((_, version, _) -> versions.add(version));
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        String name = "Segment " + writer;
        writers.add(threads.submit(() -> changeOften(registry, acme, name)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      assertThat(registry.segments().list(acme))
          .hasSize(WRITERS)
          .allMatch(segment -> segment.version() == CHANGES);
      assertThat(versions).isSorted().doesNotHaveDuplicates().last().isEqualTo(121L);
      assertThat(registry.publication().isPending()).isFalse();
    }
  }

  private static void changeOften(Registry registry, int workspace, String name) {
    Document segment =
        registry
            .segments()
            .create(workspace, TestDocuments.trial().with("name", Value.of(name)), ANN);
    for (int i = 1; i < CHANGES; i++) {
      Value.Fields when =
          Value.Fields.EMPTY.with("attribute", Value.of("a")).with("is", Value.of(i));
      Value.Fields next = segment.definition().with("when", when);
      segment = registry.segments().update(workspace, segment.id(), segment.version(), next, ANN);
    }
  }
}
