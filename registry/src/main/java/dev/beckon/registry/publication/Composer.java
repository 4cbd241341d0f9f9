package dev.beckon.registry.publication;

import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import dev.beckon.registry.campaign.Campaign;
import dev.beckon.registry.campaign.Runs;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.Documents;
import dev.beckon.registry.document.Kind;
import dev.beckon.registry.message.MessageContents;
import dev.beckon.registry.workspace.IdentityOptions;
import dev.beckon.registry.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// Puts together what a workspace publishes: settings, all segments, all campaigns but drafts.
final class Composer {
  private final Documents documents;
  private final Runs runs;
  private final MessageContents contents;

  Composer(Documents documents, Runs runs, MessageContents contents) {
    this.documents = documents;
    this.runs = runs;
    this.contents = contents;
  }

  /// @param version the version that this will be, for campaigns that it starts
  Value.Fields compose(Workspace workspace, long version) {
    SequencedMap<String, Value> settings = new LinkedHashMap<>();
    settings.put("name", Value.of(workspace.name()));
    settings.put("timezone", Value.of(workspace.timezone()));
    IdentityOptions identity = workspace.identity();
    if (!identity.equals(IdentityOptions.NONE)) {
      settings.put(
          "identity",
          Value.Fields.EMPTY
              .with("email_by_id", Value.of(identity.emailById()))
              .with("auto_merge", Value.of(identity.autoMerge())));
    }
    SequencedMap<String, Value> published = new LinkedHashMap<>();
    published.put("settings", new Value.Fields(settings));
    published.put("segments", new Value.Items(segments(workspace.id())));
    published.put("campaigns", new Value.Items(campaigns(workspace.id(), version)));
    return new Value.Fields(published);
  }

  private List<Value> segments(int workspace) {
    List<Value> segments = new ArrayList<>();
    byId(workspace, Kind.SEGMENT).forEach(document -> segments.add(withId(document)));
    return segments;
  }

  private List<Value> campaigns(int workspace, long version) {
    Map<String, Optional<String>> hashes = new HashMap<>();
    Function<String, Optional<String>> content =
        message ->
            hashes.computeIfAbsent(
                message,
                name -> documents.named(workspace, Kind.MESSAGE, name).map(contents::keep));
    List<Value> campaigns = new ArrayList<>();
    Map<Integer, Runs.Past> pasts = runs.all(workspace);
    for (Document document : byId(workspace, Kind.CAMPAIGN)) {
      Runs.Past past = pasts.getOrDefault(document.id(), Runs.DRAFT);
      if (past.run().state() != Campaign.State.DRAFT) {
        if (past.run().state() == Campaign.State.RUNNING && past.startedEpoch() == 0) {
          runs.started(document.id(), version);
          past = runs.get(document.id());
        }
        campaigns.add(campaign(document, past, content));
      }
    }
    return campaigns;
  }

  private Value.Fields campaign(
      Document document, Runs.Past past, Function<String, Optional<String>> content) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>(withId(document).fields());
    fields.put("state", Value.of(past.run().state().name().toLowerCase(Locale.ROOT)));
    fields.put("started_epoch", Value.of(past.startedEpoch()));
    LinkedHashMap<String, Value> retired = new LinkedHashMap<>();
    past.retired().forEach((id, next) -> retired.put(id, Value.of(next)));
    fields.put("retired", new Value.Fields(retired));
    fields.computeIfPresent("steps", (_, steps) -> steps(steps, content));
    return new Value.Fields(fields);
  }

  private Value steps(Value steps, Function<String, Optional<String>> content) {
    if (!(steps instanceof Value.Items list)) {
      return steps;
    }
    List<Value> next = new ArrayList<>();
    for (Value item : list.items()) {
      next.add(item instanceof Value.Fields step ? step(step, content) : item);
    }
    return new Value.Items(next);
  }

  private Value step(Value.Fields step, Function<String, Optional<String>> content) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>(step.fields());
    fields.computeIfPresent("then", (_, steps) -> steps(steps, content));
    fields.computeIfPresent("otherwise", (_, steps) -> steps(steps, content));
    if (step.get("send") instanceof Value.Fields send
        && send.get("message") instanceof Value.Text(String name)) {
      content.apply(name).ifPresent(hash -> fields.put("content", Value.of(hash)));
    }
    return new Value.Fields(fields);
  }

  private List<Document> byId(int workspace, Kind kind) {
    return documents.list(workspace, kind).stream()
        .sorted(Comparator.comparingInt(Document::id))
        .toList();
  }

  private static Value.Fields withId(Document document) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    fields.put("id", Value.of(document.id()));
    fields.putAll(document.definition().fields());
    return new Value.Fields(Maps.copy(fields));
  }
}
