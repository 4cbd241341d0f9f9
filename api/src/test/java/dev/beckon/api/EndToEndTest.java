package dev.beckon.api;

import static dev.beckon.api.Console.at;
import static dev.beckon.api.Console.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.http.Wire;
import dev.beckon.core.value.Value;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From setting up to the welcome message in the sandbox, as a newcomer does it.
final class EndToEndTest {
  private World world;
  private Console console;
  private String auth;

  @BeforeEach
  void setUp() {
    world = new World();
    console = new Console(world);
    Value.Fields session = console.setUp();
    auth = World.basic(text(session, "keys/site_id"), text(session, "keys/api_key"));
  }

  @AfterEach
  void tearDown() {
    world.close();
  }

  @Test
  void aNewcomerSeesTheWelcomeMessageAndTheJourneysTrace() {
    Value.Fields installed = console.ask("POST", "/workspaces/1/recipes/welcome/install", "{}");
    String campaign = text(installed, "campaign/id");
    console.ask("POST", "/workspaces/1/campaigns/" + campaign + "/start", "{}");
    put("/api/v1/customers/42", "{\"email\":\"ada@example.com\",\"first_name\":\"Ada\"}");
    post("/api/v1/customers/42/events", "{\"name\":\"signed_up\",\"data\":{\"plan\":\"trial\"}}");
    world.pass(Duration.ofMinutes(5));

    Value.Fields inbox = console.get("/workspaces/1/sandbox");
    assertThat(text(inbox, "items/0/to")).isEqualTo("ada@example.com");
    assertThat(text(inbox, "items/0/subject")).startsWith("Welcome, Ada!");
    Value.Fields message = console.get("/workspaces/1/sandbox/" + text(inbox, "items/0/id"));
    assertThat(text(message, "html")).contains("<html");
    assertThat(text(message, "unsubscribe_url")).contains("/unsubscribe/");
    Wire.Reply raw =
        console.send("GET", "/workspaces/1/sandbox/" + text(inbox, "items/0/id") + "/raw", "");
    assertThat(raw.header("content-type")).isEqualTo("message/rfc822");
    assertThat(raw.body()).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");

    Value.Fields journeys = console.get("/workspaces/1/campaigns/" + campaign + "/journeys");
    assertThat(text(journeys, "items/0/why"))
        .isEqualTo("Waiting until 15 Mar 2026 09:26 UTC: 1 day after arriving.");
    Value.Fields trace = console.get("/workspaces/1/journeys/" + text(journeys, "items/0/id"));
    assertThat(text(trace, "trace/0/because")).isEqualTo("signed_up happened.");
    assertThat(text(trace, "trace/1/outcome")).isEqualTo("sent");
    assertThat(text(trace, "trace/1/delivery_state")).isEqualTo("delivered");

    Value.Fields numbers = console.get("/workspaces/1/campaigns/" + campaign + "/numbers?days=7");
    assertThat(text(numbers, "started")).isEqualTo("1");
    assertThat(text(numbers, "numbers/sent")).isEqualTo("1");
    assertThat(text(numbers, "series/6/sent")).isEqualTo("1");
    assertThat(text(numbers, "steps/first-day/waiting")).isEqualTo("1");
    Value.Fields home = console.get("/workspaces/1/home?days=7");
    assertThat(text(home, "totals/sent/value")).isEqualTo("1");
    assertThat(text(home, "people/added")).isEqualTo("1");
    assertThat(text(home, "events/value")).isEqualTo("1");
    Value.Fields checklist = console.get("/workspaces/1/checklist");
    assertThat(text(checklist, "items/3/key")).isEqualTo("first_message");
    assertThat(text(checklist, "items/3/done_at")).startsWith("2026-03-14T");
    assertThat(at(checklist, "items/4/done_at")).isEqualTo(Value.nothing());
  }

  @Test
  void whatIsWrittenIsReadAtOnce() {
    put("/api/v1/customers/42", "{\"email\":\"ada@example.com\",\"plan_type\":\"trial\"}");
    Value.Fields made =
        console.ask(
            "POST",
            "/workspaces/1/segments",
            """
            {"definition": {"name": "Trial", "when": {"attribute": "plan_type", "is": "trial"}}}""");
    assertThat(text(made, "count")).isEqualTo("1");
    assertThat(text(made, "state")).isEqualTo("live");
    String id = text(made, "id");
    put("/api/v1/customers/43", "{\"plan_type\":\"trial\"}");
    assertThat(text(console.get("/workspaces/1/segments/" + id), "count")).isEqualTo("2");
    Value.Fields members = console.get("/workspaces/1/segments/" + id + "/members");
    String cioId = text(members, "items/0/cio_id");
    assertThat(text(console.get("/workspaces/1/people/" + cioId + "/segments"), "items/0/name"))
        .isEqualTo("Trial");
    Value.Fields preview =
        console.ask(
            "POST",
            "/workspaces/1/segments/preview",
            "{\"when\": {\"not\": {\"attribute\": \"email\", \"exists\": true}}}");
    assertThat(text(preview, "count")).isEqualTo("1");
    assertThat(text(preview, "sample/0/id")).isEqualTo("43");
  }

  private void put(String target, String body) {
    ok(world.wire().send("PUT", target, body, auth));
  }

  private void post(String target, String body) {
    ok(world.wire().send("POST", target, body, auth));
  }

  private static void ok(Wire.Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("{}");
  }
}
