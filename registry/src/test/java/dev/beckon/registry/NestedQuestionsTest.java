package dev.beckon.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.registry.document.TemplateCheck;
import dev.beckon.registry.workspace.Sender;
import dev.beckon.registry.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many askers at once, each with a question within a question.
final class NestedQuestionsTest {
  private static final int ASKERS = 64;

  @TempDir private Path folder;

  @Test
  void doNotWaitForEachOthersConnections()
      throws InterruptedException, ExecutionException, TimeoutException {
    try (Registry registry =
            Registry.open(folder.resolve("r.db"), TemplateCheck.NONE, InstantSource.system());
        ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      Workspace workspace = registry.workspaces().create("Acme", "UTC", By.BOOTSTRAP);
      Sender.SmtpWish smtp =
          new Sender.SmtpWish(
              "127.0.0.1", 2525, Sender.StartTls.NEVER, null, new Sender.Password.None());
      registry
          .workspaces()
          .changeSender(
              workspace.id(), new Sender.Wish("Acme <a@acme.test>", null, smtp), By.BOOTSTRAP);
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < ASKERS; i++) {
        answers.add(
            askers.submit(
                () -> registry.workspaces().account(workspace.id()).orElseThrow().port()));
      }
      for (Future<Integer> answer : answers) {
        // Bounded because the failure would be a stalemate of connections.
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(2525);
      }
    }
  }
}
