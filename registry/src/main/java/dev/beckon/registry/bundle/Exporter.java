package dev.beckon.registry.bundle;

import dev.beckon.core.value.Value;
import dev.beckon.registry.campaign.Campaign;
import dev.beckon.registry.campaign.Runs;
import dev.beckon.registry.document.Canon;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.Documents;
import dev.beckon.registry.document.Kind;
import dev.beckon.registry.syntax.YamlText;
import dev.beckon.registry.workspace.IdentityOptions;
import dev.beckon.registry.workspace.Workspace;
import dev.beckon.registry.workspace.Workspaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a workspace as files: the same files for the same definitions.
final class Exporter {
  private final Workspaces workspaces;
  private final Documents documents;
  private final Runs runs;

  Exporter(Workspaces workspaces, Documents documents, Runs runs) {
    this.workspaces = workspaces;
    this.documents = documents;
    this.runs = runs;
  }

  /// One thing and the files that define it.
  record Written(String kind, String name, List<BundleFile> files) {}

  /// Everything: the workspace, then layouts, segments, messages and campaigns by name.
  List<Written> write(int workspace) {
    List<Written> all = new ArrayList<>();
    Workspace settings = workspaces.get(workspace);
    all.add(
        new Written(
            "workspace",
            settings.name(),
            List.of(new BundleFile("workspace.yaml", YamlText.of(settings(settings))))));
    for (Kind kind : List.of(Kind.LAYOUT, Kind.SEGMENT, Kind.MESSAGE, Kind.CAMPAIGN)) {
      FileNames names = new FileNames();
      documents.list(workspace, kind).stream()
          .sorted(Comparator.comparingInt(Document::id))
          .map(d -> new Written(kind.word(), d.name(), files(d, names.of(d.name()))))
          .sorted(Comparator.comparing(Written::name))
          .forEach(all::add);
    }
    return all;
  }

  /// Environment and secrets stay out: which SMTP server is used is not part of the definitions.
  private static Value.Fields settings(Workspace workspace) {
    LinkedHashMap<String, Value> sender = new LinkedHashMap<>();
    sender.put("from", Value.of(workspace.sender().from()));
    String replyTo = workspace.sender().replyTo();
    if (replyTo != null) {
      sender.put("reply_to", Value.of(replyTo));
    }
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    fields.put("name", Value.of(workspace.name()));
    fields.put("timezone", Value.of(workspace.timezone()));
    fields.put("sender", new Value.Fields(sender));
    IdentityOptions identity = workspace.identity();
    if (!identity.equals(IdentityOptions.NONE)) {
      fields.put(
          "identity",
          Value.Fields.EMPTY
              .with("email_by_id", Value.of(identity.emailById()))
              .with("auto_merge", Value.of(identity.autoMerge())));
    }
    return new Value.Fields(fields);
  }

  private List<BundleFile> files(Document document, String file) {
    return switch (document.kind()) {
      case SEGMENT ->
          List.of(new BundleFile("segments/" + file + ".yaml", YamlText.of(document.definition())));
      case CAMPAIGN ->
          List.of(new BundleFile("campaigns/" + file + ".yaml", YamlText.of(campaign(document))));
      case MESSAGE -> message(document.definition(), file);
      case LAYOUT ->
          List.of(
              new BundleFile(
                  "layouts/" + document.name() + ".html", body(document.definition(), "html")));
    };
  }

  private Value.Fields campaign(Document document) {
    Campaign.State state = runs.get(document.id()).run().state();
    return state == Campaign.State.DRAFT
        ? document.definition()
        : Canon.of(document.definition().with("state", Value.of(state.shown())));
  }

  private static List<BundleFile> message(Value.Fields message, String file) {
    List<BundleFile> files = new ArrayList<>();
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>(message.fields());
    String html = besides(message, "html", file + ".html", fields);
    String text = besides(message, "text", file + ".txt", fields);
    files.add(new BundleFile("messages/" + file + ".yaml", YamlText.of(new Value.Fields(fields))));
    if (html != null) {
      files.add(new BundleFile("messages/" + file + ".html", html));
    }
    if (text != null) {
      files.add(new BundleFile("messages/" + file + ".txt", text));
    }
    return files;
  }

  /// Takes a body out of the document; the file's text, or null where there is no body.
  private static @Nullable String besides(
      Value.Fields message, String key, String file, Map<String, Value> fields) {
    if (message.get(key) == null) {
      return null;
    }
    fields.put(key, Value.Fields.EMPTY.with("file", Value.of(file)));
    return body(message, key);
  }

  private static String body(Value.Fields document, String key) {
    Value body = document.get(key);
    return (body == null ? "" : body.asText()) + "\n";
  }
}
