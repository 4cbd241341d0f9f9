package dev.beckon.simulator;

import dev.beckon.engine.query.Queries;
import dev.beckon.engine.store.MetaKind;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.BiPredicate;

/// A hash of everything that a host has stored and that has a meaning.
///
/// Left out is how a host goes about it: relays that have arrived, and cursors of its searches.
public final class Digest {
  private static final Set<MetaKind> MEANT =
      EnumSet.of(MetaKind.BORN, MetaKind.PEOPLE, MetaKind.SENT, MetaKind.RECEIVED);
  private static final byte[] FIRST = new byte[0];

  private Digest() {}

  public static String of(Queries queries) {
    MessageDigest digest = sha256();
    for (int partition = 0; partition < queries.partitions(); partition++) {
      queries.read(partition, rows -> add(digest, rows, Digest::isMeant));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// Of one partition: cursors too, so that two must have gone about it in the same way.
  public static String ofEverything(Rows rows) {
    MessageDigest digest = sha256();
    add(digest, rows, (table, _) -> table != Table.RELAY);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest add(
      MessageDigest digest, Rows rows, BiPredicate<Table, byte[]> chosen) {
    for (Table table : Table.values()) {
      rows.scan(
          table,
          FIRST,
          null,
          (key, row) -> {
            if (chosen.test(table, key)) {
              digest.update(table.code());
              add(digest, key);
              add(digest, row);
            }
            return true;
          });
    }
    return digest;
  }

  private static boolean isMeant(Table table, byte[] key) {
    return switch (table) {
      case RELAY -> false;
      case META -> MEANT.stream().anyMatch(kind -> kind.code() == key[0]);
      case PERSON,
          DESK,
          TIMER,
          OUTBOX,
          ACTIVITY,
          TIMELINE,
          JOURNEY,
          TRACE,
          DELIVERY,
          TALLY,
          MEMBER,
          DEDUPE,
          CATALOG,
          CAMPAIGN_JOURNEY,
          DELIVERY_TIMELINE,
          NEWCOMER,
          WAITING,
          DEVICE,
          SUPPRESSED,
          REDIRECT,
          LUGGAGE,
          ANONYMOUS,
          ASSOCIATION ->
          true;
    };
  }

  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "Expected every JDK to know SHA-256, but this one does not.", e);
    }
  }
}
