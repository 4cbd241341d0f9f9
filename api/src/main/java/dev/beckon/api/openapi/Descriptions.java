package dev.beckon.api.openapi;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.registry.bundle.DefinitionSchema;
import java.util.List;

/// Serves the description of the interface, for programs and for people.
public final class Descriptions {
  private static final String TAG = "Operations";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

  private final byte[] document;
  private final String page;

  public Descriptions(List<Route> routes, String version) {
    List<Route> told = routes.stream().filter(route -> route.method() != Method.OPTIONS).toList();
    document = JsonWriter.bytes(OpenApi.document(told, version, DefinitionSchema.json()));
    page = DocsPage.html(told);
  }

  public List<Route> routes() {
    return List.of(
        new Route(
            Method.GET,
            "/openapi.json",
            About.of(TAG, "This description, for programs", "OpenAPI 3.1."),
            _ -> Response.json(200, document).with("cache-control", "max-age=300")),
        new Route(
            Method.GET,
            "/docs",
            About.of(TAG, "This description, for people", "One page.").as(HTML),
            _ ->
                Response.text(200, HTML, page)
                    .with("content-security-policy", POLICY)
                    .with("cache-control", "max-age=300")));
  }
}
