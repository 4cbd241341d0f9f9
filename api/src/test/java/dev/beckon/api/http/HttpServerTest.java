package dev.beckon.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpServerTest {
  private static final HttpLimits LIMITS =
      new HttpLimits(
          10_000, 20_000, 30_000, 4_096, 2_048, 3, Duration.ofSeconds(5), Duration.ofSeconds(5));
  private static final Dialect PLAIN =
      refusal -> Response.text(refusal.kind().status(), "text/plain", refusal.detail());
  private static final Dialect TRACK =
      refusal -> Response.text(refusal.kind().status(), "text/plain", "track: " + refusal.detail());

  private static final Semaphore UNDER_WAY = new Semaphore(0);
  private static final Semaphore GO_ON = new Semaphore(0);

  private static HttpServer server;
  private static Wire wire;

  @BeforeAll
  static void start() {
    About about = About.of("Test", "Test", "Test.");
    Router router = new Router(PLAIN, new Meters(new SimpleMeterRegistry()));
    router
        .speak("/api", TRACK)
        .add(
            new Route(
                Method.GET,
                "/api/people/{id}",
                about,
                request -> Response.text(200, "text/plain", request.segment("id"))))
        .add(
            new Route(
                Method.GET,
                "/api/people/newest",
                about,
                request -> Response.text(200, "text/plain", "q=" + request.queryAll("q"))))
        .add(
            new Route(
                Method.POST,
                "/api/echo",
                about,
                request -> Response.bytes(200, "application/json", request.body())))
        .add(new Route(Method.DELETE, "/api/echo", about, _ -> Response.empty(204)))
        .add(
            new Route(
                Method.POST,
                "/api/broken",
                about,
                _ -> {
                  throw new IllegalStateException("on purpose");
                }))
        .add(new Route(Method.POST, "/api/slow", about, _ -> slow()))
        .add(
            new Route(Method.GET, "/urgent", about, _ -> Response.text(200, "text/plain", "alive"))
                .asUrgent())
        .otherwise(
            new Route(Method.GET, "/", about, _ -> Response.text(200, "text/html", "<page>")));
    server = HttpServer.start(router, LIMITS, "127.0.0.1", 0);
    wire = new Wire(server.port());
  }

  private static Response slow() {
    UNDER_WAY.release();
    try {
      assertThat(GO_ON.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Response.text(200, "text/plain", "done");
  }

  @Test
  void asManyRequestsAreUnderWayAsTheLimitAllowsAndNoMore() throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Wire.Reply>> slow = new ArrayList<>();
      for (int i = 0; i < LIMITS.requestsMax(); i++) {
        slow.add(callers.submit(() -> wire.send("POST", "/api/slow", "")));
      }
      assertThat(UNDER_WAY.tryAcquire(LIMITS.requestsMax(), 20, TimeUnit.SECONDS)).isTrue();
      Wire.Reply refused = wire.get("/api/people/42");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body()).startsWith("track: Expected room for another request");
      assertThat(wire.get("/urgent").body()).isEqualTo("alive");
      GO_ON.release(LIMITS.requestsMax());
      for (Future<Wire.Reply> each : slow) {
        assertThat(each.get(20, TimeUnit.SECONDS).body()).isEqualTo("done");
      }
      assertThat(wire.get("/api/people/42").status()).isEqualTo(200);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/people/42, 42",
    "/api/people/a%2Fb, a/b",
    "/api/people/u%201%2F%C3%A9, u 1/é",
    "/api/people/a+b, a+b",
    "/api/people/a%2Bb%40example.com, a+b@example.com",
    "/api/people/a;b, a;b",
    "/api/people/%2e%2e, ..",
    "/api/people/42/, 42",
    "/api/people/newest?q=a+b&q=%26, 'q=[a b, &]'",
  })
  void segmentsReachTheHandlerDecoded(String target, String expected) {
    assertThat(wire.get(target).body()).isEqualTo(expected);
  }

  @Test
  void wrongAddressesAreAnsweredInTheProtocolsDialect() {
    assertThat(wire.get("/api/nowhere").status()).isEqualTo(404);
    assertThat(wire.get("/api/nowhere").body()).startsWith("track: Expected the path of something");
    assertThat(wire.get("/api/people/%zz").status()).isEqualTo(400);
    assertThat(wire.get("/api/people/%ff").status()).isEqualTo(400);
    assertThat(wire.get("/people/42").body()).isEqualTo("<page>");
    assertThat(wire.send("POST", "/people/42", "{}").status()).isEqualTo(404);
  }

  @Test
  void otherMethodsAreRefusedWithThoseThatArePossible() {
    Wire.Reply reply = wire.get("/api/echo");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.body()).isEqualTo("track: Expected one of POST, DELETE here, but got GET.");
    assertThat(wire.send("BREW", "/api/echo", "").status()).isEqualTo(405);
  }

  @Test
  void headIsGetWithoutTheBody() {
    Wire.Reply reply = wire.send("HEAD", "/api/people/42", "");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-length")).isEqualTo("2");
    assertThat(reply.bytes()).isEmpty();
  }

  @Test
  void aFailingHandlerIsAnsweredAndHarmsNobody() {
    assertThat(wire.send("POST", "/api/broken", "{}").status()).isEqualTo(500);
    assertThat(wire.send("POST", "/api/broken", "{}").body()).doesNotContain("on purpose");
    assertThat(wire.get("/api/people/42").status()).isEqualTo(200);
  }

  @Test
  void bodiesAreTakenUpToTheLimit() {
    assertThat(wire.send("POST", "/api/echo", new byte[10_000]).bytes()).hasSize(10_000);
    assertThat(wire.send("POST", "/api/echo", new byte[10_001]).status()).isEqualTo(413);
    assertThat(wire.send("POST", "/api/echo", new byte[3_000_000]).status()).isEqualTo(413);
    assertThat(wire.send("POST", "/api/echo", "").bytes()).isEmpty();
    assertThat(wire.send("DELETE", "/api/echo", "{}").status()).isEqualTo(204);
  }

  @Test
  void chunkedBodiesAreTakenUpToTheLimit() {
    assertThat(
            wire.send("POST", "/api/echo", chunks(3, 1_000), "Transfer-Encoding: chunked").bytes())
        .hasSize(3_000);
    assertThat(
            wire.send("POST", "/api/echo", chunks(11, 1_000), "Transfer-Encoding: chunked")
                .status())
        .isEqualTo(413);
  }

  @Test
  void gzipIsInflatedUpToTheLimit() {
    byte[] most = new byte[20_000];
    Wire.Reply reply = wire.send("POST", "/api/echo", Wire.gzip(most), "Content-Encoding: gzip");
    assertThat(reply.bytes()).hasSize(20_000);
    byte[] bomb = Wire.gzip(new byte[8_000_000]);
    assertThat(bomb.length).isLessThan(10_000);
    Wire.Reply refused = wire.send("POST", "/api/echo", bomb, "Content-Encoding: gzip");
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body()).contains("at most 20000 bytes once inflated");
  }

  @Test
  void damagedOrUnknownEncodingsAreRefused() {
    assertThat(wire.send("POST", "/api/echo", "{}", "Content-Encoding: gzip").status())
        .isEqualTo(400);
    byte[] cut = java.util.Arrays.copyOf(Wire.gzip(new byte[9_000]), 30);
    assertThat(wire.send("POST", "/api/echo", cut, "Content-Encoding: gzip").status())
        .isEqualTo(400);
    assertThat(wire.send("POST", "/api/echo", "{}", "Content-Encoding: br").status())
        .isEqualTo(400);
  }

  @Test
  void headersAndTargetsAreTakenUpToTheLimit() {
    assertThat(wire.get("/api/people/42", "X-Long: " + "x".repeat(3_000)).status()).isEqualTo(200);
    assertThat(wire.get("/api/people/42", "X-Long: " + "x".repeat(5_000)).status())
        .isBetween(400, 499);
    assertThat(wire.get("/api/people/" + "4".repeat(1_900)).status()).isEqualTo(200);
    assertThat(wire.get("/api/people/" + "4".repeat(2_100)).status()).isBetween(400, 499);
  }

  @Test
  void largeTextIsCompressedForThoseWhoAsk() throws IOException {
    byte[] text = "[1,2,3]".repeat(500).getBytes(StandardCharsets.UTF_8);
    assertThat(wire.send("POST", "/api/echo", text).header("content-encoding")).isEmpty();
    Wire.Reply reply = wire.send("POST", "/api/echo", text, "Accept-Encoding: gzip, br");
    assertThat(reply.header("content-encoding")).isEqualTo("gzip");
    assertThat(reply.bytes().length).isLessThan(200);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(reply.bytes())).readAllBytes())
        .isEqualTo(text);
  }

  private static byte[] chunks(int count, int size) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < count; i++) {
      body.append(Integer.toHexString(size)).append("\r\n").append("x".repeat(size)).append("\r\n");
    }
    return body.append("0\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }
}
