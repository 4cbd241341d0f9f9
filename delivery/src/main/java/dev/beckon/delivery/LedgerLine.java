package dev.beckon.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.value.Value;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.zip.CRC32;

/// One line of the ledger's file: what happened, to which delivery, and a checksum by which a line
/// that was cut short is known.
///
/// `S 7 0003000000000042 5 #1a2b3c4d`: started; `W`: withdrawn; `R`: reported; `E`: ended, followed
/// by metric, `arrived` or `-`, and the detail.
///
/// @param outcome of an `E` line
record LedgerLine(char what, DeliveryId delivery, Optional<Outcome> outcome) {
  static final char STARTED = 'S';
  static final char WITHDRAWN = 'W';
  static final char ENDED = 'E';
  static final char REPORTED = 'R';

  static LedgerLine of(char what, DeliveryId delivery) {
    return new LedgerLine(what, delivery, Optional.empty());
  }

  static LedgerLine ended(DeliveryId delivery, Outcome outcome) {
    return new LedgerLine(ENDED, delivery, Optional.of(outcome));
  }

  /// The line with its end.
  byte[] bytes() {
    StringJoiner words = new StringJoiner(" ");
    words.add(Character.toString(what));
    words.add(Integer.toString(delivery.person().workspace()));
    words.add(delivery.person().cioIdText());
    words.add(Long.toString(delivery.number()));
    outcome.ifPresent(
        end -> {
          words.add(end.metric().name());
          words.add(end.arrived() ? "arrived" : "-");
          end.detail().fields().forEach((name, value) -> words.add(field(name, value)));
        });
    String text = words.toString();
    return (text + " #" + checksum(text) + "\n").getBytes(UTF_8);
  }

  private static String field(String name, Value value) {
    char type =
        switch (value) {
          case Value.Truth _ -> 'b';
          case Value.Whole _ -> 'n';
          default -> 't';
        };
    return encode(name) + "=" + type + encode(value.asText());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /// Reads a line without its end; empty if it is damaged.
  static Optional<LedgerLine> parse(String line) {
    int mark = line.lastIndexOf(" #");
    if (mark < 0 || !line.substring(mark + 2).equals(checksum(line.substring(0, mark)))) {
      return Optional.empty();
    }
    String[] words = line.substring(0, mark).split(" ");
    DeliveryId delivery =
        new DeliveryId(
            PersonKey.parse(Integer.parseInt(words[1]), words[2]), Long.parseLong(words[3]));
    char what = words[0].charAt(0);
    return Optional.of(
        what == ENDED ? ended(delivery, outcome(words)) : LedgerLine.of(what, delivery));
  }

  private static Outcome outcome(String[] words) {
    Value.Fields detail = Value.Fields.EMPTY;
    for (int i = 6; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      String text = URLDecoder.decode(words[i].substring(equals + 2), UTF_8);
      Value value =
          switch (words[i].charAt(equals + 1)) {
            case 'b' -> Value.of(Boolean.parseBoolean(text));
            case 'n' -> Value.of(Long.parseLong(text));
            default -> Value.of(text);
          };
      detail = detail.with(URLDecoder.decode(words[i].substring(0, equals), UTF_8), value);
    }
    return new Outcome(Metric.valueOf(words[4]), words[5].equals("arrived"), detail);
  }

  /// Does to the ledger what the line says.
  void applyTo(MemoryLedger ledger) {
    switch (what) {
      case STARTED -> ledger.started(delivery);
      case ENDED -> ledger.ended(delivery, outcome.orElseThrow());
      case WITHDRAWN -> ledger.withdrawn(delivery);
      case REPORTED -> ledger.reported(delivery);
      default ->
          throw new IllegalStateException("Expected a line of S, W, E or R, but got " + what + ".");
    }
  }

  /// The one line that says what an entry of the ledger is.
  static LedgerLine of(Map.Entry<DeliveryId, Optional<Outcome>> entry) {
    return entry
        .getValue()
        .map(outcome -> ended(entry.getKey(), outcome))
        .orElseGet(() -> of(STARTED, entry.getKey()));
  }
}
