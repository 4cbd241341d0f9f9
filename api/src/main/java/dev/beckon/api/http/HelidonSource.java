package dev.beckon.api.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The library's request as the source of ours.
final class HelidonSource implements Request.Source {
  private static final HeaderName FORWARDED_PROTO = HeaderNames.create("x-forwarded-proto");
  private static final byte[] NO_BODY = new byte[0];

  /// How much of an unwanted body is read, so that its sender sees the answer (bytes).
  private static final long DISCARD_BYTES_MAX = 16L << 20;

  private final ServerRequest request;
  private final Bodies bodies;
  private byte @Nullable [] body;
  private @Nullable InputStream stream;

  HelidonSource(ServerRequest request, Bodies bodies) {
    this.request = request;
    this.bodies = bodies;
  }

  @Override
  public @Nullable String header(String name) {
    return header(HeaderNames.create(name));
  }

  private @Nullable String header(HeaderName name) {
    ServerRequestHeaders headers = request.headers();
    return headers.contains(name) ? headers.get(name).get() : null;
  }

  @Override
  public byte[] body(boolean document) {
    byte[] read = body;
    if (read == null) {
      read = readBody(document);
      body = read;
    }
    return read;
  }

  private byte[] readBody(boolean document) {
    if (!request.content().hasEntity()) {
      return NO_BODY;
    }
    try {
      return bodies.read(
          stream(),
          request.headers().contentLength().orElse(-1),
          header(HeaderNames.CONTENT_ENCODING),
          document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads and forgets what is left of the body.
  ///
  /// @return whether another request can follow on the connection
  boolean discard() {
    if (!request.content().hasEntity() || request.content().consumed()) {
      return true;
    }
    try {
      InputStream in = stream();
      long left = DISCARD_BYTES_MAX;
      byte[] chunk = new byte[8_192];
      for (int n = in.read(chunk); n >= 0 && left > 0; n = in.read(chunk)) {
        left -= n;
      }
      return left > 0;
    } catch (IOException | UncheckedIOException | IllegalStateException _) {
      return false;
    }
  }

  /// Whether the caller said that no other request follows.
  boolean wantsToClose() {
    return request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
  }

  private InputStream stream() {
    InputStream in = stream;
    if (in == null) {
      in = request.content().inputStream();
      stream = in;
    }
    return in;
  }

  @Override
  public String remoteAddress() {
    return request.remotePeer().host();
  }

  @Override
  public boolean isSecure() {
    return request.isSecure() || "https".equals(header(FORWARDED_PROTO));
  }
}
