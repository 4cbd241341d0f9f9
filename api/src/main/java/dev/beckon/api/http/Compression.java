package dev.beckon.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Makes larger text answers smaller for callers who understand gzip.
final class Compression {
  private static final int BYTES_MIN = 1_024;

  private Compression() {}

  static Response apply(Response response, @Nullable String acceptEncoding) {
    return switch (response) {
      case Response.Streamed streamed -> streamed;
      case Response.Whole whole ->
          whole.body().length > BYTES_MIN && worthIt(whole.headers())
              ? negotiate(whole, acceptEncoding)
              : whole;
    };
  }

  private static Response negotiate(Response.Whole whole, @Nullable String acceptEncoding) {
    Response varying = whole.with("vary", "accept-encoding");
    if (acceptEncoding == null || !acceptEncoding.contains("gzip")) {
      return varying;
    }
    List<Response.Header> headers = new ArrayList<>(varying.headers());
    headers.add(new Response.Header("content-encoding", "gzip"));
    return new Response.Whole(whole.status(), headers, gzip(whole.body()));
  }

  private static boolean worthIt(List<Response.Header> headers) {
    boolean text = false;
    for (Response.Header header : headers) {
      switch (header.name()) {
        case "content-encoding" -> {
          return false;
        }
        case "content-type" -> text = isText(header.value());
        default -> {}
      }
    }
    return text;
  }

  private static boolean isText(String type) {
    return type.startsWith("text/")
        || type.startsWith("application/json")
        || type.startsWith("application/problem+json")
        || type.startsWith("application/schema+json")
        || type.startsWith("image/svg");
  }

  static byte[] gzip(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
