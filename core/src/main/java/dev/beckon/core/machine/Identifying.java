package dev.beckon.core.machine;

import dev.beckon.core.catalog.Limits;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.person.Attribute;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Identifiers;
import dev.beckon.core.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes in who somebody is: identifiers and attributes (spec: data-in.md, 1.3 and 5).
final class Identifying {
  private static final int UTF8_BYTES_PER_CHAR_MAX = 3;

  private final Deciding deciding;

  Identifying(Deciding deciding) {
    this.deciding = deciding;
  }

  void take(Input.Identify input) {
    if (!deciding.person().exists()) {
      if (input.updateOnly() || input.by() == null) {
        deciding.refused(
            input.by() == null ? "cio_id" : input.by().kind().word(),
            input.by() == null ? "" : input.by().value(),
            "There is no such person, and the call asks to update only.");
        return;
      }
      create(input.by());
    }
    for (Identifier identifier : input.sets()) {
      hold(identifier, input.by() == null);
    }
    attributes(input);
  }

  /// Makes the person exist, held by the identifier at whose desk we are.
  void create(Identifier by) {
    deciding.change(new Change.Created(deciding.now()));
    deciding.change(new Change.CatalogAdopted(deciding.catalog().version()));
    deciding.change(new Change.IdentifierHeld(by.kind(), new Identifiers.Held(by.value(), false)));
    deciding.activity(
        "profile_create",
        "",
        deciding.now(),
        Value.Fields.EMPTY.with(by.kind().word(), Value.of(by.value())));
    deciding.touchAll();
  }

  private void hold(Identifier identifier, boolean overwrite) {
    Identifiers identifiers = deciding.person().profile().identifiers();
    IdentifierKind kind = identifier.kind();
    if (identifiers.holds(identifier) || identifier.value().isEmpty()) {
      return;
    }
    Identifiers.Held held = identifiers.held(kind);
    if (held != null && !overwrite) {
      deciding.refused(
          kind.word(),
          identifier.value(),
          "The person already has another "
              + kind.word()
              + ", which only a call by cio_id may change.");
      return;
    }
    if (held != null) {
      deciding.effect(new Effect.Release(new Identifier(kind, held.value())));
    }
    deciding.change(
        new Change.IdentifierHeld(kind, new Identifiers.Held(identifier.value(), true)));
    deciding.effect(new Effect.Claim(identifier));
    deciding.touchAttribute(kind.word());
  }

  /// The desk has answered. Its refusal counts also where an earlier claim of the same identifier
  /// was granted: it was given up in between, and another person was faster.
  void answered(Input.ClaimAnswered answer) {
    Identifier identifier = answer.identifier();
    Identifiers identifiers = deciding.person().profile().identifiers();
    if (!deciding.person().exists() || !identifiers.holds(identifier)) {
      if (answer.granted()) {
        deciding.effect(new Effect.Release(identifier));
      }
      return;
    }
    Identifiers.Held held = identifiers.held(identifier.kind());
    if (held != null && answer.granted()) {
      if (held.pending()) {
        deciding.change(
            new Change.IdentifierHeld(
                identifier.kind(), new Identifiers.Held(held.value(), false)));
      }
      return;
    }
    deciding.change(new Change.IdentifierHeld(identifier.kind(), null));
    deciding.touchAttribute(identifier.kind().word());
    deciding.refused(
        identifier.kind().word(),
        identifier.value(),
        "The identifier is already associated with a different profile.");
  }

  private void attributes(Input.Identify input) {
    long setAt = input.setAt() == null ? input.at() : Math.min(input.setAt(), input.at());
    LinkedHashMap<String, Value> changed = new LinkedHashMap<>();
    LinkedHashMap<String, Value> skipped = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : input.attributes().entrySet()) {
      attribute(entry.getKey(), entry.getValue(), setAt, changed, skipped);
    }
    if (!changed.isEmpty()) {
      deciding.activity(
          "attribute_change",
          String.join(", ", changed.keySet()),
          setAt,
          new Value.Fields(changed));
    }
    if (!skipped.isEmpty()) {
      deciding.activity(
          "skipped_update", String.join(", ", skipped.keySet()), setAt, new Value.Fields(skipped));
    }
  }

  private void attribute(
      String name,
      Value value,
      long setAt,
      Map<String, Value> changed,
      Map<String, Value> skipped) {
    String refusal = refusal(name, value);
    if (refusal != null) {
      deciding.refused(name, "", refusal);
      return;
    }
    Attribute before = deciding.person().profile().attributes().get(name);
    if (before != null && before.setAt() > setAt) {
      skipped.put(name, reason("A later update has set it already.", value));
      return;
    }
    Value after = value.isBlank() ? Value.nothing() : value;
    Value from = before == null ? Value.nothing() : before.value();
    if (before == null && after instanceof Value.Nothing) {
      return;
    }
    deciding.change(new Change.AttributeSet(name, new Attribute(after, setAt)));
    if (!from.equals(after)) {
      changed.put(name, difference(from, after));
      deciding.touchAttribute(name);
    }
  }

  private @Nullable String refusal(String name, Value value) {
    if (isLongerThan(name, Limits.ATTRIBUTE_NAME_BYTES_MAX)) {
      return "Expected a name of at most " + Limits.ATTRIBUTE_NAME_BYTES_MAX + " bytes.";
    }
    if (value instanceof Value.Text(String text)
        ? isLongerThan(text, Limits.ATTRIBUTE_VALUE_BYTES_MAX)
        : isNested(value) && isLongerThan(value.asText(), Limits.ATTRIBUTE_VALUE_BYTES_MAX)) {
      return "Expected a value of at most " + Limits.ATTRIBUTE_VALUE_BYTES_MAX + " bytes.";
    }
    Map<String, Attribute> known = deciding.person().profile().attributes();
    if (known.size() >= Limits.ATTRIBUTES_PER_PERSON_MAX && !known.containsKey(name)) {
      return "Expected at most " + Limits.ATTRIBUTES_PER_PERSON_MAX + " attributes per person.";
    }
    return null;
  }

  private static boolean isNested(Value value) {
    return value instanceof Value.Items || value instanceof Value.Fields;
  }

  private static boolean isLongerThan(String text, int bytesMax) {
    return text.length() > bytesMax / UTF8_BYTES_PER_CHAR_MAX
        && text.getBytes(StandardCharsets.UTF_8).length > bytesMax;
  }

  private static Value difference(Value from, Value to) {
    LinkedHashMap<String, Value> difference = new LinkedHashMap<>();
    difference.put("from", from);
    difference.put("to", to);
    return new Value.Fields(difference);
  }

  private static Value reason(String reason, Value value) {
    LinkedHashMap<String, Value> why = new LinkedHashMap<>();
    why.put("reason", Value.of(reason));
    why.put("value", value);
    return new Value.Fields(why);
  }
}
