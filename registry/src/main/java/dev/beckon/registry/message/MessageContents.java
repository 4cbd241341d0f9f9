package dev.beckon.registry.message;

import dev.beckon.core.value.Value;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.Documents;
import dev.beckon.registry.document.Kind;
import dev.beckon.registry.store.Database;
import dev.beckon.registry.syntax.Json;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that messages have ever said, by hash; added to, never changed.
public final class MessageContents {
  private final Database database;
  private final Documents documents;
  private final InstantSource clock;

  public MessageContents(Database database, Documents documents, InstantSource clock) {
    this.database = database;
    this.documents = documents;
    this.clock = clock;
  }

  public Optional<Content> find(String hash) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT body FROM contents WHERE hash = :hash")
                .bind("hash", hash)
                .map((row, _) -> Content.ofStored(Json.stored(row.getString(1))))
                .findOne());
  }

  /// What a message says now, or would say if it were saved: for previews.
  public Content preview(int workspace, Value.Fields message) {
    return Content.of(message, layout(workspace, message));
  }

  /// Keeps what a message says now.
  ///
  /// @return its hash
  public String keep(Document message) {
    Content content = preview(message.workspace(), message.definition());
    String hash = content.hash();
    return database.write(
        handle -> {
          handle
              .createUpdate(
                  "INSERT INTO contents (hash, body, created_at) VALUES (:hash, :body, :at)"
                      + " ON CONFLICT (hash) DO NOTHING")
              .bind("hash", hash)
              .bind("body", content.toJson())
              .bind("at", clock.millis())
              .execute();
          return hash;
        });
  }

  private @Nullable String layout(int workspace, Value.Fields message) {
    return message.get("layout") instanceof Value.Text(String name)
        ? documents
            .named(workspace, Kind.LAYOUT, name)
            .map(Document::definition)
            .map(layout -> layout.get("html"))
            .map(Value::asText)
            .orElse(null)
        : null;
  }
}
