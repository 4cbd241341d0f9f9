package dev.beckon.api;

import dev.beckon.api.http.Wire;
import dev.beckon.api.json.JsonReader;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.List;

/// A browser with the console in it: keeps the cookie and the CSRF token.
public final class Console {
  private static final String BASE = "/manage/v1";

  private final World world;
  private String cookie = "";
  private String token = "";

  public Console(World world) {
    this.world = world;
  }

  /// Sets the server up; the answer has the keys.
  public Value.Fields setUp() {
    Wire.Reply reply =
        send(
            "POST",
            "/setup",
            """
            {"owner": {"name": "Ada", "email": "ada@acme.test", "password": "correct horse battery"},
             "workspace": {"name": "Acme", "timezone": "UTC"}, "content": "empty"}""");
    remember(reply);
    return fields(reply);
  }

  public Wire.Reply login(String email, String password) {
    Wire.Reply reply =
        send(
            "POST",
            "/session",
            "{\"email\": \"" + email + "\", \"password\": \"" + password + "\"}");
    if (reply.status() == 200) {
      remember(reply);
    }
    return reply;
  }

  private void remember(Wire.Reply reply) {
    String header = reply.header("set-cookie");
    cookie = header.substring(0, header.indexOf(';'));
    token = text(fields(reply), "csrf_token");
  }

  public String cookie() {
    return cookie;
  }

  public void forgetToken() {
    token = "";
  }

  public Wire.Reply send(String method, String path, String body, String... more) {
    List<String> headers = new ArrayList<>(List.of(more));
    headers.add("Content-Type: application/json");
    if (!cookie.isEmpty()) {
      headers.add("Cookie: theme=dark; " + cookie);
    }
    if (!token.isEmpty()) {
      headers.add("X-Beckon-CSRF: " + token);
    }
    return world.wire().send(method, BASE + path, body, headers.toArray(String[]::new));
  }

  /// Sends and expects that it goes well.
  public Value.Fields ask(String method, String path, String body) {
    Wire.Reply reply = send(method, path, body);
    if (reply.status() >= 300) {
      throw new AssertionError(method + " " + path + ": " + reply.status() + " " + reply.body());
    }
    return fields(reply);
  }

  public Value.Fields get(String path) {
    return ask("GET", path, "");
  }

  public static Value.Fields fields(Wire.Reply reply) {
    return JsonReader.DOCUMENT.fields(reply.bytes());
  }

  /// The value at a path of names and indexes, such as `items/0/name`.
  public static Value at(Value value, String path) {
    Value here = value;
    for (String name : path.split("/", -1)) {
      Value next =
          switch (here) {
            case Value.Fields fields -> fields.get(name);
            case Value.Items items -> items.items().get(Integer.parseInt(name));
            case Value.Nothing _, Value.Truth _, Value.Whole _, Value.Decimal _, Value.Text _ ->
                null;
          };
      if (next == null) {
        throw new AssertionError("Expected " + path + " in " + value.asText());
      }
      here = next;
    }
    return here;
  }

  public static String text(Value value, String path) {
    return at(value, path).asText();
  }
}
