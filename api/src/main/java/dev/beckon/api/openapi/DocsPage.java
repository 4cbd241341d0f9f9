package dev.beckon.api.openapi;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Route;
import dev.beckon.api.json.Shape;
import dev.beckon.api.json.Shapes;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The routes as a page to read, without any script.
public final class DocsPage {
  private static final String HEAD =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Beckon: HTTP interface</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      h2 { margin-top: 2.5rem; border-bottom: 1px solid #8884; }
      h3 { font: 600 14px/1.4 ui-monospace, monospace; margin: 1.6rem 0 .2rem; overflow-wrap: anywhere; }
      h3 b { display: inline-block; min-width: 4.2rem; }
      p { margin: .2rem 0; } small { opacity: .7; }
      pre { background: #8881; padding: .6rem .8rem; border-radius: 6px; overflow: auto; font-size: 13px; }
      </style>
      <h1>Beckon: HTTP interface</h1>
      <p>The same for programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). Definition documents:
      <a href="/manage/v1/schema">/manage/v1/schema</a> (JSON Schema).</p>
      """;

  private DocsPage() {}

  public static String html(List<Route> routes) {
    Map<String, List<Route>> chapters = new LinkedHashMap<>();
    for (Route route : routes) {
      chapters.computeIfAbsent(route.about().tag(), _ -> new ArrayList<>()).add(route);
    }
    StringBuilder out = new StringBuilder(HEAD);
    chapters.forEach(
        (tag, members) -> {
          out.append("<h2>").append(escaped(tag)).append("</h2>\n");
          members.forEach(route -> route(out, route));
        });
    return out.append("</html>\n").toString();
  }

  private static void route(StringBuilder out, Route route) {
    About about = route.about();
    out.append("<h3><b>").append(route.method()).append("</b> ");
    out.append(escaped(route.path())).append("</h3>\n<p>").append(escaped(about.summary()));
    out.append(". ").append(escaped(about.description()));
    if (!about.needs().isEmpty()) {
      out.append(" <small>(").append(about.needs()).append(")</small>");
    }
    out.append("</p>\n");
    for (About.Parameter parameter : about.query()) {
      out.append("<p><small><code>?").append(escaped(parameter.name())).append("=</code> ");
      out.append(escaped(parameter.description())).append("</small></p>\n");
    }
    Type request = about.request();
    if (request != null && !about.example().isEmpty()) {
      out.append("<pre>").append(escaped(about.example())).append("</pre>\n");
    }
    Type response = about.response();
    if (response != null) {
      out.append("<p><small>").append(about.status()).append(": ");
      out.append(escaped(words(Shapes.of(response)))).append("</small></p>\n");
    }
  }

  private static String words(Shape shape) {
    return switch (shape) {
      case Shape.Struct struct -> {
        List<String> fields = new ArrayList<>();
        gather(struct, fields);
        yield "{" + String.join(", ", fields) + "}";
      }
      case Shape.ListOf list -> "[" + words(list.item()) + "]";
      case Shape.MapOf map -> "{…: " + words(map.value()) + "}";
      case Shape.Any(String document) -> document.isEmpty() ? "any" : document + " document";
      case Shape.Text _ -> "text";
      case Shape.Whole _, Shape.Decimal _ -> "number";
      case Shape.Truth _ -> "true or false";
      case Shape.Time _ -> "time";
      case Shape.Day _ -> "date";
      case Shape.Word word -> String.join(" | ", word.words().keySet());
    };
  }

  private static void gather(Shape.Struct struct, List<String> fields) {
    for (Shape.Field field : struct.fields()) {
      if (field.inlined() && field.shape() instanceof Shape.Struct inner) {
        gather(inner, fields);
      } else {
        fields.add(field.name());
      }
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
