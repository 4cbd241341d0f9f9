package dev.beckon.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// A client that sends exactly the bytes it is told to, one request per connection.
public final class Wire {
  private static final int TIMEOUT_MS = 5_000;

  private final int port;

  public Wire(int port) {
    this.port = port;
  }

  public int port() {
    return port;
  }

  /// @param headers by their names in lower case
  @SuppressWarnings("ArrayRecordComponent") // read by assertions, never compared as a whole
  public record Reply(int status, Map<String, String> headers, byte[] bytes) {
    public String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  public Reply get(String target, String... headers) {
    return send("GET", target, new byte[0], headers);
  }

  public Reply send(String method, String target, String body, String... headers) {
    return send(method, target, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  public Reply send(String method, String target, byte[] body, String... headers) {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: local\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    boolean chunked = String.join(" ", headers).toLowerCase(Locale.ROOT).contains("chunked");
    if (!chunked && (body.length > 0 || method.startsWith("P"))) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(start);
    all.writeBytes(body);
    return raw(all.toByteArray());
  }

  public Reply raw(byte[] request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MS);
      Thread.ofVirtual().start(() -> write(socket, request));
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Socket socket, byte[] request) {
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
    } catch (IOException _) {
      // The server may answer and close before it has read everything; the answer counts.
    }
  }

  private static Reply read(InputStream in) throws IOException {
    List<String> lines = head(in).lines().toList();
    int status = Integer.parseInt(lines.getFirst().substring(9, 12));
    Map<String, String> headers = new TreeMap<>();
    for (String line : lines.subList(1, lines.size() - 1)) {
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (a, b) -> a + "\n" + b);
    }
    return new Reply(status, headers, in.readAllBytes());
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("Expected an answer, but the connection closed.");
      }
      head.write(b);
    }
    return head.toString(StandardCharsets.UTF_8);
  }

  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
