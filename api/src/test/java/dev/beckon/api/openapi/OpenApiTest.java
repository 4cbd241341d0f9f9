package dev.beckon.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.Console;
import dev.beckon.api.World;
import dev.beckon.api.http.About;
import dev.beckon.api.http.Route;
import dev.beckon.api.http.Wire;
import dev.beckon.api.json.JsonReader;
import dev.beckon.api.json.Records;
import dev.beckon.core.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class OpenApiTest {
  private static final Path COPY = Path.of("..", "console", "openapi.json");

  private static World world;

  @BeforeAll
  static void setUp() {
    world = new World();
  }

  @AfterAll
  static void tearDown() {
    world.close();
  }

  private static List<Route> management() {
    return world.server().routes().stream()
        .filter(route -> route.path().startsWith("/manage"))
        .toList();
  }

  @Test
  void everyManagementRouteIsDescribedWithAnExample() {
    for (Route route : management()) {
      About about = route.about();
      String what = route.method() + " " + route.path();
      assertThat(about.summary()).as(what).isNotBlank();
      assertThat(about.description()).as(what).endsWith(".");
      assertThat(about.example()).as(what).isNotBlank();
    }
  }

  @Test
  void examplesOfRequestsAreWhatTheRoutesTake() {
    for (Route route : management()) {
      if (route.about().request() instanceof Class<?> type) {
        byte[] example = route.about().example().getBytes(StandardCharsets.UTF_8);
        assertThat(Records.read(type, JsonReader.DOCUMENT.fields(example)))
            .as(route.path())
            .isNotNull();
      }
    }
  }

  @Test
  void everyReferenceLeadsToASchema() {
    Value.Fields document = Console.fields(world.wire().get("/openapi.json"));
    Value schemas = Console.at(document, "components/schemas");
    int references = follow(document, (Value.Fields) schemas);
    assertThat(references).isGreaterThan(200);
    assertThat(Console.text(document, "openapi")).isEqualTo("3.1.0");
  }

  private static int follow(Value value, Value.Fields schemas) {
    return switch (value) {
      case Value.Fields fields -> {
        int count = 0;
        if (fields.get("$ref") instanceof Value.Text(String reference)) {
          String name = reference.substring("#/components/schemas/".length());
          assertThat(schemas.get(name)).as(reference).isNotNull();
          count++;
        }
        for (Value inner : fields.fields().values()) {
          count += follow(inner, schemas);
        }
        yield count;
      }
      case Value.Items items -> {
        int count = 0;
        for (Value inner : items.items()) {
          count += follow(inner, schemas);
        }
        yield count;
      }
      case Value.Nothing _, Value.Truth _, Value.Whole _, Value.Decimal _, Value.Text _ -> 0;
    };
  }

  @Test
  void thePageNamesEveryRoute() {
    Wire.Reply page = world.wire().get("/docs");
    assertThat(page.header("content-type")).startsWith("text/html");
    for (Route route : management()) {
      assertThat(page.body()).contains(route.path());
    }
  }

  /// The console's types are made from this copy. Run the test with `-Dbeckon.openapi=write` to
  /// write it anew.
  @Test
  void theConsolesCopyIsUpToDate() throws IOException {
    Value document =
        OpenApi.document(
            world.server().routes(), "1", dev.beckon.registry.bundle.DefinitionSchema.json());
    String text = Lines.of(document);
    if ("write".equals(System.getProperty("beckon.openapi"))) {
      Files.writeString(COPY, text);
    }
    assertThat(Files.readString(COPY))
        .as("console/openapi.json; write it anew with -Dbeckon.openapi=write")
        .isEqualTo(text);
  }
}
