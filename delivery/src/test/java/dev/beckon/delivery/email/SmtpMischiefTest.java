package dev.beckon.delivery.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.delivery.email.Answer.Fault;
import dev.beckon.delivery.email.Answer.NotNow;
import dev.beckon.delivery.email.smtp.SmtpLimits;
import dev.beckon.delivery.email.smtp.SmtpServer;
import dev.beckon.delivery.email.smtp.StartTls;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A server that misbehaves at any point costs the message time, never its only copy.
final class SmtpMischiefTest {
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
    return send(to, "a line");
  }

  private Answer send(FakeSmtp to, String message) {
    SmtpServer smtp = new SmtpServer("127.0.0.1", to.port(), StartTls.NEVER, null, null);
    return channel.send(
        SmtpChannelTest.sender(smtp), SmtpChannelTest.mail("ann@example.com", message));
  }

  /// What a server may do to us at any point before it has the whole message.
  enum Mischief {
    HANG,
    RESET,
    CLOSE,
    GARBAGE,
    ENDLESS_LINE,
    ENDLESS_REPLY,
    TRICKLE,
    REFUSE
  }

  private static void harm(FakeSmtp.Talk talk, Mischief mischief) throws IOException {
    byte[] garbage = new byte[3_000];
    Arrays.fill(garbage, (byte) 0xF7);
    switch (mischief) {
      case HANG -> talk.hang();
      case RESET -> talk.reset();
      case CLOSE -> {}
      case GARBAGE -> {
        garbage[50] = '\n';
        talk.bytes(garbage);
        talk.hang();
      }
      case ENDLESS_LINE -> {
        while (true) {
          talk.bytes(garbage);
        }
      }
      case ENDLESS_REPLY -> {
        while (true) {
          talk.say("250-and another thing");
        }
      }
      case TRICKLE -> {
        while (true) {
          talk.bytes("2".getBytes(US_ASCII));
          LockSupport.parkNanos(50_000_000);
        }
      }
      case REFUSE -> {
        talk.say("421 4.3.2 too busy");
        talk.hang();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void mischiefAtTheGreetingMeansLater(Mischief mischief) {
    assertThat(send(serve(talk -> harm(talk, mischief))))
        .isInstanceOfSatisfying(
            NotNow.class, answer -> assertThat(answer.fault()).isEqualTo(Fault.SERVER));
  }

  @ParameterizedTest
  @EnumSource
  void mischiefAfterDataMeansLater(Mischief mischief) {
    FakeSmtp fake =
        serve(
            talk -> {
              talk.greet();
              talk.answer("250 fine");
              talk.answer("250 fine");
              talk.hear();
              harm(talk, mischief);
            });

    assertThat(send(fake))
        .isInstanceOfSatisfying(
            NotNow.class, answer -> assertThat(answer.fault()).isEqualTo(Fault.SERVER));
  }

  @ParameterizedTest
  @EnumSource
  void mischiefAfterTheWholeMessageLeavesItUncertain(Mischief mischief) {
    FakeSmtp fake =
        serve(
            talk -> {
              talk.greet();
              talk.answer("250 fine");
              talk.answer("250 fine");
              talk.answer("354 go on");
              talk.hearMessage();
              harm(talk, mischief);
            });

    assertThat(send(fake))
        .isInstanceOfSatisfying(
            NotNow.class,
            answer ->
                assertThat(answer.fault())
                    .isEqualTo(mischief == Mischief.REFUSE ? Fault.SERVER : Fault.UNCERTAIN));
  }

  @Test
  void aServerThatStopsReadingIsLeft() {
    FakeSmtp fake =
        serve(
            talk -> {
              talk.greet();
              talk.answer("250 fine");
              talk.answer("250 fine");
              talk.answer("354 go on");
              talk.hang();
            });

    assertThat(send(fake, "x".repeat(64 << 20)))
        .isEqualTo(
            new NotNow(
                "Expected the server to answer within 0 s, but it did not (sending the message).",
                Fault.SERVER));
  }

  @Test
  void aReplyOfTheLongestLineIsHeardAndOneByteMoreIsNot() {
    String longest = "554 " + "x".repeat(SmtpLimits.REPLY_LINE_BYTES_MAX - 4);
    FakeSmtp fake = serve(talk -> talk.say(talk.number == 1 ? longest : longest + "x"));

    assertThat(send(fake).reply()).endsWith("but it said: " + longest);
    assertThat(send(fake).reply()).contains("expected lines of at most 2000 bytes");
  }

  @Test
  void aReplyOfTheMostLinesIsHeardAndOneMoreIsNot() {
    List<String> most = Collections.nCopies(SmtpLimits.REPLY_LINES_MAX - 1, "554-no");
    FakeSmtp fake =
        serve(
            talk -> {
              talk.say(most.toArray(String[]::new));
              if (talk.number == 2) {
                talk.say("554-no");
              }
              talk.say("554 no");
            });

    assertThat(send(fake).reply()).contains("but it said: 554 no");
    assertThat(send(fake).reply()).contains("expected a reply of at most 100 lines");
  }
}
