package dev.beckon.delivery;

import dev.beckon.delivery.email.Answer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Whether each workspace's sender has lately been able to hand messages over.
public final class SenderHealth {

  /// As far as is known since the start.
  public enum State {
    UNKNOWN,
    OK,
    FAILING
  }

  /// @param error why it is failing, null otherwise
  public record Health(State state, @Nullable String error) {}

  private static final Health UNKNOWN = new Health(State.UNKNOWN, null);
  private static final Health OK = new Health(State.OK, null);

  private final Map<Integer, Health> healths = new ConcurrentHashMap<>();

  public Health of(int workspace) {
    return healths.getOrDefault(workspace, UNKNOWN);
  }

  /// Forgets what is known, because the sender has been changed.
  public void forget(int workspace) {
    healths.remove(workspace);
  }

  /// A server that answers is well, even when it does not like the message.
  public void note(int workspace, Answer answer) {
    healths.put(
        workspace,
        switch (answer) {
          case Answer.Accepted _, Answer.Refused _ -> OK;
          case Answer.NotNow later ->
              switch (later.fault()) {
                case MESSAGE -> OK;
                case SERVER, UNCERTAIN -> new Health(State.FAILING, later.reply());
              };
        });
  }
}
