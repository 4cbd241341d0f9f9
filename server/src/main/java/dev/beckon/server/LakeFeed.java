package dev.beckon.server;

import dev.beckon.core.machine.Fact;
import dev.beckon.engine.query.ActivityFilter;
import dev.beckon.engine.query.ActivityId;
import dev.beckon.engine.query.ActivityTail;
import dev.beckon.engine.query.ActivityView;
import dev.beckon.engine.query.Queries;
import dev.beckon.lake.Lake;
import dev.beckon.lake.LakeFact;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries facts from the engine into the lake, a minute after they happened: by then every
/// partition has settled, so that their order is final. Goes on behind the last fact in the lake.
final class LakeFeed {
  private static final Logger LOG = LoggerFactory.getLogger(LakeFeed.class);
  private static final Duration SETTLED_AFTER = Duration.ofMinutes(1);
  private static final int FACTS_PER_POLL_MAX = 200_000;
  private static final long DAY_MS = Duration.ofDays(1).toMillis();
  private static final ActivityId BEGINNING = new ActivityId(0, 0, 0);

  private final Queries queries;
  private final Lake lake;
  private final InstantSource clock;
  private final Map<Integer, Stream> streams = new HashMap<>();
  private volatile boolean stopping;

  LakeFeed(Queries queries, Lake lake, InstantSource clock) {
    this.queries = queries;
    this.lake = lake;
    this.clock = clock;
  }

  private record Stream(ActivityTail tail, List<ActivityView> waiting) {}

  /// Carries over what has settled since the last time.
  void carry(List<Integer> workspaces) {
    for (int workspace : workspaces) {
      try {
        carry(workspace);
      } catch (IOException failed) {
        streams.remove(workspace);
        LOG.warn(
            "Facts of workspace {} did not reach the lake; tried again soon.", workspace, failed);
      }
    }
  }

  private void carry(int workspace) throws IOException {
    Stream stream = streams.get(workspace);
    if (stream == null) {
      ActivityId last = lake.lastId(workspace).map(ActivityId::parse).orElse(BEGINNING);
      stream =
          new Stream(
              new ActivityTail(queries, workspace, ActivityFilter.ALL, last), new ArrayList<>());
      streams.put(workspace, stream);
    }
    stream.waiting().addAll(stream.tail().poll(FACTS_PER_POLL_MAX).items());
    stream.waiting().sort((a, b) -> a.id().compareTo(b.id()));
    long settled = clock.millis() - SETTLED_AFTER.toMillis();
    int ready = 0;
    while (ready < stream.waiting().size() && stream.waiting().get(ready).id().at() <= settled) {
      ready++;
    }
    int done = 0;
    while (done < ready && !stopping) {
      List<ActivityView> day = firstDay(stream.waiting().subList(done, ready));
      lake.append(workspace, day.stream().map(LakeFeed::fact).toList());
      done += day.size();
    }
    stream.waiting().subList(0, done).clear();
  }

  /// A long past is carried day by day, so that stopping need not wait for all of it.
  private static List<ActivityView> firstDay(List<ActivityView> facts) {
    long day = Math.floorDiv(facts.getFirst().id().at(), DAY_MS);
    int size = 1;
    while (size < facts.size() && Math.floorDiv(facts.get(size).id().at(), DAY_MS) == day) {
      size++;
    }
    return facts.subList(0, size);
  }

  /// Ends what is being carried at the next whole day; the rest is carried after the next start.
  void stop() {
    stopping = true;
  }

  private static LakeFact fact(ActivityView view) {
    Fact.Activity activity = view.activity();
    return new LakeFact(
        view.id().text(),
        activity.at(),
        activity.timestamp(),
        view.person() == null ? view.anonymousId() : view.person().cioIdText(),
        activity.type(),
        activity.name(),
        activity.delivery(),
        activity.data().asText());
  }
}
