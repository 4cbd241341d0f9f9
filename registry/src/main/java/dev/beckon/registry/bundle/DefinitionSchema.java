package dev.beckon.registry.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The JSON Schema (2020-12) of all definition documents, for editors and for the curious.
public final class DefinitionSchema {
  private DefinitionSchema() {}

  /// With `$defs` workspace, segment, campaign, message, condition, step.
  public static String json() {
    try (InputStream in =
        DefinitionSchema.class.getResourceAsStream(
            "/dev/beckon/registry/definitions.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("Expected the schema in the program, but it is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
