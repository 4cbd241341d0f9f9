package dev.beckon.api.intake;

import dev.beckon.api.http.Refusal;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What an identify call says: identifiers, attributes, and how to take them (spec: data-in.md,
/// 1.3).
///
/// @param setAt logical time of the update (epoch ms), null for now
public record IdentifyBody(
    List<Identifier> sets,
    SequencedMap<String, Value> attributes,
    @Nullable Long setAt,
    boolean updateOnly) {

  public static IdentifyBody of(Value.Fields body, long now) {
    if (body.fields().size() > Limits.ATTRIBUTES_PER_PERSON_MAX) {
      throw Refusal.invalid(
          "Expected at most "
              + Limits.ATTRIBUTES_PER_PERSON_MAX
              + " attributes in a call, but got "
              + body.fields().size()
              + ".");
    }
    List<Identifier> sets = new ArrayList<>(2);
    SequencedMap<String, Value> attributes = new LinkedHashMap<>();
    Long setAt = null;
    boolean updateOnly = false;
    for (Map.Entry<String, Value> field : body.fields().entrySet()) {
      Value value = field.getValue();
      switch (field.getKey()) {
        case "id" -> identifier(IdentifierKind.ID, value, sets);
        case "email" -> identifier(IdentifierKind.EMAIL, value, sets);
        case "cio_id" -> {}
        case "_timestamp" -> setAt = Timestamps.read("_timestamp", value, now);
        case "_update" -> updateOnly = isTrue(value);
        default -> attributes.put(field.getKey(), value);
      }
    }
    return new IdentifyBody(sets, attributes, setAt, updateOnly);
  }

  /// Numbers count as their digits; a blank takes the identifier away, where the call may do that,
  /// and a `cio_…` is never an id.
  private static void identifier(IdentifierKind kind, Value value, List<Identifier> into) {
    String text =
        switch (value) {
          case Value.Text given -> given.text();
          case Value.Whole number -> Long.toString(number.number());
          case Value.Nothing _ -> "";
          case Value.Truth _, Value.Decimal _, Value.Items _, Value.Fields _ ->
              throw Refusal.invalid(
                  "Expected text as " + kind.name() + ", but got " + value.asText() + ".");
        };
    boolean system = kind == IdentifierKind.ID && text.startsWith(Addressee.CIO_PREFIX);
    if (text.isBlank()) {
      into.add(new Identifier(kind, ""));
    } else if (!system) {
      Addressee.within(text);
      into.add(new Identifier(kind, text));
    }
  }

  private static boolean isTrue(Value value) {
    return switch (value) {
      case Value.Truth truth -> truth.truth();
      case Value.Whole number -> number.number() == 1;
      case Value.Text text -> text.text().equalsIgnoreCase("true") || text.text().equals("1");
      case Value.Nothing _, Value.Decimal _, Value.Items _, Value.Fields _ -> false;
    };
  }
}
