package dev.beckon.api.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The web server: hands each request to its route, and each answer back.
///
/// The request log is the logger `beckon.requests` at debug, and therefore off by default.
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final Logger REQUESTS = LoggerFactory.getLogger("beckon.requests");

  private static final int TRY_AGAIN_SECONDS = 1;

  private final Router router;
  private final Bodies bodies;
  private final Semaphore room;
  private final WebServer server;
  private volatile boolean draining;

  private HttpServer(Router router, HttpLimits limits, String host, int port) {
    this.router = router;
    this.bodies = new Bodies(limits);
    this.room = new Semaphore(limits.requestsMax());
    this.server =
        WebServer.builder()
            .host(host)
            .port(port)
            .shutdownHook(false)
            .shutdownGracePeriod(limits.drainWithin())
            .featuresDiscoverServices(false)
            .protocolsDiscoverServices(false)
            .contentEncoding(
                ContentEncodingContext.builder()
                    .contentEncodingsDiscoverServices(false)
                    .addContentEncoding(new AsSent())
                    .build())
            .addProtocol(
                Http1Config.builder()
                    .maxHeadersSize(limits.headerBytesMax())
                    .maxPrologueLength(limits.targetBytesMax())
                    .validatePath(false)
                    .build())
            .connectionOptions(options -> options.tcpNoDelay(true))
            .routing(routing -> routing.any(this::answer))
            .build();
  }

  /// Starts listening; requests are answered when it returns.
  ///
  /// @param port 0 for any that is free
  public static HttpServer start(Router router, HttpLimits limits, String host, int port) {
    HttpServer started = new HttpServer(router, limits, host, port);
    started.server.start();
    return started;
  }

  public int port() {
    return server.port();
  }

  /// Whether the server has been told to stop; long answers should come to an end.
  public boolean isDraining() {
    return draining;
  }

  /// Tells everybody that it stops, lets requests under way finish, and stops.
  @Override
  public void close() {
    draining = true;
    server.stop();
  }

  private void answer(ServerRequest raw, ServerResponse out) {
    long start = System.nanoTime();
    HelidonSource source = new HelidonSource(raw, bodies);
    String name = raw.prologue().method().text();
    Method method = Method.named(name);
    Request request;
    try {
      request =
          new Request(
              method == null ? Method.OPTIONS : method,
              raw.prologue().uriPath().rawPath(),
              raw.prologue().query().rawValue(),
              source);
    } catch (Refusal refusal) {
      send(source, out, router.plain(refusal), false);
      return;
    }
    Router.Match match =
        method == null ? router.unknownMethod(request, name) : router.match(request);
    boolean headOnly = method == Method.HEAD;
    switch (match) {
      case Router.Match.Missing(Refusal refusal, Dialect dialect) ->
          send(source, out, dialect.refuse(refusal), headOnly);
      case Router.Match.Found(Router.Served served, Dialect dialect) -> {
        Response response = handleIfRoom(served.route(), dialect, request);
        served.meter().record(response.status(), System.nanoTime() - start);
        if (REQUESTS.isDebugEnabled()) {
          REQUESTS.debug("{} {} {}", name, request.path(), response.status());
        }
        send(source, out, Compression.apply(response, request.header("accept-encoding")), headOnly);
      }
    }
  }

  private Response handleIfRoom(Route route, Dialect dialect, Request request) {
    if (route.urgent()) {
      return handle(route, dialect, request);
    }
    if (!room.tryAcquire()) {
      return dialect.refuse(
          Refusal.later(
              Refusal.Kind.OVERLOADED,
              "Expected room for another request, but too many are under way; try again later.",
              TRY_AGAIN_SECONDS));
    }
    try {
      return handle(route, dialect, request);
    } finally {
      room.release();
    }
  }

  private static Response handle(Route route, Dialect dialect, Request request) {
    try {
      return route.handler().handle(request);
    } catch (Refusal refusal) {
      return dialect.refuse(refusal);
    } catch (UncheckedIOException e) {
      return dialect.refuse(
          Refusal.invalid("Expected the whole body, but the connection gave way."));
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", route.method(), route.path(), e);
      return dialect.refuse(
          Refusal.of(
              Refusal.Kind.INTERNAL,
              "Expected to answer, but the server failed; its log has the cause. Try again."));
    }
  }

  private void send(HelidonSource source, ServerResponse out, Response response, boolean headOnly) {
    boolean stays = source.discard() && !draining && !source.wantsToClose();
    out.status(Status.create(response.status()));
    for (Response.Header header : response.headers()) {
      out.headers().add(HeaderValues.create(HeaderNames.create(header.name()), header.value()));
    }
    if (!stays) {
      out.header(HeaderValues.CONNECTION_CLOSE);
    }
    switch (response) {
      case Response.Whole whole -> sendWhole(out, whole, headOnly);
      case Response.Streamed streamed -> sendStream(out, streamed);
    }
    if (!stays) {
      throw new CloseConnectionException("The last answer on this connection has been given.");
    }
  }

  private static void sendWhole(ServerResponse out, Response.Whole whole, boolean headOnly) {
    if (headOnly) {
      out.contentLength(whole.body().length);
      out.send();
    } else if (whole.status() == 204) {
      out.send();
    } else {
      out.send(whole.body());
    }
  }

  private static void sendStream(ServerResponse out, Response.Streamed streamed) {
    try (OutputStream stream = out.outputStream()) {
      streamed.writer().write(stream);
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("A reader of a stream has gone", e);
    }
  }
}
