package dev.beckon.registry.document;

import dev.beckon.core.value.Value;
import java.time.Instant;

/// An authored definition as it is now.
///
/// @param name unique in the workspace among its kind; how others refer to it
/// @param version grows by one with every change; a change must name the one that it was made from
/// @param definition the document, in its canonical form
public record Document(
    Kind kind,
    int id,
    int workspace,
    String name,
    int version,
    Value.Fields definition,
    Instant createdAt,
    Instant updatedAt) {

  /// How a document was at some time.
  public record Revision(int version, Value.Fields definition, Instant at, String by) {}

  /// A document that refers to another one.
  ///
  /// @param role trigger, filter, exit, goal, step, condition, message or layout
  public record Use(Kind kind, int id, String name, String role) {}
}
