package dev.beckon.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Stopping: what is under way is finished, what is idle does not hold it up.
final class DrainTest {
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @Test
  void requestsUnderWayAreAnswered() throws Exception {
    HttpServer server = start();
    Wire wire = new Wire(server.port());
    CompletableFuture<Wire.Reply> reply =
        CompletableFuture.supplyAsync(() -> wire.get("/slow"), Thread::startVirtualThread);
    arrived.await();
    CompletableFuture<Void> stopped =
        CompletableFuture.runAsync(server::close, Thread::startVirtualThread);
    while (!server.isDraining()) {
      Thread.onSpinWait();
    }
    assertThat(stopped).isNotDone();
    released.countDown();
    assertThat(reply.get().body()).isEqualTo("done");
    assertThat(reply.get().header("connection")).isEqualTo("close");
    stopped.get();
    assertThatThrownBy(() -> wire.get("/fast")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void idleConnectionsDoNotHoldItUp() throws IOException {
    HttpServer server = start();
    try (Socket idle = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      idle.getOutputStream()
          .write("GET /fast HTTP/1.1\r\nHost: local\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      assertThat(idle.getInputStream().read()).isEqualTo('H');
      long start = System.nanoTime();
      server.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }
  }

  private HttpServer start() {
    Router router =
        new Router(
            refusal -> Response.text(refusal.kind().status(), "text/plain", refusal.detail()),
            new Meters(new SimpleMeterRegistry()));
    About about = About.of("Test", "Test", "Test.");
    router.add(
        new Route(
            Method.GET,
            "/slow",
            about,
            _ -> {
              arrived.countDown();
              await();
              return Response.text(200, "text/plain", "done");
            }));
    router.add(
        new Route(Method.GET, "/fast", about, _ -> Response.text(200, "text/plain", "done")));
    return HttpServer.start(router, HttpLimits.DEFAULT, "127.0.0.1", 0);
  }

  private void await() {
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("Expected to finish, but the server interrupts.", e);
    }
  }
}
