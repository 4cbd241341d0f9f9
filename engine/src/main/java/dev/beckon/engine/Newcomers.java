package dev.beckon.engine;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.codec.NewcomerRow;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.MessageCodec;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// People who are about to exist: a call names two identifiers, nobody has the one at whose desk we
/// are, and the desk of the other must first say who has that.
///
/// Until it answers, whatever is said about the first identifier waits here in its order, so that
/// nobody is created twice. Newcomers can ask about each other's identifiers; then the smaller
/// identifier goes first, so that no two ever wait for one another.
final class Newcomers {
  private static final byte[] FIRST = new byte[0];

  private final Map<Name, PersonKey> byName = new HashMap<>();
  private final Map<PersonKey, NewcomerRow> rows = new HashMap<>();
  private final Site site;

  /// An identifier of a workspace, normalized.
  private record Name(int workspace, Identifier identifier) {}

  Newcomers(Rows stored, Site site) {
    this.site = site;
    stored.scan(
        Table.NEWCOMER,
        FIRST,
        null,
        (key, row) -> {
          note(Keys.personIn(key), NewcomerRow.read(row));
          return true;
        });
  }

  private void note(PersonKey newcomer, NewcomerRow row) {
    byName.put(new Name(newcomer.workspace(), row.by().normalized()), newcomer);
    rows.put(newcomer, row);
  }

  /// Who is about to exist by the identifier; null for nobody.
  @Nullable PersonKey by(int workspace, Identifier identifier) {
    return byName.isEmpty() ? null : byName.get(new Name(workspace, identifier.normalized()));
  }

  /// What is known of a newcomer; null where there is none of that key.
  @Nullable NewcomerRow get(PersonKey newcomer) {
    return rows.get(newcomer);
  }

  void begin(Store store, PersonKey newcomer, Identifier by, Identifier asked) {
    save(store, newcomer, new NewcomerRow(by, asked, 0));
  }

  /// Has a message wait behind those that do already.
  void await(Store store, PersonKey newcomer, Message message) {
    NewcomerRow row = rows.get(newcomer);
    if (row == null) {
      throw new IllegalStateException("Expected a newcomer, but nobody waits as " + newcomer + ".");
    }
    NewcomerRow next = new NewcomerRow(row.by(), row.asked(), row.waiting() + 1);
    store.put(Table.WAITING, Keys.numbered(newcomer, next.waiting()), MessageCodec.encode(message));
    save(store, newcomer, next);
  }

  private void save(Store store, PersonKey newcomer, NewcomerRow row) {
    row.write(site.scratch().clear());
    store.put(Table.NEWCOMER, Keys.person(newcomer), site.scratch().toBytes());
    note(newcomer, row);
  }

  /// Ends the waiting.
  ///
  /// @return the messages that waited, in order
  List<Message> end(Store store, PersonKey newcomer) {
    NewcomerRow row = rows.remove(newcomer);
    if (row != null) {
      byName.remove(new Name(newcomer.workspace(), row.by().normalized()));
    }
    List<Message> waited = new ArrayList<>();
    byte[] from = Keys.person(newcomer);
    byte[] to = Keys.after(from);
    store.scan(
        Table.WAITING,
        from,
        to,
        (_, message) -> {
          waited.add(MessageCodec.decode(message));
          return true;
        });
    store.deleteRange(Table.WAITING, from, to);
    store.delete(Table.NEWCOMER, from);
    return waited;
  }

  /// Whether a newcomer by one identifier goes before one by another.
  static boolean goesBefore(Identifier one, Identifier other) {
    Identifier first = one.normalized();
    Identifier second = other.normalized();
    int byKind = Byte.compare(first.kind().code(), second.kind().code());
    return byKind != 0 ? byKind < 0 : first.value().compareTo(second.value()) < 0;
  }
}
