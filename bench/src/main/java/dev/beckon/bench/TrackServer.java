package dev.beckon.bench;

import dev.beckon.api.http.HttpLimits;
import dev.beckon.api.http.HttpServer;
import dev.beckon.api.http.Meters;
import dev.beckon.api.http.Router;
import dev.beckon.api.intake.Desk;
import dev.beckon.api.intake.FirstSteps;
import dev.beckon.api.track.TrackDialect;
import dev.beckon.api.track.TrackEndpoint;
import dev.beckon.engine.host.Intake;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;

/// Beckon's web server with the Track protocol, in front of any intake.
final class TrackServer {

  static HttpServer start(Intake intake) {
    Meters meters = new Meters(new SimpleMeterRegistry());
    Desk desk = new Desk(intake, HttpLimits.DEFAULT.acknowledgeWithin(), meters);
    TrackEndpoint endpoint =
        new TrackEndpoint(
            desk,
            _ -> Shop.WORKSPACE,
            new FirstSteps((_, _) -> {}),
            InstantSource.system(),
            "http://127.0.0.1");
    TrackDialect dialect = new TrackDialect();
    Router router = new Router(dialect, meters).speak("/api", dialect).add(endpoint.routes());
    return HttpServer.start(router, HttpLimits.DEFAULT, "127.0.0.1", 0);
  }

  private TrackServer() {}
}
