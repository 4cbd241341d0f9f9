package dev.beckon.engine;

import dev.beckon.core.catalog.Limits;
import dev.beckon.core.event.Event;
import dev.beckon.core.event.EventType;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.engine.codec.ActivityRow;
import dev.beckon.engine.codec.AssociationRow;
import dev.beckon.engine.codec.NumberRow;
import dev.beckon.engine.codec.Past;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.MetaKind;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events of nobody: they wait until somebody says that they did them, and go after a while (spec:
/// data-in.md, 5.4).
///
/// An anonymous id is used once: what comes under it shortly after it was claimed goes to the same
/// person, what comes later stays with nobody.
final class Visitors {
  /// How many rows the search for expired ones looks at per minute.
  static final int EXPIRY_ROWS_PER_MINUTE = 2_000;

  private static final long MINUTE_MS = 60_000;
  private static final byte[] KEY = Keys.meta(MetaKind.ANONYMOUS, 0);
  private static final byte[] FIRST = new byte[0];

  private final Site site;
  private final Relays relays;
  private final Bookkeeping books;
  private byte[] cursor;

  Visitors(Rows rows, Site site, Relays relays, Bookkeeping books) {
    this.site = site;
    this.relays = relays;
    this.books = books;
    byte[] row = rows.get(Table.META, KEY);
    cursor = row == null ? FIRST : row;
  }

  void did(Store store, Message.Anonymous message) {
    int workspace = message.workspace();
    long at = message.track().at();
    Event event = message.track().event();
    AssociationRow known = association(store, workspace, message.anonymousId());
    if (known != null && at - known.at() <= Limits.ANONYMOUS_GRACE_MS) {
      tell(store, new PersonKey(workspace, known.cioId()), at, event);
      return;
    }
    Fact.Activity activity =
        new Fact.Activity(
            0,
            at,
            event.type().word(),
            event.name(),
            Math.min(event.timestamp(), at),
            event.data(),
            0);
    long number = books.activities().addOfNobody(store, workspace, activity, message.anonymousId());
    if (!message.anonymousId().isBlank()) {
      store.put(
          Table.ANONYMOUS,
          Keys.anonymous(workspace, message.anonymousId(), number),
          NumberRow.write(at));
    }
  }

  private static @Nullable AssociationRow association(Rows rows, int workspace, String id) {
    byte[] row = id.isBlank() ? null : rows.get(Table.ASSOCIATION, Keys.association(workspace, id));
    return row == null ? null : AssociationRow.read(row);
  }

  /// The key against doubles has done its work.
  private void tell(Store store, PersonKey person, long at, Event event) {
    Event told =
        new Event(event.type(), event.name(), event.data(), Math.min(event.timestamp(), at), null);
    relays.send(
        store, person.partition(), new Message.ToPerson(person, new Input.Track(at, null, told)));
  }

  /// Somebody says that they did what was done under an anonymous id.
  void associate(Store store, Message.Associate associate) {
    PersonKey person = associate.person();
    int workspace = person.workspace();
    AssociationRow known = association(store, workspace, associate.anonymousId());
    if (known != null) {
      if (known.cioId() != person.cioId()) {
        used(store, associate);
      }
      return;
    }
    new AssociationRow(person.cioId(), associate.at()).write(site.scratch().clear());
    store.put(
        Table.ASSOCIATION,
        Keys.association(workspace, associate.anonymousId()),
        site.scratch().toBytes());
    for (ActivityRow row : taken(store, workspace, associate)) {
      Fact.Activity activity = row.activity();
      EventType type = Past.eventType(activity.type());
      if (type != null) {
        Event event = new Event(type, activity.name(), activity.data(), activity.timestamp(), null);
        tell(store, person, associate.at(), event);
      }
    }
  }

  private void used(Store store, Message.Associate associate) {
    Value.Fields data =
        Value.Fields.EMPTY
            .with("reason", Value.of("The anonymous id was used by another person before."))
            .with("anonymous_id", Value.of(associate.anonymousId()))
            .with("cio_id", Value.of(associate.person().cioIdText()));
    long at = associate.at();
    Fact.Activity activity =
        new Fact.Activity(0, at, "failed_attribute_change", "anonymous_id", at, data, 0);
    books.activities().addOfNobody(store, associate.person().workspace(), activity, null);
  }

  /// The events of the id that are not too old, in the order in which they were received.
  private List<ActivityRow> taken(Store store, int workspace, Message.Associate associate) {
    byte[] from = Keys.anonymous(workspace, associate.anonymousId());
    byte[] to = Keys.after(from);
    List<Long> numbers = new ArrayList<>();
    store.scan(
        Table.ANONYMOUS,
        from,
        to,
        (key, row) -> {
          if (associate.at() - NumberRow.read(row) <= Limits.ANONYMOUS_AGE_MS_MAX) {
            numbers.add(Keys.anonymousOrdinal(key));
          }
          return true;
        });
    List<ActivityRow> taken = new ArrayList<>();
    for (long number : numbers) {
      ActivityRow row = books.activities().takeOfNobody(store, workspace, number);
      if (row != null) {
        taken.add(row);
      }
    }
    store.deleteRange(Table.ANONYMOUS, from, to);
    return taken;
  }

  /// Goes on with the search for expired ones when another minute has begun.
  void expire(Store store, long before, long at) {
    if (Math.floorDiv(before, MINUTE_MS) == Math.floorDiv(at, MINUTE_MS)) {
      return;
    }
    List<byte[]> expired = new ArrayList<>();
    byte[][] last = {FIRST};
    int[] seen = {0};
    store.scan(
        Table.ANONYMOUS,
        cursor,
        null,
        (key, row) -> {
          if (at - NumberRow.read(row) > Limits.ANONYMOUS_AGE_MS_MAX) {
            expired.add(key);
          }
          last[0] = key;
          return ++seen[0] < EXPIRY_ROWS_PER_MINUTE;
        });
    for (byte[] key : expired) {
      books.activities().takeOfNobody(store, Keys.workspaceIn(key), Keys.anonymousOrdinal(key));
      store.delete(Table.ANONYMOUS, key);
    }
    byte[] next = seen[0] < EXPIRY_ROWS_PER_MINUTE ? FIRST : Keys.next(last[0]);
    if (next.length != 0 || cursor.length != 0) {
      cursor = next;
      store.put(Table.META, KEY, cursor);
    }
  }
}
