package dev.beckon.delivery.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.delivery.email.smtp.SmtpLimits;
import dev.beckon.delivery.email.smtp.SmtpServer;
import dev.beckon.delivery.email.smtp.StartTls;
import dev.beckon.delivery.render.Rendered;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/// Whole messages into a mail server that somebody else has written.
class SmtpDeliveryTest {
  private static final int MESSAGES = 60;

  @Test
  void manyMessagesAtOnceArriveByteForByte() throws Exception {
    Map<String, String> arrived = new ConcurrentHashMap<>();
    Map<String, String> sent = new HashMap<>();
    BasicMessageListener listener = (_, _, to, data) -> arrived.put(to, new String(data, UTF_8));
    SMTPServer server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.ofLiteral("127.0.0.1"))
            .messageHandler(listener)
            .build();
    server.start();
    try (SmtpChannel channel =
            new SmtpChannel(SmtpLimits.STANDARD, (SSLSocketFactory) SSLSocketFactory.getDefault());
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      SmtpServer target =
          new SmtpServer("localhost", server.getPortAllocated(), StartTls.NEVER, null, null);
      for (int i = 0; i < MESSAGES; i++) {
        Mail mail = mail(i);
        sent.put(mail.envelope().to(), new String(mail.message(), UTF_8));
        workers.execute(
            () ->
                assertThat(channel.send(SmtpChannelTest.sender(target), mail))
                    .isInstanceOf(Answer.Accepted.class));
      }
    } finally {
      server.stop();
    }

    assertThat(arrived.keySet()).isEqualTo(sent.keySet());
    sent.forEach((to, message) -> assertThat(arrived.get(to)).endsWith(message));
  }

  private static Mail mail(int number) throws Exception {
    TrackingLinks links = new TrackingLinks("http://b.test", _ -> new byte[32]);
    DeliveryId id = new DeliveryId(PersonKey.at(7, 3, number), 5);
    Rendered words =
        new Rendered(
            "Acme <a@acme.test>",
            null,
            "p" + number + "@example.com",
            "Grüße " + number,
            null,
            "<p>\n.\n..\nFrom here\n" + "wörds ".repeat(2_000),
            ".\ntext");
    return new MailComposer(links)
        .compose(words, id, new Mail.Origin(id.person().cioIdText(), 1, "s", 1), 0);
  }
}
