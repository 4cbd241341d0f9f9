package dev.beckon.api.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.Console;
import dev.beckon.api.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ActivityStreamTest {
  private static final int TIMEOUT_MS = 20_000;

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

  @Test
  void whatHappensIsTold() throws IOException {
    try (Socket socket = open("")) {
      BufferedReader in = reader(socket);
      assertThat(in.readLine()).isEqualTo("HTTP/1.1 200 OK");
      until(in, ": from now on");
      console.ask("POST", "/workspaces/1/people", "{\"id\": \"42\"}");
      until(in, "event: activity");
      String id = in.readLine();
      assertThat(id).startsWith("id: ");
      assertThat(in.readLine()).startsWith("data: {").contains("\"type\":\"person_created\"");
      world.pass(Duration.ofMillis(1));
      console.ask("POST", "/workspaces/1/people", "{\"id\": \"43\"}");
      try (Socket late = open("Last-Event-ID: " + id.substring(4) + "\r\n")) {
        BufferedReader missed = reader(late);
        until(missed, "event: activity");
        assertThat(missed.readLine()).isNotEqualTo(id);
        assertThat(missed.readLine()).contains("\"id\":\"43\"");
      }
    }
  }

  @Test
  void whatIsTooMuchIsCounted() throws IOException {
    try (Socket socket = open("")) {
      BufferedReader in = reader(socket);
      until(in, ": from now on");
      String cioId =
          Console.text(console.ask("POST", "/workspaces/1/people", "{\"id\": \"42\"}"), "cio_id");
      for (int i = 0; i < 200; i++) {
        console.ask("POST", "/workspaces/1/people/" + cioId + "/events", "{\"name\": \"e\"}");
      }
      until(in, "event: skipped");
      assertThat(in.readLine()).startsWith("data: {\"count\": ");
    }
  }

  @Test
  void streamsEndWhenTheServerStops() throws IOException {
    try (Socket socket = open("")) {
      BufferedReader in = reader(socket);
      until(in, ": from now on");
      Thread stopping = new Thread(world.server()::close);
      stopping.start();
      String last = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        last = line;
      }
      assertThat(last).doesNotContain("event");
    }
  }

  private Socket open(String header) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), world.wire().port());
    socket.setSoTimeout(TIMEOUT_MS);
    String request =
        "GET /manage/v1/workspaces/1/activity/stream HTTP/1.1\r\nHost: local\r\n"
            + header
            + "Cookie: "
            + console.cookie()
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void until(BufferedReader in, String wanted) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(wanted)) {
        return;
      }
      assertThat(line).as("while waiting for " + wanted).isNotEqualTo(": still here");
    }
    throw new AssertionError("Expected " + wanted + ", but the stream ended.");
  }
}
