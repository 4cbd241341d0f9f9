package dev.beckon.core.machine;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.event.Event;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.identity.Whom;
import dev.beckon.core.person.Device;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Something that concerns one person, stamped once at the intake.
public sealed interface Input {

  /// When the intake received it (epoch ms); the only clock that deciding knows.
  long at();

  /// The same input, stamped with another time.
  Input stamped(long at);

  /// Attributes and identifiers, as the identify calls of the wire protocols carry them.
  ///
  /// @param by how the caller named the person; null for `cio_id`, which may change identifiers
  /// @param sets further identifiers that the call names for the same person
  /// @param attributes a blank value removes the attribute
  /// @param setAt logical time of the update (epoch ms), or null for `at`
  /// @param updateOnly never create somebody
  record Identify(
      long at,
      @Nullable Identifier by,
      List<Identifier> sets,
      SequencedMap<String, Value> attributes,
      @Nullable Long setAt,
      boolean updateOnly)
      implements Input {
    public Identify {
      sets = List.copyOf(sets);
    }

    @Override
    public Identify stamped(long at) {
      return new Identify(at, by, sets, attributes, setAt, updateOnly);
    }
  }

  /// The person did something.
  ///
  /// @param by how the caller named the person; null for `cio_id`
  record Track(long at, @Nullable Identifier by, Event event) implements Input {
    @Override
    public Track stamped(long at) {
      return new Track(at, by, event);
    }
  }

  /// The person is to be removed with everything known of them.
  ///
  /// @param by how the caller named the person; null for `cio_id`
  record Delete(long at, @Nullable Identifier by) implements Input {
    public Delete(long at) {
      this(at, null);
    }

    @Override
    public Delete stamped(long at) {
      return new Delete(at, by);
    }
  }

  /// The person is to be removed, and their identifiers are never to bring anybody about again.
  ///
  /// @param by how the caller named the person; null for `cio_id`
  record Suppress(long at, @Nullable Identifier by) implements Input {
    @Override
    public Suppress stamped(long at) {
      return new Suppress(at, by);
    }
  }

  /// The identifiers of somebody suppressed may be used again; concerns nobody who is there.
  record Unsuppress(long at, Identifier by) implements Input {
    @Override
    public Unsuppress stamped(long at) {
      return new Unsuppress(at, by);
    }
  }

  /// Another person is to become part of this one.
  ///
  /// @param by how the caller named the person; null for `cio_id`
  record Merge(long at, @Nullable Identifier by, Whom other) implements Input {
    @Override
    public Merge stamped(long at) {
      return new Merge(at, by, other);
    }
  }

  /// The person is to become part of another one.
  ///
  /// @param by how the caller named the person; null for `cio_id`, and where nobody called
  /// @param shared the identifier that both were named by, where nobody called for it
  record Depart(long at, @Nullable Identifier by, PersonKey into, @Nullable Identifier shared)
      implements Input {
    @Override
    public Depart stamped(long at) {
      return new Depart(at, by, into, shared);
    }
  }

  /// Another person becomes part of this one, with everything known of them.
  ///
  /// @param offset is added to their numbers; their past has been put there already
  record Absorb(long at, Person other, long offset) implements Input {
    @Override
    public Absorb stamped(long at) {
      return new Absorb(at, other, offset);
    }
  }

  /// Somebody who was refused an identifier of this person's asks whether the two are one.
  ///
  /// @param since when the other was added (epoch ms)
  /// @param has what the other is known by already
  record Propose(long at, PersonKey from, long since, Identifier shared, List<Identifier> has)
      implements Input {
    public Propose {
      has = List.copyOf(has);
    }

    @Override
    public Propose stamped(long at) {
      return new Propose(at, from, since, shared, has);
    }
  }

  /// The holder of an identifier is somebody else.
  record Decline(long at, Identifier shared, PersonKey holder) implements Input {
    @Override
    public Decline stamped(long at) {
      return new Decline(at, shared, holder);
    }
  }

  /// The person uses a device.
  ///
  /// @param by how the caller named the person; null for `cio_id`
  record DeviceSeen(long at, @Nullable Identifier by, Device device) implements Input {
    @Override
    public DeviceSeen stamped(long at) {
      return new DeviceSeen(at, by, device);
    }
  }

  /// The person does not use a device any more.
  ///
  /// @param by how the caller named the person; null for `cio_id`, and where another person was
  ///     seen with the device at `at`
  record DeviceLost(long at, @Nullable Identifier by, String token) implements Input {
    @Override
    public DeviceLost stamped(long at) {
      return new DeviceLost(at, by, token);
    }
  }

  /// What became of a message.
  ///
  /// @param detail what is known besides: `reason`, `href`, `machine`, `message_id`, `subject`, …
  record Report(long at, DeliveryId delivery, Metric metric, Value.Fields detail) implements Input {
    @Override
    public Report stamped(long at) {
      return new Report(at, delivery, metric, detail);
    }
  }

  /// The desk's answer to a claim.
  ///
  /// @param holder `cio_id` of the person who has the identifier, when the claim was refused; null
  ///     where it is suppressed
  record ClaimAnswered(long at, Identifier identifier, boolean granted, @Nullable String holder)
      implements Input {
    @Override
    public ClaimAnswered stamped(long at) {
      return new ClaimAnswered(at, identifier, granted, holder);
    }
  }

  /// The person's timer is due, or the catalog has changed: look again at what time or the new
  /// definitions may have changed.
  record Wake(long at) implements Input {
    @Override
    public Wake stamped(long at) {
      return new Wake(at);
    }
  }

  /// A member of the workspace ends a journey by hand.
  record EndJourney(long at, long journey) implements Input {
    @Override
    public EndJourney stamped(long at) {
      return new EndJourney(at, journey);
    }
  }

  /// A member of the workspace lets a halted journey go on.
  record ResumeJourney(long at, long journey) implements Input {
    @Override
    public ResumeJourney stamped(long at) {
      return new ResumeJourney(at, journey);
    }
  }
}
