package dev.beckon.registry.document;

import dev.beckon.core.catalog.DefinitionException;
import dev.beckon.core.catalog.DefinitionReader;
import dev.beckon.core.catalog.SegmentOrder;
import dev.beckon.core.segment.Segment;
import dev.beckon.core.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether documents may stand as they are, given everything else on the shelf.
public final class Checks {
  private final Documents documents;
  private final MessageReader messages;

  public Checks(Documents documents, TemplateCheck templates) {
    this.documents = documents;
    this.messages = new MessageReader(templates);
  }

  /// What is wrong with a document; empty where nothing is. References are looked up on the shelf.
  public List<Finding> of(int workspace, Kind kind, Value.Fields definition) {
    return switch (kind) {
      case SEGMENT -> segment(workspace, definition);
      case CAMPAIGN -> campaign(workspace, definition);
      case MESSAGE -> message(workspace, definition);
      case LAYOUT -> messages.layout(definition);
    };
  }

  /// What keeps a definition from being stored under its name at all.
  static @Nullable Finding name(Kind kind, Value.Fields definition) {
    if (!(definition.get("name") instanceof Value.Text(String name))) {
      return Finding.at("/name", "Expected a name, but it is missing. Add \"name\".");
    }
    String problem = kind == Kind.LAYOUT ? Names.slugProblem(name) : Names.problem(name);
    return problem == null ? null : Finding.at("/name", problem);
  }

  /// How core finds segments by name.
  public dev.beckon.core.catalog.Names names(int workspace) {
    return name -> documents.idOf(workspace, Kind.SEGMENT, name);
  }

  private List<Finding> segment(int workspace, Value.Fields definition) {
    List<Finding> reserved = Reserved.findings(Kind.SEGMENT, definition);
    if (!reserved.isEmpty()) {
      return reserved;
    }
    try {
      DefinitionReader.segment(definition, names(workspace));
      SegmentOrder.of(reachable(workspace, definition));
      return List.of();
    } catch (DefinitionException e) {
      return e.problems().stream().map(Finding::of).toList();
    }
  }

  private List<Finding> campaign(int workspace, Value.Fields definition) {
    List<Finding> reserved = Reserved.findings(Kind.CAMPAIGN, definition);
    if (!reserved.isEmpty()) {
      return reserved;
    }
    try {
      DefinitionReader.campaign(definition, names(workspace));
      return List.of();
    } catch (DefinitionException e) {
      return e.problems().stream().map(Finding::of).toList();
    }
  }

  private List<Finding> message(int workspace, Value.Fields definition) {
    List<Finding> findings = new ArrayList<>(messages.read(definition));
    if (definition.get("layout") instanceof Value.Text(String layout)
        && documents.named(workspace, Kind.LAYOUT, layout).isEmpty()) {
      findings.add(
          Finding.at(
              "/layout", "Expected the name of a layout, but there is no \"" + layout + "\"."));
    }
    return findings;
  }

  /// The segment and all that it refers to, directly or not.
  private List<Segment> reachable(int workspace, Value.Fields definition)
      throws DefinitionException {
    dev.beckon.core.catalog.Names names = names(workspace);
    Map<String, Segment> found = new LinkedHashMap<>();
    ArrayDeque<String> open = new ArrayDeque<>();
    open.add(String.valueOf(definition.get("name") instanceof Value.Text(String n) ? n : ""));
    while (!open.isEmpty()) {
      String name = open.removeFirst();
      Optional<Document> next =
          found.containsKey(name)
              ? Optional.empty()
              : documents.named(workspace, Kind.SEGMENT, name);
      if (next.isPresent()) {
        Value.Fields document = next.get().definition();
        found.put(
            name, DefinitionReader.segment(document.with("id", Value.of(next.get().id())), names));
        References.of(Kind.SEGMENT, document).forEach(reference -> open.add(reference.name()));
      }
    }
    return List.copyOf(found.values());
  }
}
