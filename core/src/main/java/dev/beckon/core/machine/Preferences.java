package dev.beckon.core.machine;

import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;

/// The attribute that holds what a person wants to get; names with dots change single entries of it
/// (spec: data-in.md, 1.3, 5.6). In all other names a dot is a letter like any other.
final class Preferences {
  static final String NAME = "cio_subscription_preferences";

  private static final String PATCH = NAME + ".";

  private Preferences() {}

  static boolean isPatch(String name) {
    return name.startsWith(PATCH) && name.length() > PATCH.length();
  }

  /// The preferences with one entry set, or taken out where the value is blank.
  ///
  /// @param name such as `cio_subscription_preferences.topics.topic_1`
  static Value patched(Value before, String name, Value value) {
    return patched(before, name.substring(PATCH.length()).split("\\.", -1), 0, value);
  }

  private static Value patched(Value before, String[] path, int depth, Value value) {
    if (depth == path.length) {
      return value;
    }
    Value.Fields fields = before instanceof Value.Fields known ? known : Value.Fields.EMPTY;
    Value inner = fields.fields().getOrDefault(path[depth], Value.nothing());
    Value after = patched(inner, path, depth + 1, value);
    return after.isBlank()
        ? new Value.Fields(Maps.without(fields.fields(), path[depth]))
        : fields.with(path[depth], after);
  }
}
