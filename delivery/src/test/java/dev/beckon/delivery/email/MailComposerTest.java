package dev.beckon.delivery.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.delivery.render.RenderException;
import dev.beckon.delivery.render.Rendered;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailComposerTest {
  private static final long NOON = 1_773_489_600_000L;
  private static final DeliveryId DELIVERY = new DeliveryId(PersonKey.at(7, 3, 42), 5);
  private static final Mail.Origin ORIGIN =
      new Mail.Origin(DELIVERY.person().cioIdText(), 11, "hello", 2);

  private final TrackingLinks links = new TrackingLinks("http://beckon.test", _ -> new byte[32]);
  private final MailComposer composer = new MailComposer(links);

  private static Rendered words(String from, String subject, String html, String text) {
    return new Rendered(from, null, "ann@example.com", subject, null, html, text);
  }

  private static Message parsed(Mail mail) throws IOException {
    return new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(mail.message()));
  }

  private static String part(Message message, int index) throws IOException {
    List<Entity> parts = ((Multipart) message.getBody()).getBodyParts();
    TextBody body = (TextBody) parts.get(index).getBody();
    return new String(body.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aMessageReadsBackAsItWasWritten() throws Exception {
    String html = "<p>Grüße, 世界 " + "long ".repeat(400) + "</p>\n<p>.</p>\n.\nFrom me";
    String text = "Γειά σου κόσμε, как дела?\n.\n\n-- \nAcme";
    Mail mail =
        composer.compose(
            new Rendered(
                "Ömer & Søn, A.Ş. <hello@acme.test>",
                "Help <help@acme.test>",
                "ann@example.com",
                "İstanbul’da 50 % indirim – çok uzun bir konu satırı ki katlanması gerekir, değil mi? 🎉🎉",
                "pre",
                html,
                text),
            DELIVERY,
            ORIGIN,
            NOON);
    Message message = parsed(mail);

    assertThat(message.getSubject())
        .isEqualTo(
            "İstanbul’da 50 % indirim – çok uzun bir konu satırı ki katlanması gerekir, değil mi?"
                + " 🎉🎉");
    assertThat(message.getFrom().get(0).getName()).isEqualTo("Ömer & Søn, A.Ş.");
    assertThat(message.getFrom().get(0).getAddress()).isEqualTo("hello@acme.test");
    assertThat(((Mailbox) message.getReplyTo().get(0)).getName()).isEqualTo("Help");
    assertThat(message.getDate()).hasTime(NOON);
    assertThat(message.getMimeType()).isEqualTo("multipart/alternative");
    assertThat(part(message, 0)).isEqualTo(text.replace("\n", "\r\n"));
    assertThat(part(message, 1)).isEqualTo(html.replace("\n", "\r\n"));
    assertThat(mail.envelope()).isEqualTo(new Mail.Envelope("hello@acme.test", "ann@example.com"));
  }

  @Test
  void theHeadersNameAndUnsubscribeTheMessage() throws Exception {
    Message message =
        parsed(composer.compose(words("a@acme.test", "Hi", "<p>x", "x"), DELIVERY, ORIGIN, NOON));
    String token = links.tokens().of(DELIVERY);

    assertThat(message.getMessageId()).isEqualTo("<" + token + "@acme.test>");
    assertThat(header(message, "List-Unsubscribe"))
        .isEqualTo("<http://beckon.test/unsubscribe/" + token + ">");
    assertThat(header(message, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(header(message, "Date")).isEqualTo("Sat, 14 Mar 2026 12:00:00 +0000");
    assertThat(header(message, "CIO-Delivery-ID")).isEqualTo(token);
  }

  private static String header(Message message, String name) {
    return message.getHeader().getField(name).getBody();
  }

  @Test
  void everyAttemptGivesTheSameBytes() throws Exception {
    Rendered words = words("a@acme.test", "Hi", "<p>x", "x");
    byte[] first = composer.compose(words, DELIVERY, ORIGIN, NOON).message();
    assertThat(new String(first, US_ASCII))
        .isEqualTo(new String(composer.compose(words, DELIVERY, ORIGIN, NOON).message(), US_ASCII));
  }

  @Test
  void everythingIsAsciiInShortLinesWithCrlf() throws Exception {
    String html = "<p>" + "ü".repeat(3_000) + "x".repeat(3_000) + "</p>";
    Mail mail =
        composer.compose(
            words("Çağrı <a@acme.test>", "ş".repeat(400), html, "a\rb\nc"), DELIVERY, ORIGIN, NOON);
    String raw = new String(mail.message(), US_ASCII);

    assertThat(raw.chars()).allMatch(c -> c < 0x80 && c != 0xFFFD);
    assertThat(raw.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    assertThat(raw.split("\r\n")).allMatch(line -> line.length() <= 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Eve <eve@acme.test>\r\nBcc: all@acme.test",
        "Eve\r\nBcc: x <eve@acme.test>",
        "eve@acme.test\nBcc: x@y",
        "eve@acme.test>, <mallory@acme.test",
        "a b@acme.test",
        "eve@",
        "@acme.test",
        "eve",
        "",
        "eve@acme..test",
        "eve@-acme.test",
        "eve@acme.test RCPT"
      })
  void anAddressCannotCarryAnythingElse(String from) {
    assertThatThrownBy(
            () -> composer.compose(words(from, "Hi", "<p>", "x"), DELIVERY, ORIGIN, NOON))
        .isInstanceOf(RenderException.class)
        .hasMessageStartingWith("From: Expected an address such as");
  }

  @Test
  void aSubjectWithLineBreaksBecomesNoHeader() throws Exception {
    Message message =
        parsed(
            composer.compose(
                words("a@acme.test", "Hi\r\nBcc: all@acme.test", "<p>", "x"),
                DELIVERY,
                ORIGIN,
                NOON));

    assertThat(message.getHeader().getField("Bcc")).isNull();
  }

  @Test
  void longestAddressesAreTakenAndLongerOnesAreNot() {
    String local = "x".repeat(Address.LOCAL_BYTES_MAX);
    assertThat(Address.parse(local + "@a.test").local()).isEqualTo(local);
    assertThatThrownBy(() -> Address.parse("x" + local + "@a.test"))
        .isInstanceOf(IllegalArgumentException.class);

    String name = "n".repeat(Address.NAME_CHARS_MAX);
    assertThat(Address.parse(name + " <a@a.test>").name()).isEqualTo(name);
    assertThatThrownBy(() -> Address.parse("n" + name + " <a@a.test>"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addressesBeyondAsciiAreUnderstood() {
    assertThat(Address.parse("\"Ann \\\"A\\\" B\" <Ann@BÜCHER.test>"))
        .isEqualTo(new Address("Ann \"A\" B", "Ann", "xn--bcher-kva.test"));
    assertThat(Address.parse("δοκιμή@example.com").local()).isEqualTo("δοκιμή");
  }
}
