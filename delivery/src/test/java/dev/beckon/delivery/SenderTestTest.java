package dev.beckon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.delivery.email.MailComposer;
import dev.beckon.delivery.email.Sender;
import dev.beckon.delivery.email.SmtpChannel;
import dev.beckon.delivery.email.smtp.SmtpLimits;
import dev.beckon.delivery.email.smtp.SmtpServer;
import dev.beckon.delivery.email.smtp.StartTls;
import dev.beckon.delivery.sandbox.MailFolder;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderTestTest {
  private final TrackingLinks links = new TrackingLinks("http://b.test", _ -> new byte[32]);

  private SenderTest.Result run(Path path, Sender sender, String to) {
    MailFolder sandbox =
        new MailFolder(path, links, InstantSource.fixed(Instant.ofEpochMilli(1_000_000)));
    try (SmtpChannel smtp =
        new SmtpChannel(SmtpLimits.STANDARD, (SSLSocketFactory) SSLSocketFactory.getDefault())) {
      return new SenderTest(
              new MailComposer(links), new Channels(smtp, sandbox), new VirtualSchedule())
          .run(sender, to);
    }
  }

  @Test
  void inTheSandboxTheMessageIsShown(@TempDir Path path) {
    Sender sender = new Sender(7, "Acme <a@acme.test>", "b@acme.test", new Sender.ToSandbox());
    assertThat(run(path, sender, "ann@example.com").accepted()).isTrue();

    MailFolder sandbox = new MailFolder(path, links, InstantSource.system());
    assertThat(sandbox.list(7, "ann@", Long.MAX_VALUE, 10))
        .hasSize(1)
        .allMatch(row -> row.id().startsWith("test-") && row.note().origin() == null);
  }

  @Test
  void aServerThatIsNotThereIsToldInWords(@TempDir Path path) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    SmtpServer server = new SmtpServer("127.0.0.1", port, StartTls.NEVER, null, null);
    Sender sender = new Sender(7, "a@acme.test", null, new Sender.ToSmtp(server));
    SenderTest.Result result = run(path, sender, "ann@example.com");

    assertThat(result.accepted()).isFalse();
    assertThat(result.reply()).contains("connecting to 127.0.0.1:" + port);
  }

  @Test
  void anAddressThatIsNoneIsToldInWords(@TempDir Path path) {
    Sender sender = new Sender(7, "a@acme.test", null, new Sender.ToSandbox());
    assertThat(run(path, sender, "nobody").reply()).startsWith("To: Expected an address");
  }
}
