package dev.beckon.server.crash;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// Clients that send events as fast as they are answered, and remember what was acknowledged. One
/// that is not answered tries again later with the same id, or gives up.
final class Load {
  static final int PEOPLE = 40;
  private static final int CLIENTS = 8;

  private final URI url;
  private final Random random;
  private final Map<Integer, Event> sent = new ConcurrentSkipListMap<>();
  private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
  private final Queue<Event> again = new ConcurrentLinkedQueue<>();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private int next;

  Load(URI url, long seed) {
    this.url = url;
    this.random = new Random(seed);
  }

  /// Something that somebody does; half of it is answered at once, half of it later.
  record Event(int number, String person, String name) {
    String json() {
      return "{\"name\":\"%s\",\"id\":\"event-%d\",\"data\":{\"n\":%d}}"
          .formatted(name, number, number);
    }

    /// Of the one message that it leads to.
    String subject() {
      return name + " " + number;
    }
  }

  static String person(int number) {
    return "p" + number;
  }

  void introducePeople() throws IOException, InterruptedException {
    try (Caller caller = new Caller(url)) {
      for (int i = 0; i < PEOPLE; i++) {
        if (caller.identify(person(i)) != 200) {
          throw new AssertionError("Expected people to be taken, but they were not.");
        }
      }
    }
  }

  /// Sends until so many more events are acknowledged, then kills, with requests under way.
  void untilKilled(ServerProcess server, int events) throws InterruptedException {
    int enough = acknowledged.size() + events;
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(Thread.ofVirtual().start(this::sendUntilNobodyAnswers));
    }
    ServerProcess.await("events to be acknowledged", () -> acknowledged.size() >= enough);
    server.kill();
    for (Thread client : clients) {
      client.join();
    }
  }

  private void sendUntilNobodyAnswers() {
    try (Caller caller = new Caller(url)) {
      while (send(caller, nextEvent())) {}
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Event nextEvent() {
    Event waiting = again.poll();
    if (waiting != null) {
      return waiting;
    }
    int number = next++;
    String name = random.nextInt(4) == 0 ? "browsed" : "ordered";
    Event event = new Event(number, person(random.nextInt(PEOPLE)), name);
    sent.put(number, event);
    return event;
  }

  /// @return whether there was an answer
  private boolean send(Caller caller, Event event) throws InterruptedException {
    try {
      int status = caller.event(event.person(), event.json());
      if (status == 200) {
        acknowledged.add(event.number());
      } else {
        refusals.add(status + " for " + event);
      }
      return true;
    } catch (IOException _) {
      if (event.number() % 2 == 0) {
        again.add(event);
      }
      return false;
    }
  }

  Map<Integer, Event> sent() {
    return sent;
  }

  /// Of the messages that these events lead to.
  Set<String> subjectsOf(Set<Integer> numbers) {
    return sent.values().stream()
        .filter(event -> numbers.contains(event.number()))
        .map(Event::subject)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Set<Integer> acknowledged() {
    return acknowledged;
  }

  List<String> refusals() {
    return refusals;
  }
}
