package dev.beckon.delivery.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.delivery.email.Answer.Accepted;
import dev.beckon.delivery.email.Answer.Fault;
import dev.beckon.delivery.email.Answer.NotNow;
import dev.beckon.delivery.email.smtp.SmtpLimits;
import dev.beckon.delivery.email.smtp.SmtpServer;
import dev.beckon.delivery.email.smtp.StartTls;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class SmtpSecurityTest {
  private static final Duration ENOUGH = Duration.ofSeconds(10);
  private static final SmtpLimits LIMITS =
      new SmtpLimits(ENOUGH, ENOUGH, ENOUGH, ENOUGH, ENOUGH, ENOUGH, ENOUGH);

  private static final Certificates OURS = Certificates.selfSigned("ip:127.0.0.1");
  private static final Certificates ELSEWHERE = Certificates.selfSigned("dns:mail.test");

  private static Answer send(FakeSmtp fake, StartTls startTls, SSLSocketFactory tls) {
    return send(new SmtpServer("127.0.0.1", fake.port(), startTls, null, null), tls);
  }

  private static Answer send(SmtpServer server, SSLSocketFactory tls) {
    try (SmtpChannel channel = new SmtpChannel(LIMITS, tls)) {
      return channel.send(
          SmtpChannelTest.sender(server), SmtpChannelTest.mail("ann@example.com", "Hello"));
    }
  }

  private static SSLSocketFactory trusting(Certificates certificates)
      throws GeneralSecurityException, IOException {
    return certificates.client().getSocketFactory();
  }

  private static FakeSmtp.Script offering(Certificates certificates) {
    return talk -> {
      talk.greet("STARTTLS");
      talk.answer("220 go ahead");
      try {
        talk.encrypt(certificates.server());
      } catch (GeneralSecurityException e) {
        throw new IOException(e);
      }
      talk.hello("AUTH PLAIN LOGIN");
      talk.take();
    };
  }

  @Test
  void aConnectionIsEncryptedWhenTheServerOffersIt() throws Exception {
    for (StartTls startTls : new StartTls[] {StartTls.IF_OFFERED, StartTls.REQUIRED}) {
      try (FakeSmtp fake = new FakeSmtp(offering(OURS))) {
        assertThat(send(fake, startTls, trusting(OURS))).isInstanceOf(Accepted.class);
        assertThat(fake.heard).filteredOn(line -> line.startsWith("EHLO")).hasSize(2);
      }
    }
  }

  @Test
  void aCertificateThatNobodyTrustsEndsTheConversation() throws Exception {
    try (FakeSmtp fake = new FakeSmtp(offering(OURS))) {
      Answer answer =
          send(fake, StartTls.IF_OFFERED, (SSLSocketFactory) SSLSocketFactory.getDefault());
      assertThat(answer)
          .isInstanceOfSatisfying(
              NotNow.class, later -> assertThat(later.fault()).isEqualTo(Fault.SERVER));
      assertThat(answer.reply())
          .startsWith("No encrypted connection, because the server's certificate is not trusted:")
          .contains("checking the certificate of 127.0.0.1");
      assertThat(fake.heard).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void aTrustedCertificateOfSomebodyElseEndsTheConversation() throws Exception {
    try (FakeSmtp fake = new FakeSmtp(offering(ELSEWHERE))) {
      assertThat(send(fake, StartTls.REQUIRED, trusting(ELSEWHERE)).reply())
          .startsWith("No encrypted connection, because the server's certificate is not trusted:");
    }
  }

  @Test
  void withoutAnOfferEncryptionIsMissedOnlyWhereRequired() throws Exception {
    FakeSmtp.Script plain =
        talk -> {
          talk.greet();
          talk.take();
        };
    try (FakeSmtp fake = new FakeSmtp(plain)) {
      assertThat(send(fake, StartTls.IF_OFFERED, trusting(OURS))).isInstanceOf(Accepted.class);
      assertThat(send(fake, StartTls.NEVER, trusting(OURS))).isInstanceOf(Accepted.class);
      assertThat(send(fake, StartTls.REQUIRED, trusting(OURS)).reply())
          .startsWith("Expected 127.0.0.1:" + fake.port() + " to offer STARTTLS");
    }
  }

  @Test
  void wordsSlippedInBeforeEncryptionEndTheConversation() throws Exception {
    try (FakeSmtp fake =
        new FakeSmtp(
            talk -> {
              talk.greet("STARTTLS");
              talk.answer("220 go ahead", "250 injected");
              talk.hang();
            })) {
      assertThat(send(fake, StartTls.REQUIRED, trusting(OURS)).reply())
          .contains("the server spoke on before encryption had started");
    }
  }

  @Test
  void aHandshakeThatHangsEndsInTime() throws Exception {
    Duration brief = Duration.ofMillis(300);
    SmtpLimits impatient = new SmtpLimits(ENOUGH, ENOUGH, brief, ENOUGH, ENOUGH, ENOUGH, ENOUGH);
    try (FakeSmtp fake =
            new FakeSmtp(
                talk -> {
                  talk.greet("STARTTLS");
                  talk.answer("220 go ahead");
                  talk.hang();
                });
        SmtpChannel channel = new SmtpChannel(impatient, trusting(OURS))) {
      SmtpServer server = new SmtpServer("127.0.0.1", fake.port(), StartTls.REQUIRED, null, null);
      assertThat(
              channel
                  .send(SmtpChannelTest.sender(server), SmtpChannelTest.mail("a@b.test", "x"))
                  .reply())
          .contains("checking the certificate");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static SmtpServer withLogin(FakeSmtp fake) {
    return new SmtpServer("127.0.0.1", fake.port(), StartTls.NEVER, "ann", "geheim-ß");
  }

  @Test
  void nameAndPasswordAreSaidInOneWhereTheServerLikesIt() throws Exception {
    try (FakeSmtp fake =
        new FakeSmtp(
            talk -> {
              talk.greet("AUTH LOGIN PLAIN");
              talk.answer("235 2.7.0 welcome");
              talk.take();
            })) {
      assertThat(send(withLogin(fake), trusting(OURS))).isInstanceOf(Accepted.class);
      assertThat(fake.heard).contains("AUTH PLAIN " + base64("\0ann\0geheim-ß"));
    }
  }

  @Test
  void nameAndPasswordAreSaidOneByOneWhereTheServerAsks() throws Exception {
    try (FakeSmtp fake =
        new FakeSmtp(
            talk -> {
              talk.greet("AUTH=LOGIN");
              talk.answer("334 VXNlcm5hbWU6");
              talk.answer("334 UGFzc3dvcmQ6");
              talk.answer("235 welcome");
              talk.take();
            })) {
      assertThat(send(withLogin(fake), trusting(OURS))).isInstanceOf(Accepted.class);
      assertThat(fake.heard).contains(base64("ann"), base64("geheim-ß"));
    }
  }

  @Test
  void aWrongPasswordIsNotTheMessagesFault() throws Exception {
    try (FakeSmtp fake =
        new FakeSmtp(
            talk -> {
              talk.greet("AUTH PLAIN");
              talk.answer("535 5.7.8 wrong");
            })) {
      Answer answer = send(withLogin(fake), trusting(OURS));
      assertThat(answer)
          .isEqualTo(
              new NotNow(
                  "Expected the server to accept the login, but it said: 535 5.7.8 wrong",
                  Fault.SERVER));
    }
  }

  @Test
  void aServerWithoutALoginIsToldToThePersonWhoConfiguredOne() throws Exception {
    try (FakeSmtp fake = new FakeSmtp(talk -> talk.greet("AUTH GSSAPI"))) {
      assertThat(send(withLogin(fake), trusting(OURS)).reply())
          .endsWith("to offer AUTH PLAIN or LOGIN, but it offers neither.");
    }
  }
}
