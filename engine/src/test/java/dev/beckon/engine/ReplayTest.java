package dev.beckon.engine;

import static dev.beckon.engine.testing.Docs.document;
import static dev.beckon.engine.testing.Docs.followUp;
import static dev.beckon.engine.testing.Docs.inactive;
import static dev.beckon.engine.testing.Docs.items;
import static dev.beckon.engine.testing.Docs.payers;
import static dev.beckon.engine.testing.World.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Input;
import dev.beckon.engine.host.memory.InMemoryHost;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The same messages make the same rows, byte for byte, however they are cut into batches.
final class ReplayTest {
  private static final long HOUR_MS = 3_600_000;

  private static List<Message> calls() {
    Random random = new Random(11);
    List<Message> calls = new ArrayList<>();
    calls.add(
        new Message.Publish(
            WORKSPACE, 1, 0, document(items(inactive(), payers()), items(followUp()))));
    for (int i = 0; i < 400; i++) {
      Identifier id = Identifier.id("p" + random.nextInt(30));
      calls.add(
          switch (random.nextInt(12)) {
            case 0 -> World.identifying(id, "email", random.nextInt(40) + "@x", "plan", "trial");
            case 1 -> new Message.ToIdentifier(WORKSPACE, id, new Input.Delete(0));
            case 2 -> World.tracking(id, "signed_up", "e" + random.nextInt(50));
            case 3 -> World.tracking(id, "app_login", null, "n", i);
            default -> World.tracking(id, "paid", null, "total", random.nextInt(100));
          });
    }
    calls.add(new Message.Publish(WORKSPACE, 2, 0, document(items(payers()), items(followUp()))));
    return calls;
  }

  @Test
  void batchesDoNotMatter() {
    String each = run(1, false);
    assertThat(run(7, false)).isEqualTo(each);
    assertThat(run(1_000, false)).isEqualTo(each);
  }

  @Test
  void opensDoNotMatter() {
    assertThat(run(1, true)).isEqualTo(run(1, false));
    assertThat(run(13, true)).isEqualTo(run(13, false));
  }

  /// One partition, so that its order is the order of the calls.
  private static String run(int batch, boolean reopening) {
    InMemoryHost host = InMemoryHost.stepByStep(1, World.START);
    host.start(_ -> {});
    int number = 0;
    for (Message call : calls()) {
      host.setNow(World.START + number * HOUR_MS);
      assertThat(host.intake().accept(call)).isNotDone();
      host.tick();
      if (++number % batch == 0) {
        processAll(host);
        if (reopening) {
          host = host.crash();
          host.start(_ -> {});
        }
      }
    }
    processAll(host);
    return host.digest();
  }

  /// Messages first, and one commit for all of them.
  private static void processAll(InMemoryHost host) {
    boolean more = true;
    while (more) {
      more = host.step(options -> options - 1);
    }
  }
}
