package dev.beckon.api.tracking;

import dev.beckon.api.http.Meters;
import dev.beckon.api.http.Request;
import dev.beckon.api.intake.Desk;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.tracking.TrackingHit;
import dev.beckon.delivery.tracking.Visitor;
import dev.beckon.engine.message.Message;
import io.micrometer.core.instrument.Counter;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the engine what somebody did with a message; the report goes straight to the person's
// home.
final class Reports {
  private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

  private final Desk desk;
  private final InstantSource clock;
  private final Counter lost;

  Reports(Desk desk, InstantSource clock, Meters meters) {
    this.desk = desk;
    this.clock = clock;
    this.lost =
        meters.counter(
            "beckon.tracking.lost", "Opens and clicks that the engine did not take in in time");
  }

  /// Returns when the report is durable; a hit that does not count is not reported.
  ///
  /// @throws dev.beckon.api.http.Refusal if the engine is too busy
  void tell(TrackingHit hit) {
    if (hit.counts()) {
      PersonKey home = hit.delivery().person();
      desk.take(new Message.ToPerson(home, hit.report(clock.millis())));
    }
  }

  /// Takes back that the receiver of a message was unsubscribed.
  void resubscribe(DeliveryId delivery) {
    SequencedMap<String, Value> attributes = new LinkedHashMap<>();
    attributes.put("unsubscribed", Value.of(false));
    desk.take(
        new Message.ToPerson(
            delivery.person(),
            new Input.Identify(clock.millis(), null, List.of(), attributes, null, true)));
  }

  /// Reports as well as can be: whoever follows a link gets there whatever state the engine is in.
  void tryToTell(TrackingHit hit) {
    try {
      tell(hit);
    } catch (RuntimeException e) {
      lost.increment();
      LOG.warn("A {} of {} was lost", hit.metric().word(), hit.delivery(), e);
    }
  }

  static Visitor visitor(Request request) {
    return new Visitor(request.method().name(), request.header("user-agent"), purpose(request));
  }

  private static @Nullable String purpose(Request request) {
    for (String header : new String[] {"sec-purpose", "purpose", "x-purpose"}) {
      String purpose = request.header(header);
      if (purpose != null) {
        return purpose;
      }
    }
    return null;
  }
}
