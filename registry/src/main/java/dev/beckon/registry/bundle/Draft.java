package dev.beckon.registry.bundle;

import dev.beckon.core.value.Value;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.document.Finding;
import dev.beckon.registry.document.Kind;
import dev.beckon.registry.syntax.Yaml;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A definition as it was read from files, and how to find a place in them again.
///
/// @param state what the file says about the campaign's state, or null
/// @param path the file that it was read from
/// @param yaml where things stood in that file; null for a layout, which is all body
/// @param bodies by key (`html`, `text`) the files that bodies were read from
record Draft(
    Kind kind,
    String name,
    Value.Fields definition,
    @Nullable String state,
    String path,
    Yaml.@Nullable Parsed yaml,
    Map<String, String> bodies) {

  /// A finding as a place in the files: `messages/welcome.html:3:14`.
  Rejection.Fault fault(Finding finding) {
    String key = finding.pointer().startsWith("/") ? finding.pointer().substring(1) : "";
    String body = bodies.get(key);
    if (body != null) {
      int line = Math.max(1, finding.line());
      int column = Math.max(1, finding.column());
      return new Rejection.Fault(body + ":" + line + ":" + column, finding.detail());
    }
    return fault(finding.pointer(), finding.fault().detail());
  }

  Rejection.Fault fault(String pointer, String detail) {
    Yaml.Place place = yaml == null ? new Yaml.Place(1, 1) : yaml.place(pointer);
    return new Rejection.Fault(path + ":" + place.line() + ":" + place.column(), detail);
  }

  Rejection.Fault fault(Rejection.Fault fault) {
    return fault(fault.pointer(), fault.detail());
  }
}
