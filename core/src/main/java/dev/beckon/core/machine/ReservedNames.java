package dev.beckon.core.machine;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names of attributes that callers cannot set (spec: data-in.md, 5.6).
final class ReservedNames {
  private static final Set<String> WORKED_OUT =
      Set.of(
          "timezone_valid",
          "cio_timezone",
          "cio_city",
          "cio_region",
          "cio_country",
          "cio_postal_code",
          "cio_latitude",
          "cio_longitude");

  private ReservedNames() {}

  /// Why a caller cannot set the attribute; null where it can.
  static @Nullable String refusal(String name) {
    if (name.isBlank()) {
      return "Expected a name, but it is empty.";
    }
    if (name.equals("cio_id")) {
      return "The cio_id is given once and never changes.";
    }
    if (name.equals("id") || name.equals("email")) {
      return "Expected an identifier as text; it is not an attribute.";
    }
    if (name.startsWith("_")) {
      return "Names that start with an underscore are kept for internal use; choose another name.";
    }
    if (WORKED_OUT.contains(name) || name.startsWith("cio_iso_")) {
      return "The attribute is worked out from other data and cannot be set.";
    }
    return null;
  }
}
