package dev.beckon.server.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The rooms and the arrows between them: each room with those that it may see.
final class Rooms {

  private static final Set<String> ALL_BUT_SIMULATOR =
      Set.of(
          "core",
          "engine",
          "host.rocksdb",
          "host.kafka",
          "delivery",
          "registry",
          "lake",
          "api",
          "server");

  static final Map<String, Set<String>> MAY_SEE =
      Map.ofEntries(
          Map.entry("core", Set.of()),
          Map.entry("engine", Set.of("core")),
          Map.entry("host.rocksdb", Set.of("core", "engine")),
          Map.entry("host.kafka", Set.of("core", "engine")),
          Map.entry("delivery", Set.of("core")),
          Map.entry("registry", Set.of("core")),
          Map.entry("lake", Set.of("core")),
          Map.entry("api", Set.of("core", "engine", "registry", "lake", "delivery")),
          Map.entry("simulator", Set.of("core", "engine")),
          Map.entry("server", ALL_BUT_SIMULATOR),
          Map.entry("bench", ALL_BUT_SIMULATOR));

  private static final Pattern ROOM =
      Pattern.compile("dev\\.beckon\\.(host\\.[a-z]+|[a-z]+)(\\..*)?");

  private Rooms() {}

  /// The room that a package belongs to; empty outside Beckon.
  static Optional<String> roomOf(JavaClass type) {
    var match = ROOM.matcher(type.getBaseComponentType().getPackageName());
    return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
  }

  static ArchCondition<JavaClass> seeOnlyAllowedRooms() {
    return new ArchCondition<>("see only the rooms that their own room may see") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String room = roomOf(type).orElseThrow();
        Set<String> allowed = MAY_SEE.get(room);
        if (allowed == null) {
          events.add(
              SimpleConditionEvent.violated(
                  type,
                  "Expected one of the rooms %s, but %s is in \"%s\""
                      .formatted(MAY_SEE.keySet(), type.getName(), room)));
          return;
        }
        for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
          roomOf(arrow.getTargetClass())
              .filter(target -> !target.equals(room) && !allowed.contains(target))
              .ifPresent(
                  _ -> events.add(SimpleConditionEvent.violated(type, arrow.getDescription())));
        }
      }
    };
  }
}
