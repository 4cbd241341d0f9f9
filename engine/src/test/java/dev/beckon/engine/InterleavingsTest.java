package dev.beckon.engine;

import static dev.beckon.engine.testing.Docs.document;
import static dev.beckon.engine.testing.Docs.followUp;
import static dev.beckon.engine.testing.Docs.inactive;
import static dev.beckon.engine.testing.Docs.items;
import static dev.beckon.engine.testing.Docs.payers;
import static dev.beckon.engine.testing.World.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.host.memory.InMemoryHost;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.testing.Audit;
import dev.beckon.engine.testing.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Any order of partitions, relays and commits, with crashes, comes to the same promises.
final class InterleavingsTest {
  private static final int SEEDS = 80;
  private static final int CALLS = 60;

  /// One run of calls about a few people, in an order that the seed chooses.
  private static final class Run {
    private final Random random;
    private final boolean deleting;
    private InMemoryHost host;
    private final List<Message> sent = new ArrayList<>();
    private final List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    private int events;

    Run(long seed, boolean deleting) {
      this.random = new Random(seed * 0x9e3779b97f4a7c15L);
      this.deleting = deleting;
      this.host = InMemoryHost.stepByStep(1 + random.nextInt(4), World.START);
      host.start(_ -> {});
    }

    Run go(boolean crashing) {
      send(
          new Message.Publish(
              WORKSPACE, 1, 0, document(items(inactive(), payers()), items(followUp()))));
      for (int call = 0; call < CALLS; call++) {
        send(call());
        for (int i = random.nextInt(6); i > 0; i--) {
          host.step(random::nextInt);
        }
        if (crashing && random.nextInt(12) == 0) {
          crash();
        }
      }
      host.tick();
      boolean more = true;
      while (more) {
        more = host.step(random::nextInt);
      }
      return this;
    }

    private void send(Message message) {
      sent.add(message);
      receipts.add(host.intake().accept(message));
    }

    /// Who made a call that was not answered makes it again, in the same order.
    private void crash() {
      host = host.crash();
      host.start(_ -> {});
      for (int i = 0; i < sent.size(); i++) {
        if (!receipts.get(i).isDone()) {
          receipts.set(i, host.intake().accept(sent.get(i)));
        }
      }
    }

    private Message call() {
      Identifier id = Identifier.id("p" + random.nextInt(4));
      Identifier mail = Identifier.email("m" + random.nextInt(4) + "@x");
      Identifier by = random.nextBoolean() ? id : mail;
      if (deleting && random.nextInt(8) == 0) {
        return readdress(mail);
      }
      return switch (random.nextInt(deleting ? 5 : 4)) {
        case 0 -> World.identifying(id, "email", mail.value());
        case 1 -> World.identifying(mail, "id", id.value());
        case 4 -> new Message.ToIdentifier(WORKSPACE, by, new Input.Delete(0));
        default -> {
          int n = ++events;
          String name = random.nextInt(3) == 0 ? "signed_up" : "paid";
          yield World.tracking(by, name, "e" + n, "n", n, "by", by.value());
        }
      };
    }

    /// Somebody is given another address by their `cio_id`.
    private Message readdress(Identifier mail) {
      PersonKey somebody = PersonKey.at(WORKSPACE, random.nextInt(host.partitions()), 1);
      return new Message.ToPerson(
          somebody, new Input.Identify(0, null, List.of(mail), Maps.empty(), null, false));
    }

    Audit audit() {
      return new Audit(host.queries());
    }
  }

  @Test
  void oneIdentifierOnePerson() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Run run = new Run(seed, seed % 2 == 0).go(false);
      assertThat(run.audit().contradictions()).as("seed %s", seed).isEmpty();
    }
  }

  @Test
  void oneIdentifierOnePersonAlsoAfterCrashes() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Run run = new Run(seed, seed % 2 == 0).go(true);
      assertThat(run.audit().contradictions()).as("seed %s", seed).isEmpty();
    }
  }

  @Test
  void noEventIsLostOrDoubledAndTheirOrderIsKept() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Run run = new Run(seed, false).go(true);
      Map<Long, Integer> counts = new HashMap<>();
      Map<String, Long> last = new HashMap<>();
      long before = 0;
      for (Fact.Activity event : run.audit().activities("event")) {
        if (event.number() <= before) {
          last.clear();
        }
        before = event.number();
        long n = event.data().get("n") instanceof Value.Whole(long number) ? number : -1;
        counts.merge(n, 1, Integer::sum);
        String by = String.valueOf(event.data().get("by"));
        Long earlier = last.put(by, n);
        assertThat(earlier == null || earlier < n).as("seed %s, event %s", seed, n).isTrue();
      }
      for (long n = 1; n <= run.events; n++) {
        assertThat(counts).as("seed %s", seed).containsEntry(n, 1);
      }
    }
  }

  @Test
  void deletedPeopleDoNotMakeEventsTwice() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Run run = new Run(seed, true).go(true);
      List<Value> numbers = new ArrayList<>();
      for (Fact.Activity event : run.audit().activities("event")) {
        numbers.add(event.data().get("n"));
      }
      assertThat(numbers).as("seed %s", seed).doesNotHaveDuplicates();
    }
  }
}
