package dev.beckon.api.manage;

import static dev.beckon.api.Console.at;
import static dev.beckon.api.Console.fields;
import static dev.beckon.api.Console.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.Console;
import dev.beckon.api.World;
import dev.beckon.api.http.Wire;
import dev.beckon.core.value.Value;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ManagementTest {
  private static final String W = "/workspaces/1";

  private World world;
  private Console console;

  @BeforeEach
  void setUp() {
    world = new World();
    console = new Console(world);
    console.setUp();
  }

  @AfterEach
  void tearDown() {
    world.close();
  }

  private void refused(
      int status, String type, String pointer, String method, String path, String body) {
    Wire.Reply reply = console.send(method, W + path, body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    Value.Fields problem = fields(reply);
    assertThat(text(problem, "type")).isEqualTo(type);
    assertThat(text(problem, "status")).isEqualTo(Integer.toString(status));
    assertThat(text(problem, "title")).isNotBlank();
    assertThat(text(problem, "detail")).isNotBlank();
    if (!pointer.isEmpty()) {
      assertThat(text(problem, "errors/0/pointer")).as(reply.body()).isEqualTo(pointer);
    }
  }

  @Test
  void workspaceSenderAndKeys() {
    Value.Fields workspace = console.ask("PATCH", W, "{\"timezone\": \"Europe/Berlin\"}");
    assertThat(text(workspace, "timezone")).isEqualTo("Europe/Berlin");
    assertThat(text(workspace, "sender/channel")).isEqualTo("sandbox");
    assertThat(at(workspace, "demo_loading")).isEqualTo(Value.nothing());
    Value.Fields decided =
        console.ask("PATCH", W, "{\"identity\": {\"email_by_id\": false, \"auto_merge\": true}}");
    assertThat(at(decided, "identity/auto_merge")).isEqualTo(Value.of(true));
    assertThat(at(decided, "identity/email_by_id")).isEqualTo(Value.of(false));
    refused(400, "validation", "/timezone", "PATCH", "", "{\"timezone\": \"Mars/Base\"}");
    String smtp =
        "{\"from\": \"Acme <hello@acme.test>\", \"channel\": \"smtp\", \"smtp\": {\"host\":"
            + " \"smtp.acme.test\", \"port\": 587, \"starttls\": \"required\", \"username\": \"u\"";
    Value.Fields sender = console.ask("PUT", W + "/sender", smtp + ", \"password\": \"secret\"}}");
    assertThat(text(sender, "smtp/password_set")).isEqualTo("true");
    assertThat(text(sender, "state")).isEqualTo("unknown");
    assertThat(text(console.ask("PUT", W + "/sender", smtp + "}}"), "smtp/password_set"))
        .isEqualTo("true");
    assertThat(
            text(
                console.ask("PUT", W + "/sender", smtp + ", \"password\": null}}"),
                "smtp/password_set"))
        .isEqualTo("false");
    refused(
        400,
        "validation",
        "/smtp",
        "PUT",
        "/sender",
        "{\"from\": \"a@b.c\", \"channel\": \"smtp\"}");
    console.ask("PUT", W + "/sender", "{\"from\": \"hello@acme.test\", \"channel\": \"sandbox\"}");
    Value.Fields tried = console.ask("POST", W + "/sender/test", "{\"to\": \"ada@acme.test\"}");
    assertThat(text(tried, "accepted")).isEqualTo("true");
    assertThat(text(console.get(W + "/sandbox"), "items/0/to")).isEqualTo("ada@acme.test");
    assertThat(console.send("DELETE", W + "/sandbox", "").status()).isEqualTo(204);

    Value.Fields key =
        console.ask("POST", W + "/keys", "{\"name\": \"Backend\", \"kind\": \"track\"}");
    String auth = World.basic(text(key, "key/site_id"), text(key, "secret"));
    assertThat(world.wire().get("/auth", auth).status()).isEqualTo(200);
    console.ask("DELETE", W + "/keys/" + text(key, "key/id"), "");
    assertThat(world.wire().get("/auth", auth).status()).isEqualTo(401);
  }

  @Test
  void peopleAreMadeChangedAndRemoved() {
    Value.Fields ada =
        console.ask(
            "POST",
            W + "/people",
            "{\"email\": \"ada@example.com\", \"attributes\": {\"plan\": \"trial\", \"n\": 7}}");
    String path = "/people/" + text(ada, "cio_id");
    assertThat(text(ada, "attributes/0/name")).isEqualTo("n");
    refused(409, "conflict", "/email", "POST", "/people", "{\"email\": \"ADA@example.com\"}");
    refused(400, "validation", "/email", "POST", "/people", "{}");
    Value.Fields changed =
        console.ask(
            "PATCH", W + path, "{\"attributes\": {\"id\": \"42\", \"plan\": null, \"n\": 8}}");
    assertThat(text(changed, "id")).isEqualTo("42");
    assertThat(((Value.Items) at(changed, "attributes")).items()).hasSize(1);
    String longValue = "\"" + "x".repeat(1_001) + "\"";
    refused(
        400,
        "validation",
        "/attributes/plan",
        "PATCH",
        path,
        "{\"attributes\": {\"plan\": " + longValue + "}}");
    Value.Fields tracked =
        console.ask("POST", W + path + "/events", "{\"name\": \"login\", \"data\": {\"a\": 1}}");
    Value.Fields activity = console.get(W + path + "/activity?type=event");
    assertThat(text(activity, "items/0/id")).isEqualTo(text(tracked, "activity_id"));
    assertThat(text(console.get(W + "/activity?failed=true"), "items/0/type"))
        .isEqualTo("attribute_failed");
    Value.Fields vocabulary = console.get(W + "/vocabulary");
    assertThat(text(vocabulary, "events/0/name")).isEqualTo("login");
    assertThat(text(vocabulary, "attributes/0/type")).isEqualTo("number");
    assertThat(console.send("DELETE", W + path, "").status()).isEqualTo(204);
    refused(404, "not_found", "", "GET", path, "");
    refused(404, "not_found", "", "GET", "/people/nobody", "");
  }

  @Test
  void listsGoOnWithTheCursor() {
    for (int i = 0; i < 7; i++) {
      console.ask("POST", W + "/people", "{\"id\": \"p" + i + "\"}");
    }
    Set<String> seen = new HashSet<>();
    String cursor = "";
    for (int pages = 0; pages < 7; pages++) {
      Value.Fields page = console.get(W + "/people?limit=3" + cursor);
      for (Value item : ((Value.Items) at(page, "items")).items()) {
        assertThat(seen.add(text(item, "id"))).isTrue();
      }
      assertThat(text(page, "total")).isEqualTo("7");
      if (page.get("next") instanceof Value.Text(String next)) {
        cursor = "&cursor=" + next;
      } else {
        break;
      }
    }
    assertThat(seen).hasSize(7);
    refused(400, "validation", "", "GET", "/people?limit=201", "");
    refused(400, "validation", "", "GET", "/people?limit=0", "");
    refused(400, "validation", "", "GET", "/activity?type=nonsense", "");
  }

  @Test
  void segmentsAreKeptWhole() {
    String trial = "{\"name\": \"Trial\", \"when\": {\"attribute\": \"plan\", \"is\": \"trial\"}}";
    Value.Fields made = console.ask("POST", W + "/segments", "{\"definition\": " + trial + "}");
    String path = "/segments/" + text(made, "id");
    refused(409, "conflict", "", "POST", "/segments", "{\"definition\": " + trial + "}");
    refused(
        400,
        "validation",
        "/definition/when/all/0/is_it",
        "POST",
        "/segments",
        "{\"definition\": {\"name\": \"X\", \"when\": {\"all\": [{\"attribute\": \"a\","
            + " \"is_it\": 1}]}}}");
    refused(
        400,
        "validation",
        "/when/in_segment",
        "POST",
        "/segments/preview",
        "{\"when\": {\"in_segment\": \"Gone\"}}");
    console.ask(
        "POST",
        W + "/segments",
        "{\"definition\": {\"name\": \"Users\", \"when\": {\"in_segment\": \"Trial\"}}}");
    refused(409, "in_use", "", "DELETE", path, "");
    assertThat(text(console.get(W + path), "uses/0/name")).isEqualTo("Users");
    Value.Fields renamed =
        console.ask(
            "PUT",
            W + path,
            "{\"version\": 1, \"definition\": " + trial.replace("Trial", "On trial") + "}");
    assertThat(text(renamed, "version")).isEqualTo("2");
    refused(409, "conflict", "", "PUT", path, "{\"version\": 1, \"definition\": " + trial + "}");
    refused(404, "not_found", "", "GET", "/segments/999", "");
  }

  @Test
  void campaignsStartOnlyWhenTheyCan() {
    String draft =
        "{\"name\": \"Hello\", \"trigger\": {\"event\": \"signed_up\"}, \"steps\": [{\"id\": \"a\","
            + " \"send\": {\"channel\": \"email\", \"message\": \"Hello\"}}]}";
    Value.Fields made = console.ask("POST", W + "/campaigns", "{\"definition\": " + draft + "}");
    String path = "/campaigns/" + text(made, "id");
    assertThat(text(made, "state")).isEqualTo("draft");
    Value.Fields look = console.get(W + path + "/start");
    assertThat(text(look, "problems/0/severity")).isEqualTo("error");
    assertThat(text(look, "problems/0/step_id")).isEqualTo("a");
    refused(409, "conflict", "", "POST", path + "/start", "{}");
    String message =
        "{\"definition\": {\"name\": \"Hello\", \"channel\": \"email\", \"subject\": \"Hi"
            + " {{ customer.first_name }}\", \"html\": \"<p>Hi</p>\"}}";
    console.ask("POST", W + "/messages", message);
    assertThat(text(console.ask("POST", W + path + "/start", "{}"), "state")).isEqualTo("running");
    refused(409, "conflict", "", "DELETE", path, "");
    assertThat(text(console.get(W + "/campaigns"), "items/0/state")).isEqualTo("running");
    Value.Fields stopped = console.ask("POST", W + path + "/stop", "{\"under_way\": \"exit\"}");
    assertThat(text(stopped, "state")).isEqualTo("stopped");
    refused(409, "in_use", "", "DELETE", "/messages/1", "");
    Value.Fields preview = console.ask("POST", W + "/messages/preview", "{\"message\": \"Hello\"}");
    assertThat(text(preview, "subject")).isEqualTo("Hi Ada");
    Value.Fields missing =
        console.ask(
            "POST",
            W + "/messages/preview",
            "{\"definition\": {\"name\": \"x\", \"channel\": \"email\", \"subject\": \"To {{"
                + " customer.shoe }}\", \"html\": \"<p></p>\"}}");
    assertThat(text(missing, "warnings/0/where")).isEqualTo("subject");
    refused(
        400,
        "validation",
        "/definition/subject",
        "POST",
        "/messages/preview",
        "{\"definition\": {\"name\": \"x\", \"channel\": \"email\", \"subject\": \"{{ x\","
            + " \"html\": \"<p></p>\"}}");
  }

  @Test
  void definitionsGoOutAndComeBack() {
    console.ask("POST", W + "/recipes/inactive-trial/install", "{}");
    assertThat(text(console.get(W + "/recipes"), "items/0/key")).isNotBlank();
    Value.Fields files = console.get(W + "/definitions");
    String body = files.with("plan", Value.of(true)).asText();
    Value.Items changes =
        (Value.Items) at(console.ask("POST", W + "/definitions", body), "changes");
    assertThat(changes.items())
        .isNotEmpty()
        .allMatch(change -> text(change, "action").equals("none"));
    Wire.Reply wrong =
        console.send(
            "POST",
            W + "/definitions",
            "{\"files\": [{\"path\": \"segments/x.yaml\", \"text\": \"name: X\\nwhen: {is: 1}\\n\"}],"
                + " \"plan\": true}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(text(fields(wrong), "errors/0/pointer")).startsWith("segments/x.yaml:2");
    assertThat(world.wire().get("/manage/v1/schema").body()).contains("$defs");
  }

  @Test
  void badBodiesAreSaidAndDoNoHarm() {
    refused(400, "validation", "/definition", "POST", "/segments", "{}");
    refused(400, "validation", "/definition", "POST", "/segments", "{\"definition\": 7}");
    refused(400, "validation", "/nonsense", "PATCH", "", "{\"nonsense\": 1}");
    refused(400, "validation", "/name", "PATCH", "", "{\"name\": 7}");
    refused(400, "validation", "/kind", "POST", "/keys", "{\"name\": \"x\", \"kind\": \"master\"}");
    refused(
        400,
        "validation",
        "/version",
        "PUT",
        "/segments/1",
        "{\"version\": 99999999999, \"definition\": {}}");
    refused(400, "validation", "", "POST", "/segments", "{\"definition\": ");
    refused(400, "validation", "", "POST", "/segments", "[]");
    refused(400, "validation", "", "POST", "/segments", "{\"definition\": " + "[".repeat(200));
    refused(
        400,
        "validation",
        "/definition/when" + "/not".repeat(21),
        "POST",
        "/segments",
        "{\"definition\": {\"name\": \"Deep\", \"when\": "
            + "{\"not\": ".repeat(30)
            + "{\"attribute\": \"a\", \"is\": 1}"
            + "}".repeat(30)
            + "}}");
    refused(413, "too_large", "", "POST", "/segments", " ".repeat(17 << 20));
    byte[] bomb = Wire.gzip(new byte[40 << 20]);
    Wire.Reply inflated =
        world
            .wire()
            .send(
                "POST",
                "/manage/v1/session",
                bomb,
                "Content-Encoding: gzip",
                "Content-Type: application/json");
    assertThat(inflated.status()).isEqualTo(413);
    refused(405, "method_not_allowed", "", "PUT", "/segments", "{}");
    refused(404, "not_found", "", "GET", "/nonsense", "");
    assertThat(text(console.get(W), "version")).isEqualTo("1");
  }
}
