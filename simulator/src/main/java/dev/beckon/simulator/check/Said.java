package dev.beckon.simulator.check;

import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The events that were said to the host, by the number that each carries in its data.
public final class Said {
  private final Map<Long, Saying> byMark = new LinkedHashMap<>();

  /// @param times how often the host was told, again and again until it acknowledged
  /// @param once whether the event has a key against doubles
  public record Saying(int times, boolean once, boolean acknowledged) {}

  public void said(Message message) {
    Input.Track track = trackOf(message);
    if (track != null) {
      byMark.merge(
          markOf(track),
          new Saying(1, track.event().id() != null, false),
          (before, _) -> new Saying(before.times() + 1, before.once(), before.acknowledged()));
    }
  }

  public void acknowledged(Message message) {
    Input.Track track = trackOf(message);
    if (track != null) {
      byMark.computeIfPresent(
          markOf(track), (_, before) -> new Saying(before.times(), before.once(), true));
    }
  }

  public Map<Long, Saying> all() {
    return byMark;
  }

  private static Input.@Nullable Track trackOf(Message message) {
    return switch (message) {
      case Message.ToIdentifier to -> to.input() instanceof Input.Track track ? track : null;
      case Message.ToPerson to -> to.input() instanceof Input.Track track ? track : null;
      case Message.Anonymous event -> event.track();
      case Message.Publish _,
          Message.Claim _,
          Message.Release _,
          Message.Newcomer _,
          Message.Associate _,
          Message.Forwarded _,
          Message.Luggage _,
          Message.Absorb _,
          Message.Transfer _,
          Message.Block _,
          Message.Unblock _,
          Message.DeviceSeen _,
          Message.DeviceLost _,
          Message.NewcomerAnswered _,
          Message.Tick _,
          Message.Relayed _ ->
          null;
    };
  }

  private static long markOf(Input.Track track) {
    return track.event().data().get("mark") instanceof Value.Whole(long mark) ? mark : 0;
  }
}
