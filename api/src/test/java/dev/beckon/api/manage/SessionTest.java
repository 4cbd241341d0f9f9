package dev.beckon.api.manage;

import static dev.beckon.api.Console.fields;
import static dev.beckon.api.Console.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.Console;
import dev.beckon.api.World;
import dev.beckon.api.http.Wire;
import dev.beckon.core.value.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SessionTest {
  private World world;
  private Console console;

  @BeforeEach
  void setUp() {
    world = new World();
    console = new Console(world);
  }

  @AfterEach
  void tearDown() {
    world.close();
  }

  @Test
  void theFirstRunHappensOnce() {
    assertThat(text(console.get("/setup"), "needed")).isEqualTo("true");
    Value.Fields session = console.setUp();
    assertThat(text(session, "member/role")).isEqualTo("owner");
    assertThat(text(session, "workspaces/0/name")).isEqualTo("Acme");
    assertThat(text(session, "keys/app_api_key")).isNotBlank();
    assertThat(text(console.get("/setup"), "needed")).isEqualTo("false");
    Wire.Reply again =
        console.send(
            "POST",
            "/setup",
            """
            {"owner": {"name": "Eve", "email": "eve@acme.test", "password": "correct horse battery"},
             "workspace": {"name": "Mine", "timezone": "UTC"}, "content": "empty"}""");
    assertThat(again.status()).isEqualTo(409);
    assertThat(text(fields(again), "type")).isEqualTo("conflict");
  }

  @Test
  void mistakesInTheFirstRunAreSaidWithPointers() {
    Wire.Reply reply =
        console.send(
            "POST",
            "/setup",
            """
            {"owner": {"name": "Ada", "email": "ada", "password": "short"},
             "workspace": {"name": "Acme", "timezone": "UTC"}, "content": "empty"}""");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(text(fields(reply), "errors/0/pointer")).startsWith("/owner/");
    assertThat(text(console.get("/setup"), "needed")).isEqualTo("true");
  }

  @Test
  void theCookieIsForTheServerOnly() {
    console.setUp();
    Wire.Reply reply = new Console(world).login("ada@acme.test", "correct horse battery");
    assertThat(reply.header("set-cookie"))
        .contains("beckon_session=")
        .contains("; Path=/; HttpOnly; SameSite=Lax; Max-Age=")
        .doesNotContain("Secure");
    Wire.Reply secure =
        new Console(world)
            .send(
                "POST",
                "/session",
                "{\"email\": \"ada@acme.test\", \"password\": \"correct horse battery\"}",
                "X-Forwarded-Proto: https");
    assertThat(secure.header("set-cookie")).endsWith("; Secure");
  }

  @Test
  void aFormOfAnotherSiteCannotLogIn() {
    console.setUp();
    String body = "{\"email\": \"ada@acme.test\", \"password\": \"correct horse battery\"}";
    Wire wire = world.wire();
    assertThat(wire.send("POST", "/manage/v1/session", body, "Content-Type: text/plain").status())
        .isEqualTo(403);
    assertThat(wire.send("POST", "/manage/v1/session", body).status()).isEqualTo(403);
  }

  @Test
  void wrongPasswordsAreSlowedDown() {
    console.setUp();
    Console stranger = new Console(world);
    for (int i = 0; i < 5; i++) {
      Wire.Reply wrong = stranger.login("ada@acme.test", "wrong horse battery");
      assertThat(wrong.status()).isEqualTo(401);
      assertThat(text(fields(wrong), "type")).isEqualTo("unauthenticated");
    }
    Wire.Reply slowed = stranger.login("ada@acme.test", "correct horse battery");
    assertThat(slowed.status()).isEqualTo(429);
    assertThat(Integer.parseInt(slowed.header("retry-after"))).isPositive();
    assertThat(text(fields(slowed), "type")).isEqualTo("rate_limited");
  }

  @Test
  void loggingOutEndsTheSession() {
    console.setUp();
    assertThat(text(console.get("/session"), "member/email")).isEqualTo("ada@acme.test");
    assertThat(console.send("DELETE", "/session", "").status()).isEqualTo(204);
    assertThat(console.send("GET", "/session", "").status()).isEqualTo(401);
  }

  @Test
  void onesPasswordCanBeChanged() {
    console.setUp();
    Wire.Reply wrong =
        console.send(
            "PUT", "/session/password", "{\"current\": \"x\", \"new\": \"staple battery horse\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(text(fields(wrong), "errors/0/pointer")).isEqualTo("/current");
    Wire.Reply right =
        console.send(
            "PUT",
            "/session/password",
            "{\"current\": \"correct horse battery\", \"new\": \"staple battery horse\"}");
    assertThat(right.status()).isEqualTo(204);
    assertThat(new Console(world).login("ada@acme.test", "staple battery horse").status())
        .isEqualTo(200);
  }

  @Test
  void membersComeWithAPasswordToHandOver() {
    console.setUp();
    Value.Fields invited =
        console.ask(
            "POST",
            "/members",
            "{\"name\": \"Bob\", \"email\": \"bob@acme.test\", \"role\": \"editor\"}");
    Console bob = new Console(world);
    assertThat(bob.login("bob@acme.test", text(invited, "one_time_password")).status())
        .isEqualTo(200);
    String id = text(invited, "member/id");
    Value.Fields changed = console.ask("PATCH", "/members/" + id, "{\"role\": \"viewer\"}");
    assertThat(text(changed, "role")).isEqualTo("viewer");
    assertThat(console.send("DELETE", "/members/" + id, "").status()).isEqualTo(204);
    assertThat(bob.send("GET", "/session", "").status()).isEqualTo(401);
    assertThat(console.send("DELETE", "/members/1", "").status()).isEqualTo(409);
  }
}
