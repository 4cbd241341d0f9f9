package dev.beckon.engine;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.store.Store;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Says loudly what was passed over, and counts it; nothing is swallowed.
final class Quarantine {
  /// Type of the activity, and metric of the workspace's counter.
  static final String QUARANTINED = "quarantined";

  /// The same for a call that repeats an earlier one.
  static final String SKIPPED_EVENT = "skipped_event";

  private static final int MESSAGE_CHARS_MAX = 300;

  private Quarantine() {}

  /// An input could not be decided on.
  static void note(
      Store store, Bookkeeping books, PersonKey person, Input input, Throwable problem) {
    LinkedHashMap<String, Value> data = new LinkedHashMap<>();
    data.put("cio_id", Value.of(person.cioIdText()));
    note(store, books, person.workspace(), kindOf(input), input.at(), data, problem);
  }

  /// Definitions could not be put in force.
  static void note(
      Store store, Bookkeeping books, int workspace, long version, long at, Throwable problem) {
    LinkedHashMap<String, Value> data = new LinkedHashMap<>();
    data.put("version", Value.of(version));
    note(store, books, workspace, "publish", at, data, problem);
  }

  /// An event was told twice.
  static void noteRepeated(Store store, Bookkeeping books, int workspace, Input.Track track) {
    LinkedHashMap<String, Value> data = new LinkedHashMap<>();
    data.put("reason", Value.of("An event with this id has been processed before."));
    String id = track.event().id();
    data.put("event_id", id == null ? Value.nothing() : Value.of(id));
    if (track.by() != null) {
      data.put(track.by().kind().word(), Value.of(track.by().value()));
    }
    write(store, books, workspace, SKIPPED_EVENT, track.event().name(), track.at(), data);
  }

  private static void note(
      Store store,
      Bookkeeping books,
      int workspace,
      String kind,
      long at,
      SequencedMap<String, Value> data,
      Throwable problem) {
    String message = String.valueOf(problem.getMessage());
    data.put("problem", Value.of(problem.getClass().getSimpleName()));
    data.put(
        "message", Value.of(message.substring(0, Math.min(message.length(), MESSAGE_CHARS_MAX))));
    write(store, books, workspace, QUARANTINED, kind, at, data);
  }

  private static void write(
      Store store,
      Bookkeeping books,
      int workspace,
      String type,
      String name,
      long at,
      SequencedMap<String, Value> data) {
    Fact.Activity activity = new Fact.Activity(0, at, type, name, at, new Value.Fields(data), 0);
    books.activities().addOfNobody(store, workspace, activity, null);
    books.tallies().count(workspace, type, at, 1);
  }

  private static String kindOf(Input input) {
    return switch (input) {
      case Input.Identify _ -> "identify";
      case Input.Track track -> track.event().name();
      case Input.Delete _ -> "delete";
      case Input.Suppress _ -> "suppress";
      case Input.Unsuppress _ -> "unsuppress";
      case Input.Merge _ -> "merge";
      case Input.Depart _ -> "depart";
      case Input.Absorb _ -> "absorb";
      case Input.Propose _ -> "propose";
      case Input.Decline _ -> "decline";
      case Input.DeviceSeen _ -> "device_seen";
      case Input.DeviceLost _ -> "device_lost";
      case Input.Report report -> report.metric().word();
      case Input.ClaimAnswered _ -> "claim_answered";
      case Input.Wake _ -> "wake";
      case Input.EndJourney _ -> "end_journey";
      case Input.ResumeJourney _ -> "resume_journey";
    };
  }
}
