package dev.beckon.simulator.run;

import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.identity.Whom;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import dev.beckon.simulator.Stored;
import dev.beckon.simulator.script.Dice;
import dev.beckon.simulator.script.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// People, and the calls that products make about them: mostly sensible, sometimes late, doubled,
/// mistaken about who is who, or about what time it is.
final class Crowd {
  private static final List<Long> LATE =
      List.of(
          Duration.ofMinutes(20).toMillis(),
          Duration.ofHours(5).toMillis(),
          Duration.ofDays(2).toMillis(),
          Duration.ofDays(20).toMillis());

  private final Dice dice;
  private final int people;
  private @Nullable Message repeatable;
  private @Nullable PersonKey dithering;
  private long marks;

  Crowd(Dice dice, int people) {
    this.dice = dice;
    this.people = people;
  }

  /// The next call.
  ///
  /// @param known people whom the host has named
  Message next(long now, List<PersonKey> known) {
    PersonKey undecided = dithering;
    if (undecided != null && dice.percent(60)) {
      return rename(now, undecided, dice.below(2));
    }
    dithering = null;
    int kind = dice.below(100);
    if (kind < 50) {
      return event(now);
    } else if (kind < 84) {
      return identify(now);
    } else if (kind < 87 && !known.isEmpty()) {
      dithering = dice.oneOf(known);
      return rename(now, dithering, dice.below(people));
    } else if (kind < 90 && !known.isEmpty()) {
      return new Message.ToPerson(dice.oneOf(known), track(now, null));
    } else if (kind < 92) {
      return merge(now, known);
    } else if (kind < 95) {
      return leaving(now, someone(dice.below(people)));
    } else if (kind < 97 && repeatable != null) {
      return repeatable;
    }
    return new Message.Anonymous(Stored.WORKSPACE, visitor(), track(now, null));
  }

  private Message merge(long now, List<PersonKey> known) {
    Identifier by = someone(dice.below(people));
    Whom other =
        known.isEmpty() || dice.percent(70)
            ? new Whom.ByIdentifier(someone(dice.below(people)))
            : new Whom.ByKey(dice.oneOf(known));
    return known.isEmpty() || dice.percent(70)
        ? to(by, new Input.Merge(now, by, other))
        : new Message.ToPerson(dice.oneOf(known), new Input.Merge(now, null, other));
  }

  private Message leaving(long now, Identifier by) {
    return to(
        by,
        switch (dice.below(5)) {
          case 0 -> new Input.Suppress(now, by);
          case 1, 2 -> new Input.Unsuppress(now, by);
          default -> new Input.Delete(now, by);
        });
  }

  private Message event(long now) {
    Identifier by = someone(dice.below(people));
    Input.Track track = track(now, by);
    Message message = to(by, track);
    if (track.event().id() != null) {
      repeatable = message;
    }
    return message;
  }

  private Input.Track track(long now, @Nullable Identifier by) {
    long mark = ++marks;
    Value.Fields data =
        Value.Fields.EMPTY
            .with("mark", Value.of(mark))
            .with("kind", Value.of(dice.oneOf(Vocabulary.KINDS)));
    String key = dice.percent(60) ? "key-" + mark : null;
    Event event =
        new Event(EventType.EVENT, dice.oneOf(Vocabulary.EVENTS), data, timestamp(now), key);
    return new Input.Track(now, by, event);
  }

  private long timestamp(long now) {
    int luck = dice.below(100);
    if (luck < 70) {
      return now;
    }
    return luck < 95
        ? now - dice.between(0, dice.oneOf(LATE))
        : now + dice.between(1, LATE.getLast());
  }

  private Message identify(long now) {
    int person = dice.below(people);
    Identifier by = someone(person);
    List<Identifier> sets = new ArrayList<>();
    if (dice.percent(50)) {
      sets.add(other(by, dice.percent(85) ? person : dice.below(people)));
    }
    Long setAt = dice.percent(15) ? now - dice.between(0, dice.oneOf(LATE)) : null;
    return to(by, new Input.Identify(now, by, sets, attributes(), setAt, dice.percent(8)));
  }

  /// A call by `cio_id`, which may change identifiers, and maybe changes them back.
  private Message rename(long now, PersonKey key, int to) {
    List<Identifier> sets = List.of(someone(to));
    return new Message.ToPerson(
        key, new Input.Identify(now, null, sets, attributes(), null, false));
  }

  private SequencedMap<String, Value> attributes() {
    SequencedMap<String, Value> attributes = Maps.empty();
    if (dice.percent(50)) {
      Value plan = dice.percent(10) ? Value.of("") : Value.of(dice.oneOf(Vocabulary.PLANS));
      attributes = Maps.with(attributes, "plan", plan);
    }
    if (dice.percent(40)) {
      attributes = Maps.with(attributes, "score", Value.of(dice.below(100)));
    }
    if (dice.percent(20)) {
      attributes = Maps.with(attributes, "vip", Value.of(dice.percent(50)));
    }
    if (dice.percent(15)) {
      attributes = Maps.with(attributes, "anonymous_id", Value.of(visitor()));
    }
    if (dice.percent(6)) {
      attributes = Maps.with(attributes, "unsubscribed", Value.of(dice.percent(50)));
    }
    return attributes;
  }

  private String visitor() {
    return "visitor-" + dice.below(4 * people);
  }

  private Identifier someone(int person) {
    return dice.percent(60) ? id(person) : email(person);
  }

  private Identifier other(Identifier by, int person) {
    return switch (by.kind()) {
      case ID -> email(person);
      case EMAIL -> id(person);
    };
  }

  private static Identifier id(int person) {
    return Identifier.id("p" + person);
  }

  private Identifier email(int person) {
    return Identifier.email((dice.percent(10) ? "P" : "p") + person + "@x.test");
  }

  private static Message to(Identifier by, Input input) {
    return new Message.ToIdentifier(Stored.WORKSPACE, by, input);
  }
}
