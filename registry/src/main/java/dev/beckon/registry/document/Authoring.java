package dev.beckon.registry.document;

import dev.beckon.core.value.Value;
import dev.beckon.registry.By;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.store.Database;
import java.util.List;
import java.util.stream.Collectors;

/// How documents of every kind are made, changed and deleted: checked, with references kept whole.
public final class Authoring {
  static final int DOCUMENTS_PER_KIND_MAX = 10_000;

  private final Database database;
  private final Documents documents;
  private final Checks checks;

  public Authoring(Database database, Documents documents, Checks checks) {
    this.database = database;
    this.documents = documents;
    this.checks = checks;
  }

  public Document create(int workspace, Kind kind, Value.Fields definition, By by) {
    return database.write(
        _ -> {
          Document document = put(workspace, kind, definition, by);
          refuse(checks.of(workspace, kind, document.definition()));
          return document;
        });
  }

  /// Changes a document; a new name is written into everything that refers to the old one.
  ///
  /// @param version the version that the change was made from
  public Document update(
      int workspace, Kind kind, int id, int version, Value.Fields definition, By by) {
    Value.Fields next = storable(kind, definition);
    return database.write(
        _ -> {
          Document before = documents.get(workspace, kind, id);
          if (before.version() != version) {
            throw Rejection.conflict(
                "%s has been changed in the meantime.".formatted(before.name()),
                "Expected version %d, but it is at %d. Load it again and repeat the change."
                    .formatted(version, before.version()));
          }
          if (before.definition().equals(next) && sameOrder(before.definition(), next)) {
            return before;
          }
          String name = Documents.name(next);
          if (!name.equals(before.name())) {
            refuseTaken(workspace, kind, name);
          }
          Document after = documents.replace(before, next, "update", by);
          if (!name.equals(before.name())) {
            renameReferences(after, before.name(), by);
          }
          refuse(checks.of(workspace, kind, next));
          return documents.get(workspace, kind, id);
        });
  }

  public void delete(int workspace, Kind kind, int id, By by) {
    database.write(
        _ -> {
          Document document = documents.get(workspace, kind, id);
          List<Document.Use> uses =
              documents.uses(workspace, kind, document.name()).stream()
                  .filter(use -> use.kind() != kind || use.id() != id)
                  .toList();
          if (!uses.isEmpty()) {
            throw Rejection.of(
                Rejection.Kind.IN_USE,
                document.name() + " is in use.",
                "Remove it first from %s.".formatted(list(uses)));
          }
          documents.remove(document, by);
          return document;
        });
  }

  /// Stores a definition under its name, new or over what is there, without checking more than the
  /// name: for many at a time, checked together afterwards.
  public Document put(int workspace, Kind kind, Value.Fields definition, By by) {
    Value.Fields next = storable(kind, definition);
    refuseTaken(workspace, kind, Documents.name(next));
    if (documents.count(workspace, kind) >= DOCUMENTS_PER_KIND_MAX) {
      throw Rejection.of(
          Rejection.Kind.TOO_LARGE,
          "There are too many documents of this kind.",
          "Expected at most %d. Delete some first.".formatted(DOCUMENTS_PER_KIND_MAX));
    }
    return documents.insert(workspace, kind, next, by);
  }

  /// Replaces a document of the same name without checking it.
  public Document overwrite(Document before, Value.Fields definition, By by) {
    return documents.replace(before, storable(before.kind(), definition), "update", by);
  }

  /// Removes a document without looking at who refers to it.
  public void remove(Document document, By by) {
    documents.remove(document, by);
  }

  /// Refuses a document with something wrong in it.
  public static void refuse(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw Rejection.invalid(findings.stream().map(Finding::fault).toList());
    }
  }

  private static Value.Fields storable(Kind kind, Value.Fields definition) {
    Finding problem = Checks.name(kind, definition);
    if (problem != null) {
      throw Rejection.invalid(List.of(problem.fault()));
    }
    return Canon.of(definition);
  }

  private void refuseTaken(int workspace, Kind kind, String name) {
    if (documents.named(workspace, kind, name).isPresent()) {
      throw Rejection.conflict(
          "A %s is called %s already.".formatted(kind.word(), name), "Choose another name.");
    }
  }

  private void renameReferences(Document document, String from, By by) {
    for (Kind kind : Kind.values()) {
      for (Document user : documents.list(document.workspace(), kind)) {
        Value.Fields next =
            References.renamed(kind, user.definition(), document.kind(), from, document.name());
        if (!next.equals(user.definition())) {
          documents.replace(user, next, "rename inside", by);
        }
      }
    }
  }

  private static boolean sameOrder(Value.Fields a, Value.Fields b) {
    return a.toString().equals(b.toString());
  }

  private static String list(List<Document.Use> uses) {
    return uses.stream()
        .map(use -> use.kind().word() + " " + use.name())
        .distinct()
        .limit(5)
        .collect(Collectors.joining(", "));
  }
}
