package dev.beckon.api;

import dev.beckon.engine.host.Host;
import dev.beckon.engine.host.Intake;
import dev.beckon.engine.query.Queries;
import java.util.Optional;
import java.util.function.Supplier;

/// What the API needs of the engine.
///
/// @param failure why the engine no longer works, empty while it does
public record EngineRoom(Intake intake, Queries queries, Supplier<Optional<String>> failure) {

  public static EngineRoom of(Host host) {
    return new EngineRoom(host.intake(), host.queries(), host::failure);
  }
}
