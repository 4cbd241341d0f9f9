package dev.beckon.api.console;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Request;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The built console from the class path folder `console`; every path that is no file gets its
/// index, because pages are the browser's matter.
public final class ConsoleFiles {
  private static final String FOLDER = "/console/";
  private static final String INDEX = "index.html";
  private static final String ASSETS = "assets/";

  /// The script for customers' own pages.
  private static final String SNIPPET = "beckon.js";
  private static final int GZIP_BYTES_MIN = 1_024;
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data:;"
          + " font-src 'self' data:; frame-src 'self'; frame-ancestors 'none'; connect-src 'self'";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("map", "application/json"),
          Map.entry("txt", "text/plain; charset=utf-8"));
  private static final String ABSENT =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>Beckon</title>
      <p>The server runs, but it was built without the console. Start it with <code>./beckon serve</code>.
      <p><a href="/docs">HTTP interface</a>
      """;

  /// One file as it is sent; `packed` where compressing it is worth while.
  private static final class StoredFile {
    final byte[] plain;
    final byte @Nullable [] packed;

    StoredFile(byte[] plain, boolean text) {
      this.plain = plain;
      this.packed = text && plain.length > GZIP_BYTES_MIN ? gzip(plain) : null;
    }
  }

  private final Map<String, StoredFile> files = new ConcurrentHashMap<>();

  /// The route for everything that nobody else answers.
  public Route route() {
    About about = About.of("Console", "The web application", "Pages and their files.");
    return new Route(Method.GET, "/", about, this::answer);
  }

  private Response answer(Request request) {
    String path = String.join("/", request.segments());
    if (isFile(path)) {
      StoredFile file = find(path);
      if (file != null) {
        return response(200, path, file, request);
      }
      if (path.startsWith(ASSETS)) {
        return Response.text(404, "text/plain; charset=utf-8", "There is no such file.\n");
      }
    }
    StoredFile index = find(INDEX);
    return index == null
        ? guarded(Response.text(200, "text/html; charset=utf-8", ABSENT))
        : response(200, INDEX, index, request);
  }

  /// Only plain names below the folder; anything else is a page's address.
  private static boolean isFile(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-_./".indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return !path.isEmpty() && !path.contains("..") && path.indexOf('.') > 0;
  }

  private Response response(int status, String path, StoredFile file, Request request) {
    List<Response.Header> headers = new ArrayList<>();
    headers.add(new Response.Header("content-type", type(path)));
    headers.add(
        new Response.Header(
            "cache-control",
            switch (path) {
              case SNIPPET -> "public, max-age=3600";
              case String asset when asset.startsWith(ASSETS) ->
                  "public, max-age=31536000, immutable";
              default -> "no-cache";
            }));
    byte[] packed = file.packed;
    if (packed != null) {
      headers.add(new Response.Header("vary", "accept-encoding"));
      String accepted = request.header("accept-encoding");
      if (accepted != null && accepted.contains("gzip")) {
        headers.add(new Response.Header("content-encoding", "gzip"));
        return guarded(new Response.Whole(status, headers, packed));
      }
    }
    return guarded(new Response.Whole(status, headers, file.plain));
  }

  private static Response guarded(Response response) {
    return response
        .with("content-security-policy", POLICY)
        .with("x-content-type-options", "nosniff")
        .with("referrer-policy", "same-origin");
  }

  private @Nullable StoredFile find(String path) {
    StoredFile known = files.get(path);
    if (known != null) {
      return known;
    }
    try (InputStream in = ConsoleFiles.class.getResourceAsStream(FOLDER + path)) {
      if (in == null) {
        return null;
      }
      StoredFile file = new StoredFile(in.readAllBytes(), isText(path));
      files.put(path, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isText(String path) {
    String type = type(path);
    return type.startsWith("text/") || type.contains("json") || type.contains("svg");
  }

  private static String type(String path) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    return type == null ? "application/octet-stream" : type;
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
