package dev.beckon.host.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.machine.Fact;
import dev.beckon.core.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed again and again under load has, in the end, every acknowledged event
/// exactly once and every other at most once; every timer has fired once, and every message was
/// decided on once.
///
/// `-Dbeckon.crash.rounds=50 -Dbeckon.crash.seed=7` makes it long, or another.
final class CrashTest {
  private static final int ROUNDS = Integer.getInteger("beckon.crash.rounds", 5);
  private static final long SEED = Long.getLong("beckon.crash.seed", 1);
  private static final int PEOPLE = 100;
  private static final int ACKS_LEAST = 50;
  private static final int ACKS_MOST = 1_500;

  @TempDir private Path folder;

  private final Random random = new Random(SEED);
  private final Map<Integer, String> sent = new TreeMap<>();
  private final Set<Integer> acknowledged = new HashSet<>();
  private int next;

  @Test
  void nothingAcknowledgedIsLostAndNothingIsDoubled() throws IOException, InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      try (CrashProcess process = CrashProcess.start(folder)) {
        if (round == 0) {
          introducePeople(process);
        }
        sendAgain(process);
        loadUntilKilled(process);
        acknowledged.addAll(process.acknowledged());
        assertThat(process.failures()).isEmpty();
      }
    }
    try (Bed bed = Bed.started(folder)) {
      check(bed);
    }
  }

  private void introducePeople(CrashProcess process) throws IOException, InterruptedException {
    for (int i = 0; i < PEOPLE; i++) {
      process.say("identify -%d %s".formatted(i + 1, person(i)));
    }
    process.awaitAcknowledged(PEOPLE);
  }

  /// A client that was not answered tries again, with the same key; every second one here does.
  private void sendAgain(CrashProcess process) throws IOException, InterruptedException {
    for (Map.Entry<Integer, String> event : sent.entrySet()) {
      if (!acknowledged.contains(event.getKey()) && random.nextBoolean()) {
        process.awaitRoom();
        process.say(event.getValue());
      }
    }
  }

  private void loadUntilKilled(CrashProcess process) throws IOException, InterruptedException {
    int enough = process.acknowledged().size() + random.nextInt(ACKS_LEAST, ACKS_MOST);
    while (process.acknowledged().size() < enough) {
      process.awaitRoom();
      int number = next++;
      String name = random.nextInt(10) == 0 ? "browsed" : "ordered";
      String by = random.nextBoolean() ? "id" : "email";
      String line = "track %d %s %s %s".formatted(number, person(random.nextInt(PEOPLE)), name, by);
      sent.put(number, line);
      process.say(line);
    }
    process.kill();
  }

  private static String person(int number) {
    return "p" + number;
  }

  private void check(Bed bed) {
    bed.awaitRest();
    Map<Integer, Integer> found = new TreeMap<>();
    int ordered = 0;
    int browsed = 0;
    for (int i = 0; i < PEOPLE; i++) {
      for (Fact.Activity activity : bed.activities(person(i))) {
        found.merge(number(activity), 1, Integer::sum);
        ordered += activity.name().equals("ordered") ? 1 : 0;
        browsed += activity.name().equals("browsed") ? 1 : 0;
      }
    }
    bed.awaitDeliveries(PEOPLE, ordered + browsed);
    System.out.printf(
        "crash: seed %d, %d rounds: %d sent in, %d acknowledged, %d found, %d timers, %d messages%n",
        SEED, ROUNDS, sent.size(), acknowledgedEvents(), found.size(), browsed, ordered + browsed);
    assertThat(found).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
    assertThat(sent.keySet()).containsAll(found.keySet());
    assertThat(acknowledged.stream().filter(number -> number >= 0)).isSubsetOf(found.keySet());
    for (int i = 0; i < PEOPLE; i++) {
      checkMessages(bed, person(i));
    }
  }

  private long acknowledgedEvents() {
    return acknowledged.stream().filter(number -> number >= 0).count();
  }

  private static void checkMessages(Bed bed, String person) {
    Map<String, Integer> wanted = new TreeMap<>();
    for (String name : bed.events(person)) {
      wanted.merge(name.equals("ordered") ? "thanks" : "reminder", 1, Integer::sum);
    }
    Map<String, Integer> decided = new TreeMap<>();
    bed.deliveries(person).forEach(view -> decided.merge(view.origin().step(), 1, Integer::sum));
    assertThat(decided).as(person).isEqualTo(wanted);
  }

  private static int number(Fact.Activity activity) {
    if (activity.data().get("n") instanceof Value.Whole(long number)) {
      return (int) number;
    }
    throw new AssertionError("Expected the number that was sent, but got " + activity.data());
  }
}
