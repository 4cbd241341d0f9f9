package dev.beckon.api.tracking;

import dev.beckon.api.http.Dialect;
import dev.beckon.api.http.Meters;
import dev.beckon.api.http.Router;
import dev.beckon.api.intake.Desk;
import dev.beckon.delivery.tracking.TrackingLinks;
import dev.beckon.engine.query.People;
import java.time.InstantSource;
import java.util.function.IntFunction;

/// All that links in messages lead to, with what it needs.
public final class Tracking {
  private final TrackingLinks links;
  private final Reports reports;
  private final People people;
  private final IntFunction<String> workspaceNames;
  private final SentMessages sent;

  /// @param desk should have little patience, a second or two: whoever clicks is waiting
  /// @param workspaceNames what the workspace's readers call it
  public Tracking(
      TrackingLinks links,
      Desk desk,
      InstantSource clock,
      Meters meters,
      People people,
      IntFunction<String> workspaceNames,
      SentMessages sent) {
    this.links = links;
    this.reports = new Reports(desk, clock, meters);
    this.people = people;
    this.workspaceNames = workspaceNames;
    this.sent = sent;
  }

  /// Everything under `/e` and `/unsubscribe`.
  public Router addTo(Router router) {
    Dialect pages = new PageDialect();
    return router
        .speak("/e", pages)
        .speak("/unsubscribe", pages)
        .add(new TrackingEndpoint(links, reports, sent).routes())
        .add(new UnsubscribeEndpoint(links, reports, people, workspaceNames).routes());
  }
}
