package dev.beckon.api.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What goes back to the caller.
public sealed interface Response {
  int status();

  List<Header> headers();

  /// The same response with a header more.
  Response with(String name, String value);

  /// A header; names are written in lower case.
  record Header(String name, String value) {}

  /// A response that is there as a whole; nobody compares responses, so the array is no trap.
  @SuppressWarnings("ArrayRecordComponent")
  record Whole(int status, List<Header> headers, byte[] body) implements Response {
    @Override
    public Response with(String name, String value) {
      return new Whole(status, plus(headers, name, value), body);
    }
  }

  /// A response that is written while it goes on.
  record Streamed(int status, List<Header> headers, Writer writer) implements Response {
    @Override
    public Response with(String name, String value) {
      return new Streamed(status, plus(headers, name, value), writer);
    }
  }

  /// Writes the body of a streamed response until it is over or the caller has gone.
  @FunctionalInterface
  interface Writer {
    void write(OutputStream out) throws IOException;
  }

  List<Header> JSON = List.of(new Header("content-type", "application/json"));

  static Response json(int status, byte[] body) {
    return new Whole(status, JSON, body);
  }

  static Response text(int status, String contentType, String text) {
    return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  static Response bytes(int status, String contentType, byte[] body) {
    return new Whole(status, List.of(new Header("content-type", contentType)), body);
  }

  static Response empty(int status) {
    return new Whole(status, List.of(), new byte[0]);
  }

  private static List<Header> plus(List<Header> headers, String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return List.copyOf(more);
  }
}
