package dev.beckon.api.app;

import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.engine.query.People;
import dev.beckon.engine.query.Queries;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds people by what a call names them (spec: app-api.md, 1, person addressing).
final class Lookup {
  private static final String CIO_PREFIX = "cio_";

  private final People people;

  Lookup(Queries queries) {
    this.people = new People(queries);
  }

  /// The person in the path.
  ///
  /// @throws Refusal if there is nobody of this name
  Person inPath(int workspace, Request request) {
    String name = request.segment("id");
    return find(workspace, name, request.query("id_type"))
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "Expected the name of a person, but nobody is called \"" + name + "\"."));
  }

  /// @param idType what the name is; null counts as `id`
  Optional<Person> find(int workspace, String name, @Nullable String idType) {
    return switch (idType == null || idType.isEmpty() ? "id" : idType) {
      case "id" ->
          name.startsWith(CIO_PREFIX)
              ? byCioId(workspace, name)
              : byIdentifier(workspace, Identifier.id(name));
      case "email" -> byIdentifier(workspace, Identifier.email(name));
      case "cio_id" -> byCioId(workspace, name);
      case "phone" ->
          throw Refusal.invalid(
              "Expected id_type to be id, email or cio_id; phone numbers do not identify people in"
                  + " this workspace.");
      default ->
          throw Refusal.invalid(
              "Expected id_type to be id, email or cio_id, but got \"" + idType + "\".");
    };
  }

  Optional<Person> byKey(PersonKey key) {
    return people.byKey(key);
  }

  private Optional<Person> byIdentifier(int workspace, Identifier identifier) {
    int bytes = identifier.value().getBytes(StandardCharsets.UTF_8).length;
    return bytes > Limits.IDENTIFIER_BYTES_MAX
        ? Optional.empty()
        : people.byIdentifier(workspace, identifier);
  }

  private Optional<Person> byCioId(int workspace, String name) {
    String bare = name.startsWith(CIO_PREFIX) ? name.substring(CIO_PREFIX.length()) : name;
    try {
      return people.byKey(PersonKey.parse(workspace, bare));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
