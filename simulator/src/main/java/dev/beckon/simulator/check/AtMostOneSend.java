package dev.beckon.simulator.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// No message goes out twice: each journey sends each of its messages once, and a delivery is
/// handed out again only by a host that was started anew before it knew of the delivery's end.
public final class AtMostOneSend implements Checker {
  @Override
  public List<String> problems(Evidence evidence) {
    List<String> problems = new ArrayList<>();
    Set<String> sent = new HashSet<>();
    for (Sendings.Sending sending : evidence.sendings().all()) {
      var deliver = sending.deliver();
      String message =
          deliver.id().person().cioIdText() + "-" + deliver.journey() + ", " + deliver.step();
      if (!sent.add(message)) {
        problems.add("Expected one message of journey " + message + ", but there are more.");
      }
      if (new HashSet<>(sending.lives()).size() < sending.lives().size()) {
        problems.add("Expected " + deliver.id() + " once from one host, but it came again.");
      }
      if (sending.late()) {
        problems.add("Expected no more of " + deliver.id() + " after its end, but it came again.");
      }
    }
    return problems;
  }
}
