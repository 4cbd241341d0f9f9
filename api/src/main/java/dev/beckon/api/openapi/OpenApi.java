package dev.beckon.api.openapi;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Route;
import dev.beckon.api.json.JsonReader;
import dev.beckon.api.json.Shape;
import dev.beckon.api.json.Shapes;
import dev.beckon.api.manage.Problems;
import dev.beckon.core.value.Value;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// The OpenAPI 3.1 document of the server, made from its routes.
public final class OpenApi {
  private final List<Route> routes;
  private final String version;
  private final SchemaBook schemas;

  private OpenApi(List<Route> routes, String version, String definitions) {
    this.routes = routes;
    this.version = version;
    this.schemas = new SchemaBook(definitions);
  }

  /// @param definitions the JSON Schema of the definition documents
  public static Value.Fields document(List<Route> routes, String version, String definitions) {
    return new OpenApi(routes, version, definitions).document();
  }

  private Value.Fields document() {
    Shape problem = Shapes.of(Problems.ProblemJson.class);
    schemas.given(problem);
    for (Route route : routes) {
      Type response = route.about().response();
      if (response != null) {
        schemas.given(Shapes.of(response));
      }
    }
    var _ = schemas.of(problem);
    Value.Fields paths = paths();
    LinkedHashMap<String, Value> document = new LinkedHashMap<>();
    document.put("openapi", Value.of("3.1.0"));
    document.put(
        "info",
        Value.Fields.EMPTY
            .with("title", Value.of("Beckon"))
            .with("version", Value.of(version))
            .with(
                "description",
                Value.of(
                    "Everything that the server answers to: data coming in, the compatible APIs,"
                        + " and the management API of the console and of `beckon apply`.")));
    document.put("paths", paths);
    document.put(
        "components",
        Value.Fields.EMPTY
            .with("securitySchemes", securitySchemes())
            .with("schemas", schemas.all()));
    return new Value.Fields(document);
  }

  private Value.Fields paths() {
    LinkedHashMap<String, Value> paths = new LinkedHashMap<>();
    for (Route route : routes) {
      Value.Fields before =
          paths.get(route.path()) instanceof Value.Fields there ? there : Value.Fields.EMPTY;
      String method = route.method().name().toLowerCase(Locale.ROOT);
      paths.put(route.path(), before.with(method, operation(route)));
    }
    return new Value.Fields(paths);
  }

  private Value.Fields operation(Route route) {
    About about = route.about();
    Value.Fields operation =
        Value.Fields.EMPTY
            .with("tags", new Value.Items(List.of(Value.of(about.tag()))))
            .with("operationId", Value.of(operationId(route)))
            .with("summary", Value.of(about.summary()))
            .with("description", Value.of(about.description()))
            .with("parameters", new Value.Items(parameters(route)));
    if (!about.needs().isEmpty()) {
      operation = operation.with("x-needs", Value.of(about.needs()));
      if (!about.needs().equals("open")) {
        operation = operation.with("security", security());
      }
    }
    Type request = about.request();
    if (request != null) {
      operation = operation.with("requestBody", body(schemas.of(Shapes.of(request)), about));
    }
    return operation.with("responses", responses(about));
  }

  private Value.Fields responses(About about) {
    Value.Fields success = Value.Fields.EMPTY.with("description", Value.of("It went well."));
    Type response = about.response();
    if (response != null) {
      success =
          success.with("content", content(about.contentType(), schemas.of(Shapes.of(response))));
    }
    Value.Fields responses = Value.Fields.EMPTY.with(Integer.toString(about.status()), success);
    return about.needs().isEmpty()
        ? responses
        : responses.with(
            "default",
            Value.Fields.EMPTY
                .with("description", Value.of("It was refused, and why."))
                .with(
                    "content",
                    content(
                        "application/problem+json",
                        schemas.of(Shapes.of(Problems.ProblemJson.class)))));
  }

  private static Value.Fields body(Value schema, About about) {
    Value.Fields media = Value.Fields.EMPTY.with("schema", schema);
    if (!about.example().isEmpty()) {
      media =
          media.with(
              "example",
              JsonReader.DOCUMENT.value(about.example().getBytes(StandardCharsets.UTF_8)));
    }
    return Value.Fields.EMPTY
        .with("required", Value.of(true))
        .with("content", Value.Fields.EMPTY.with("application/json", media));
  }

  private static Value.Fields content(String type, Value schema) {
    return Value.Fields.EMPTY.with(type, Value.Fields.EMPTY.with("schema", schema));
  }

  private static List<Value> parameters(Route route) {
    List<Value> parameters = new ArrayList<>();
    for (String segment : route.path().split("/", -1)) {
      if (segment.startsWith("{")) {
        parameters.add(
            parameter(segment.substring(1, segment.length() - 1), "path", true)
                .with("schema", Value.Fields.EMPTY.with("type", Value.of("string"))));
      }
    }
    for (About.Parameter asked : route.about().query()) {
      Value.Fields text = Value.Fields.EMPTY.with("type", Value.of("string"));
      parameters.add(
          parameter(asked.name(), "query", false)
              .with("description", Value.of(asked.description()))
              .with(
                  "schema",
                  asked.repeated()
                      ? Value.Fields.EMPTY.with("type", Value.of("array")).with("items", text)
                      : text));
    }
    return parameters;
  }

  private static Value.Fields parameter(String name, String in, boolean required) {
    return Value.Fields.EMPTY
        .with("name", Value.of(name))
        .with("in", Value.of(in))
        .with("required", Value.of(required));
  }

  private static String operationId(Route route) {
    StringBuilder id = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
    for (String segment : route.path().split("/", -1)) {
      String word = segment.replace("{", "").replace("}", "").replace(".", "_").replace("-", "_");
      if (!word.isEmpty() && !word.equals("manage") && !word.equals("v1")) {
        id.append('_').append(word);
      }
    }
    return id.toString();
  }

  private static Value.Items security() {
    Value none = new Value.Items(List.of());
    return new Value.Items(
        List.of(
            Value.Fields.EMPTY.with("session", none).with("csrf", none),
            Value.Fields.EMPTY.with("appKey", none)));
  }

  private static Value.Fields securitySchemes() {
    return Value.Fields.EMPTY
        .with(
            "session",
            Value.Fields.EMPTY
                .with("type", Value.of("apiKey"))
                .with("in", Value.of("cookie"))
                .with("name", Value.of("beckon_session")))
        .with(
            "csrf",
            Value.Fields.EMPTY
                .with("type", Value.of("apiKey"))
                .with("in", Value.of("header"))
                .with("name", Value.of("X-Beckon-CSRF")))
        .with(
            "appKey",
            Value.Fields.EMPTY.with("type", Value.of("http")).with("scheme", Value.of("bearer")));
  }
}
