package dev.beckon.api.tracking;

import static dev.beckon.api.testing.Authored.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.http.Wire;
import dev.beckon.api.testing.Stage;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Deliveries;
import dev.beckon.engine.query.DeliveryView;
import dev.beckon.engine.query.People;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrackingTest {
  private static final String BROWSER =
      "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String JSON = "Content-Type: application/json";

  @TempDir Path folder;
  private Stage stage;
  private DeliveryId delivery;

  @BeforeEach
  void open() {
    stage = new Stage(folder);
    welcome(stage, "");
    stage.identify("42", "{'email':'ada@example.com'}");
    stage.event("42", "signed_up");
    delivery = stage.deliveries().getFirst().id();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void thePixelReportsAnOpen() throws IOException {
    Wire.Reply reply = stage.wire().get(path(stage.links().pixelUrl(delivery)), BROWSER);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("image/gif");
    assertThat(reply.header("cache-control")).contains("no-store");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(reply.bytes()));
    assertThat(image.getWidth()).isEqualTo(1);
    assertThat(image.getHeight()).isEqualTo(1);
    assertThat(image.getRGB(0, 0) >>> 24).isZero();
    assertThat(outcomes()).containsExactly("opened {}");
  }

  @Test
  void headReportsNothingAndMachinesAreTold() {
    String pixel = path(stage.links().pixelUrl(delivery));
    assertThat(stage.wire().send("HEAD", pixel, "", BROWSER).status()).isEqualTo(200);
    assertThat(outcomes()).isEmpty();
    stage.wire().get(pixel, BROWSER, "Sec-Purpose: prefetch");
    stage.wire().get(pixel, "User-Agent: Barracuda Sentinel");
    stage.wire().get(pixel, "User-Agent: Mozilla/5.0 (via ggpht.com GoogleImageProxy)");
    assertThat(outcomes())
        .containsExactly(
            "opened {\"prefetched\":true,\"machine\":true}",
            "opened {\"machine\":true}",
            "opened {\"proxied\":true}");
  }

  @Test
  void aForgedPixelIsAPixelAndNothingElse() {
    assertThat(stage.wire().get("/e/o/nonsense", BROWSER).status()).isEqualTo(200);
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void aClickLeadsToItsTarget() {
    String target = "https://example.com/a?b=ü&c=%20#d";
    String path = path(stage.links().clickUrl(delivery, 3, target));
    Wire.Reply reply = stage.wire().get(path, BROWSER);
    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.header("location")).isEqualTo("https://example.com/a?b=%C3%BC&c=%20#d");
    assertThat(reply.header("cache-control")).isEqualTo("no-store");
    assertThat(outcomes())
        .containsExactly(
            "opened {\"synthetic\":true}", "clicked {\"href\":\"" + target + "\",\"link\":3}");
    assertThat(stage.wire().send("HEAD", path, "", BROWSER).status()).isEqualTo(302);
    assertThat(outcomes()).hasSize(2);
  }

  @Test
  void aClickLeadsToItsTargetWhateverStateTheEngineIsIn() {
    stage.busy(true);
    String path = path(stage.links().clickUrl(delivery, 0, "https://example.com/"));
    assertThat(stage.wire().get(path, BROWSER).status()).isEqualTo(302);
    assertThat(stage.wire().get(path(stage.links().pixelUrl(delivery)), BROWSER).status())
        .isEqualTo(200);
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void noForgedLinkLeadsAnywhere() {
    String path = path(stage.links().clickUrl(delivery, 0, "https://example.com/"));
    String token = path.split("/", -1)[3];
    for (String forged :
        List.of(
            path.substring(0, path.length() - 4),
            path + "AAAA",
            "/e/c/" + token + "/aHR0cHM6Ly9ldmlsLmV4YW1wbGUv",
            "/e/c/" + token + "/https%3A%2F%2Fevil.example%2F",
            path.replace(token, "nonsense"))) {
      Wire.Reply reply = stage.wire().get(forged, BROWSER);
      assertThat(reply.status()).as(forged).isEqualTo(400);
      assertThat(reply.header("location")).isEmpty();
      assertThat(reply.header("content-type")).startsWith("text/html");
      assertThat(reply.body()).contains("<h1>This link does not work</h1>");
    }
    assertThat(outcomes()).isEmpty();
  }

  @Test
  void lookingAtTheUnsubscribePageChangesNothing() {
    Wire.Reply reply = stage.wire().get(path(stage.links().unsubscribeUrl(delivery)), BROWSER);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(reply.header("cache-control")).isEqualTo("no-store");
    assertThat(reply.header("content-security-policy")).contains("default-src 'none'");
    assertThat(reply.body())
        .contains("<form method=\"post\">", "Acme &amp; Sons", "a•••@example.com", "viewport")
        .contains("prefers-color-scheme")
        .doesNotContain("<script", "ada@", "{heading", "{text", "{form", "{button");
    assertThat(outcomes()).isEmpty();
    assertThat(unsubscribed()).isEqualTo("null");
  }

  @Test
  void theFormOfThePageUnsubscribes() {
    String path = path(stage.links().unsubscribeUrl(delivery));
    Wire.Reply reply = stage.wire().send("POST", path, "confirmed=yes", BROWSER, FORM);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("<h1>You are unsubscribed</h1>", "a•••@example.com");
    assertThat(outcomes()).containsExactly("unsubscribed {}");
    assertThat(unsubscribed()).isEqualTo("true");
    assertThat(stage.wire().send("POST", path, "confirmed=yes", BROWSER, FORM).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/x-www-form-urlencoded | List-Unsubscribe=One-Click",
        "multipart/form-data; boundary=x | --x..Content-Disposition: form-data;"
            + " name=\"List-Unsubscribe\"....One-Click..--x--",
      })
  void oneClickOfAMailClientUnsubscribes(String type, String body) {
    Wire.Reply reply =
        stage
            .wire()
            .send(
                "POST",
                path(stage.links().unsubscribeUrl(delivery)),
                body.replace("..", "\r\n"),
                "Content-Type: " + type);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).startsWith("text/plain");
    assertThat(outcomes()).containsExactly("unsubscribed {\"machine\":true}");
    assertThat(unsubscribed()).isEqualTo("true");
  }

  @Test
  void programsUnsubscribeInJson() {
    String path = path(stage.links().unsubscribeUrl(delivery));
    Wire.Reply reply = post(path + "==", "{\"unsubscribe\":true}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("application/json");
    assertThat(reply.body()).isEqualTo("{}");
    assertThat(unsubscribed()).isEqualTo("true");
    assertThat(post(path, "{\"unsubscribe\":false}").body()).isEqualTo("{}");
    assertThat(unsubscribed()).isEqualTo("false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"unsubscribe\":\"yes\"}", "[]", "{"})
  void programsAreToldWhatIsWrong(String body) {
    Wire.Reply reply = post(path(stage.links().unsubscribeUrl(delivery)), body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).startsWith("{\"meta\":{\"errors\":[\"Expected ");
    assertThat(unsubscribed()).isEqualTo("null");
  }

  @Test
  void forgedUnsubscribesAreRefused() {
    assertThat(post("/unsubscribe/nonsense", "{\"unsubscribe\":true}").status()).isEqualTo(400);
    assertThat(post("/unsubscribe/nonsense", "{\"unsubscribe\":true}").body())
        .startsWith("{\"meta\":{\"errors\":[");
    for (String method : List.of("GET", "POST")) {
      Wire.Reply reply =
          stage.wire().send(method, "/unsubscribe/nonsense", "confirmed=yes", BROWSER, FORM);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.body()).contains("This link does not work");
    }
  }

  @Test
  void anUnsubscribeThatIsNotTakenInIsNotConfirmed() {
    stage.busy(true);
    String path = path(stage.links().unsubscribeUrl(delivery));
    Wire.Reply reply = stage.wire().send("POST", path, "confirmed=yes", BROWSER, FORM);
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("retry-after")).isEqualTo("3");
    assertThat(reply.body()).contains("Please try again");
    assertThat(post(path, "{\"unsubscribe\":true}").status()).isEqualTo(429);
  }

  @Test
  void linksOfDeletedPeopleStillAnswer() {
    stage.track("DELETE", "/api/v1/customers/42", "");
    String path = path(stage.links().unsubscribeUrl(delivery));
    assertThat(stage.wire().get(path, BROWSER).body()).contains("this address");
    assertThat(stage.wire().send("POST", path, "confirmed=yes", BROWSER, FORM).status())
        .isEqualTo(200);
  }

  @Test
  void aMessageIsShownInTheBrowserWhileItIsKept() {
    String path = path(stage.links().of(delivery).viewUrl());
    Wire.Reply gone = stage.wire().get(path, BROWSER);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.body()).contains("no longer kept");
    stage.keep(delivery, "<p>Hi</p>");
    Wire.Reply reply = stage.wire().get(path, BROWSER);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("<p>Hi</p>");
    assertThat(reply.header("content-security-policy"))
        .startsWith("sandbox ")
        .doesNotContain("allow-scripts", "allow-same-origin");
    assertThat(stage.wire().get("/e/v/unsent", BROWSER).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "ada@example.com, a•••@example.com",
    "a@example.com, a•••@example.com",
    "adam@example.com, a•••@example.com",
    "adams@example.com, a•••s@example.com",
    "😀abcd😀@example.com, 😀•••😀@example.com",
    "nonsense, •••",
    "@example.com, •••",
  })
  void addressesAreMasked(String address, String masked) {
    assertThat(MaskedAddress.of(address)).isEqualTo(masked);
  }

  private Wire.Reply post(String path, String body) {
    return stage.wire().send("POST", path, body, JSON);
  }

  /// What became of the message, oldest first, with its detail.
  private List<String> outcomes() {
    DeliveryView view = new Deliveries(stage.host().queries()).one(delivery).orElseThrow();
    return view.outcomes().stream()
        .map(outcome -> outcome.metric().word() + " " + outcome.detail().asText())
        .toList();
  }

  private String unsubscribed() {
    Value value =
        new People(stage.host().queries())
            .byKey(delivery.person())
            .orElseThrow()
            .profile()
            .attribute("unsubscribed");
    return value == null ? "null" : value.asText();
  }

  private static String path(String url) {
    return url.substring("http://127.0.0.1".length());
  }
}
