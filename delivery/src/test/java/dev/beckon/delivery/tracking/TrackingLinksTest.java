package dev.beckon.delivery.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Input;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.tracking.TrackingHit.Agent;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingLinksTest {
  private static final DeliveryId ID = new DeliveryId(PersonKey.at(7, 3, 42), 5);
  private static final DeliveryId OTHER = new DeliveryId(PersonKey.at(7, 3, 42), 6);
  private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0";
  private static final Visitor ANN = new Visitor("GET", BROWSER, null);

  private final TrackingLinks links =
      new TrackingLinks("https://e.acme.test/", w -> ("secret-of-workspace-" + w).getBytes(UTF_8));

  private static String last(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private String token() {
    return links.tokens().of(ID);
  }

  @Test
  void aClickLeadsWhereTheMessageSaid() {
    String href = "https://acme.test/söök?q=a b&x=1#é";
    String url = links.of(ID).clickUrl(3, href.replace(" ", "%20"));

    assertThat(url).startsWith("https://e.acme.test/e/c/" + token() + "/");
    assertThat(links.click(token(), last(url), ANN))
        .contains(
            new TrackingHit(ID, Metric.CLICKED, href.replace(" ", "%20"), 3, Agent.HUMAN, true));
    assertThat(links.original(url)).contains(href.replace(" ", "%20"));
  }

  @Test
  void aTargetCannotBeChangedNorMovedToAnotherMessage() {
    String signed = last(links.of(ID).clickUrl(0, "https://acme.test/"));
    byte[] bytes = Base64.getUrlDecoder().decode(signed);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertThat(links.click(token(), forged, ANN)).isEmpty();
    }
    assertThat(links.click(links.tokens().of(OTHER), signed, ANN)).isEmpty();
    assertThat(links.click(token(), signed.substring(0, 10), ANN)).isEmpty();
    assertThat(links.click(token(), "", ANN)).isEmpty();
    assertThat(links.click(token(), "https:%2f%2fevil.test", ANN)).isEmpty();
    assertThat(links.click("nonsense", signed, ANN)).isEmpty();
  }

  @Test
  void aTokenIsNotASealOfTargets() {
    byte[] token = Base64.getUrlDecoder().decode(token());
    byte[] forged = new byte[Seal.BYTES + 2 + 16];
    System.arraycopy(token, 16, forged, 0, Seal.BYTES);
    System.arraycopy(token, 0, forged, Seal.BYTES + 2, 16);
    assertThat(
            links.click(
                token(), Base64.getUrlEncoder().withoutPadding().encodeToString(forged), ANN))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailto:a@b.test",
        "tel:+49",
        "#top",
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "/relative",
        "//protocol.relative",
        "https://",
        "https://a b",
        "https://a\r\nLocation: x",
        " https://a.test"
      })
  void whatDoesNotLeadToTheWebStaysAsItIs(String href) {
    assertThat(links.of(ID).clickUrl(0, href)).isEqualTo(href);
  }

  @Test
  void theLongestAddressIsTrackedAndALongerOneIsNot() {
    String longest =
        "https://acme.test/"
            + "x".repeat(TrackingLinks.TARGET_BYTES_MAX - "https://acme.test/".length());
    String url = links.of(ID).clickUrl(0, longest);

    assertThat(links.original(url)).contains(longest);
    assertThat(links.of(ID).clickUrl(0, longest + "x")).isEqualTo(longest + "x");
  }

  @Test
  void asManyLinksAsCanBeToldApartAreTracked() {
    String href = "https://acme.test/";
    String url = links.of(ID).clickUrl(TrackingLinks.LINKS_MAX, href);

    assertThat(links.click(token(), last(url), ANN).orElseThrow().link())
        .isEqualTo(TrackingLinks.LINKS_MAX);
    assertThat(links.of(ID).clickUrl(TrackingLinks.LINKS_MAX + 1, href)).isEqualTo(href);
  }

  @Test
  void onlyAGetOpensOrClicksAndOnlyAPostUnsubscribes() {
    String signed = last(links.of(ID).clickUrl(0, "https://acme.test/"));
    for (String method : new String[] {"GET", "HEAD", "POST", "OPTIONS"}) {
      Visitor visitor = new Visitor(method, BROWSER, null);
      assertThat(links.open(token(), visitor).orElseThrow().counts())
          .isEqualTo(method.equals("GET"));
      assertThat(links.click(token(), signed, visitor).orElseThrow().counts())
          .isEqualTo(method.equals("GET"));
      assertThat(links.unsubscribe(token(), visitor).orElseThrow().counts())
          .isEqualTo(method.equals("POST"));
    }
  }

  @Test
  void pixelAndUnsubscribeCarryTheToken() {
    assertThat(links.of(ID).pixelUrl()).isEqualTo("https://e.acme.test/e/o/" + token());
    assertThat(links.of(ID).unsubscribeUrl())
        .isEqualTo("https://e.acme.test/unsubscribe/" + token());
    assertThat(links.open("x", ANN)).isEmpty();
    assertThat(links.unsubscribe("x", ANN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1.15 | HUMAN",
        "Mozilla/5.0 | PREFETCH",
        "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy) | PROXY",
        "YahooMailProxy; https://help.yahoo.com/kb/ | PROXY",
        "Barracuda Sentinel (EE) | MACHINE",
        "Mozilla/5.0 (compatible; Googlebot/2.1) | MACHINE",
        "curl/8.5.0 | MACHINE",
        "PYTHON-REQUESTS/2.3 | MACHINE",
        "'' | MACHINE"
      })
  void machinesAreToldFromPeople(String userAgent, Agent agent) {
    assertThat(links.open(token(), new Visitor("GET", userAgent, null)).orElseThrow().agent())
        .isEqualTo(agent);
  }

  @Test
  void aRequestThatSaysItIsAPrefetchIsOne() {
    assertThat(
            links
                .open(token(), new Visitor("GET", BROWSER, "Prefetch;anonymous"))
                .orElseThrow()
                .agent())
        .isEqualTo(Agent.PREFETCH);
  }

  @Test
  void theEngineIsToldWhatIsKnown() {
    TrackingHit hit =
        new TrackingHit(ID, Metric.CLICKED, "https://acme.test/", 2, Agent.MACHINE, true);
    Value.Fields detail =
        Value.Fields.EMPTY
            .with("href", Value.of("https://acme.test/"))
            .with("link", Value.of(2))
            .with("machine", Value.of(true));
    assertThat(hit.report(5)).isEqualTo(new Input.Report(5, ID, Metric.CLICKED, detail));
  }
}
