package dev.beckon.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.World;
import dev.beckon.api.http.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ConsoleFilesTest {
  private static World world;
  private static Wire wire;

  @BeforeAll
  static void setUp() {
    world = new World();
    wire = world.wire();
  }

  @AfterAll
  static void tearDown() {
    world.close();
  }

  @Test
  void everyPathThatIsNoFileIsAPageOfTheConsole() {
    for (String path : new String[] {"/", "/people", "/people/0001", "/a/b.c/d?x=1", "/%2e%2e/x"}) {
      Wire.Reply reply = wire.get(path);
      assertThat(reply.status()).as(path).isEqualTo(200);
      assertThat(reply.body()).as(path).contains("the test's index");
      assertThat(reply.header("cache-control")).isEqualTo("no-cache");
      assertThat(reply.header("content-security-policy")).startsWith("default-src 'self'");
    }
  }

  @Test
  void assetsAreKeptForEverAndPacked() {
    Wire.Reply plain = wire.get("/assets/test-1.js");
    assertThat(plain.header("cache-control")).contains("immutable");
    assertThat(plain.header("content-type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(plain.header("content-encoding")).isEmpty();
    Wire.Reply packed = wire.get("/assets/test-1.js", "Accept-Encoding: gzip");
    assertThat(packed.header("content-encoding")).isEqualTo("gzip");
    assertThat(packed.bytes().length).isLessThan(plain.bytes().length / 3);
    assertThat(wire.get("/assets/gone.js").status()).isEqualTo(404);
  }

  @Test
  void nothingElseIsReached() {
    for (String path :
        new String[] {"/../dev/beckon/api/ApiServer.class", "/assets/..%2f..%2fx.class"}) {
      Wire.Reply reply = wire.get(path);
      assertThat(reply.body()).as(path).doesNotContain("ApiServer");
    }
  }

  @Test
  void reservedPathsAreNotPages() {
    for (String path :
        new String[] {"/api/v1/x", "/v1/x", "/manage/x", "/manage/v1/x", "/e/x", "/unsubscribe"}) {
      Wire.Reply reply = wire.get(path);
      assertThat(reply.status()).as(path).isGreaterThanOrEqualTo(400);
      assertThat(reply.body()).as(path).doesNotContain("the test's index");
    }
  }
}
