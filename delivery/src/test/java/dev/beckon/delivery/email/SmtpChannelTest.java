package dev.beckon.delivery.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.delivery.email.Answer.Accepted;
import dev.beckon.delivery.email.Answer.Fault;
import dev.beckon.delivery.email.Answer.NotNow;
import dev.beckon.delivery.email.Answer.Refused;
import dev.beckon.delivery.email.smtp.SmtpLimits;
import dev.beckon.delivery.email.smtp.SmtpServer;
import dev.beckon.delivery.email.smtp.StartTls;
import java.io.IOException;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpChannelTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final SmtpLimits IMPATIENT =
      new SmtpLimits(SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, Duration.ofSeconds(20));

  private final SmtpChannel channel =
      new SmtpChannel(IMPATIENT, (SSLSocketFactory) SSLSocketFactory.getDefault());
  private @Nullable FakeSmtp server;

  @AfterEach
  void stop() throws IOException {
    channel.close();
    if (server != null) {
      server.close();
    }
  }

  private FakeSmtp serve(FakeSmtp.Script script) {
    server = new FakeSmtp(script);
    return server;
  }

  private Answer send(FakeSmtp to) {
    return send(to, "a line\r\n.\r\n..two\r\nbare\nline\rends");
  }

  private Answer send(FakeSmtp to, String message) {
    SmtpServer smtp = new SmtpServer("127.0.0.1", to.port(), StartTls.NEVER, null, null);
    return channel.send(sender(smtp), mail("ann@example.com", message));
  }

  static Sender sender(SmtpServer smtp) {
    return new Sender(1, "a@acme.test", null, new Sender.ToSmtp(smtp));
  }

  static Mail mail(String to, String message) {
    return new Mail(
        "token",
        new Mail.Envelope("a@acme.test", to),
        message.getBytes(US_ASCII),
        new Mail.Note(0, "a@acme.test", to, "Hi", null, null));
  }

  @Test
  void aMessageArrivesByteForByteAndEveryLineEndIsClean() {
    FakeSmtp fake =
        serve(
            talk -> {
              talk.greet("PIPELINING", "SIZE 10000", "8BITMIME");
              talk.take();
            });

    assertThat(send(fake)).isEqualTo(new Accepted("250 2.0.0 queued as 1", false));
    assertThat(fake.heard.getFirst()).isEqualTo("EHLO [127.0.0.1]");
    assertThat(fake.heard.subList(1, 5))
        .containsExactly(
            "MAIL FROM:<a@acme.test> SIZE=32",
            "RCPT TO:<ann@example.com>",
            "DATA",
            "a line\n.\n..two\nbare\nline\nends\n");
  }

  @Test
  void withPipeliningTheWholeEnvelopeIsSaidAtOnce() {
    FakeSmtp fake =
        serve(
            talk -> {
              talk.greet("PIPELINING");
              talk.hear();
              talk.hear();
              talk.hear();
              talk.say("250 a", "250 b", "354 c");
              talk.hearMessage();
              talk.say("250 done");
            });

    assertThat(send(fake)).isEqualTo(new Accepted("250 done", false));
  }

  @Test
  void aConnectionIsUsedAgainAndPutInOrderAfterARefusal() {
    FakeSmtp fake =
        serve(
            talk -> {
              talk.greet();
              talk.take();
              talk.answer("250 sender fine");
              talk.answer("550 5.1.1 nobody of that name");
              talk.answer("250 reset");
              talk.take();
            });

    assertThat(send(fake)).isInstanceOf(Accepted.class);
    assertThat(send(fake)).isEqualTo(new Refused("550 5.1.1 nobody of that name"));
    assertThat(send(fake)).isInstanceOf(Accepted.class);
    assertThat(fake.connections()).isEqualTo(1);
    assertThat(fake.heard).contains("RSET");
  }

  @Test
  void aKeptConnectionThatHasDiedIsReplacedWithoutAWord() {
    FakeSmtp fake =
        serve(
            talk -> {
              talk.greet();
              talk.take();
            });

    assertThat(send(fake)).isInstanceOf(Accepted.class);
    assertThat(send(fake)).isEqualTo(new Accepted("250 2.0.0 queued as 2", false));
    assertThat(fake.connections()).isEqualTo(2);
  }

  @Test
  void aServerThatIsAboutToCloseAKeptConnectionIsAskedOnAnother() {
    FakeSmtp fake =
        serve(
            talk -> {
              talk.greet();
              talk.take();
              talk.answer("421 4.3.2 closing");
            });

    assertThat(send(fake)).isInstanceOf(Accepted.class);
    assertThat(send(fake)).isEqualTo(new Accepted("250 2.0.0 queued as 2", false));
  }

  @Test
  void aConnectionIsClosedAfterItsShareOfMessages() {
    FakeSmtp fake =
        serve(
            talk -> {
              talk.greet();
              for (int i = 0; i < SmtpLimits.MESSAGES_PER_CONNECTION_MAX; i++) {
                talk.take();
              }
              talk.answer("221 bye");
            });

    for (int i = 0; i < SmtpLimits.MESSAGES_PER_CONNECTION_MAX; i++) {
      assertThat(send(fake)).isInstanceOf(Accepted.class);
    }
    assertThat(fake.connections()).isEqualTo(1);
    assertThat(send(fake)).isInstanceOf(Accepted.class);
    assertThat(fake.connections()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"450 4.2.0 greylisted, try again", "451 4.7.1 later"})
  void aTemporaryRefusalMeansLater(String reply) {
    FakeSmtp fake =
        serve(
            talk -> {
              talk.greet("PIPELINING");
              talk.answer("250 fine");
              talk.answer(reply);
              talk.answer("503 no recipient");
            });

    assertThat(send(fake)).isEqualTo(new NotNow(reply, Fault.MESSAGE));
  }

  @Test
  void aRefusalOfSenderRecipientOrMessageIsFinal() {
    FakeSmtp fake =
        serve(
            talk -> {
              talk.greet();
              if (talk.number == 1) {
                talk.answer("550 5.7.1 sender");
              } else if (talk.number == 2) {
                talk.answer("250 fine");
                talk.answer("550-5.1.1 recipient", "550 unknown");
              } else {
                talk.answer("250 fine");
                talk.answer("250 fine");
                talk.answer("354 go on");
                talk.hearMessage();
                talk.say("554 5.7.0 looks like spam");
              }
            });

    assertThat(send(fake)).isEqualTo(new Refused("550 5.7.1 sender"));
    assertThat(send(fake)).isEqualTo(new Refused("550 5.1.1 recipient / unknown"));
    assertThat(send(fake)).isEqualTo(new Refused("554 5.7.0 looks like spam"));
  }

  @Test
  void aServerThatWantsALoginIsNotTheMessagesFault() {
    FakeSmtp fake =
        serve(
            talk -> {
              talk.greet();
              talk.answer("530 5.7.0 authenticate first");
            });

    assertThat(send(fake)).isEqualTo(new NotNow("530 5.7.0 authenticate first", Fault.SERVER));
  }

  @Test
  void aServerThatWaitsForAMessageNobodyMayReceiveIsLeft() {
    FakeSmtp fake =
        serve(
            talk -> {
              talk.greet("PIPELINING");
              talk.answer("250 fine");
              talk.answer("550 nobody");
              talk.answer("354 go on all the same");
              talk.hear();
            });

    assertThat(send(fake)).isEqualTo(new Refused("550 nobody"));
    assertThat(send(fake)).isEqualTo(new Refused("550 nobody"));
    assertThat(fake.connections()).isEqualTo(2);
  }

  @Test
  void aMessageLargerThanTheServerTakesIsRefusedBeforeItIsSent() {
    FakeSmtp fake = serve(talk -> talk.greet("SIZE 100"));

    assertThat(send(fake, "x".repeat(101)).reply())
        .isEqualTo("552 5.3.4 The message has 101 bytes, but the server takes at most 100");
  }

  @Test
  void anAddressBeyondAsciiNeedsAServerThatTakesIt() throws IOException {
    try (FakeSmtp old = new FakeSmtp(talk -> talk.greet("8BITMIME"));
        FakeSmtp modern =
            new FakeSmtp(
                talk -> {
                  talk.greet("8BITMIME", "SMTPUTF8");
                  talk.take();
                })) {
      assertThat(sendTo(old, "δ@example.com").reply())
          .isEqualTo("553 5.6.7 The server takes addresses in ASCII only");
      assertThat(sendTo(modern, "δ@example.com")).isInstanceOf(Accepted.class);
      assertThat(modern.heard).contains("MAIL FROM:<a@acme.test> BODY=8BITMIME SMTPUTF8");
    }
  }

  private Answer sendTo(FakeSmtp fake, String to) {
    SmtpServer smtp = new SmtpServer("127.0.0.1", fake.port(), StartTls.NEVER, null, null);
    return channel.send(sender(smtp), mail(to, "x"));
  }

  @Test
  void nobodyThereMeansLater() throws IOException {
    FakeSmtp fake = serve(_ -> {});
    fake.close();

    assertThat(send(fake))
        .isInstanceOfSatisfying(
            NotNow.class,
            answer -> {
              assertThat(answer.fault()).isEqualTo(Fault.SERVER);
              assertThat(answer.reply()).contains("connecting to 127.0.0.1:" + fake.port());
            });
  }
}
