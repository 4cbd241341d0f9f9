package dev.beckon.delivery.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.delivery.email.Answer;
import dev.beckon.delivery.email.EmailChannel;
import dev.beckon.delivery.email.Mail;
import dev.beckon.delivery.email.MailComposer;
import dev.beckon.delivery.email.Sender;
import dev.beckon.delivery.render.RenderException;
import dev.beckon.delivery.render.Rendered;
import dev.beckon.delivery.sandbox.SandboxMessage.Link;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {
  private static final long NOON = 1_773_489_600_000L;
  private static final Sender SENDER =
      new Sender(7, "Acme <a@acme.test>", null, new Sender.ToSandbox());

  private final TrackingLinks links = new TrackingLinks("http://b.test", _ -> new byte[32]);
  private final MailComposer composer = new MailComposer(links);

  private MailFolder folder(Path path) {
    return new MailFolder(path, links, InstantSource.fixed(Instant.ofEpochMilli(NOON)));
  }

  private Mail mail(int number, String to, String subject, long at) throws RenderException {
    DeliveryId id = new DeliveryId(PersonKey.at(7, 3, 42), number);
    String html =
        "<a href=\""
            + links.of(id).clickUrl(0, "https://a.test/x")
            + "\">x</a>"
            + "<a href=\"https://b.test\">y</a><a href=\"mailto:x@y.test\">z</a>";
    return composer.compose(
        new Rendered(SENDER.from(), null, to, subject, "Vorschau – ü", html, "Grüße"),
        id,
        new Mail.Origin(id.person().cioIdText(), 11, "hello", 2),
        at);
  }

  private static List<String> subjects(List<SandboxRow> rows) {
    return rows.stream().map(row -> row.note().subject()).toList();
  }

  @Test
  void aMessageIsShownExactlyAsItWouldHaveGoneOut(@TempDir Path path) throws Exception {
    Mail mail = mail(1, "ann@example.com", "Çok güzel", NOON);
    assertThat(folder(path).send(SENDER, mail))
        .isEqualTo(new Answer.Accepted("Shown in the sandbox inbox.", true));

    Sandbox later = folder(path);
    SandboxRow row = later.list(7, "", Long.MAX_VALUE, 10).getFirst();
    assertThat(row.id()).isEqualTo(mail.id());
    assertThat(row.note()).isEqualTo(mail.note());
    assertThat(later.raw(7, mail.id()).orElseThrow()).isEqualTo(mail.message());

    SandboxMessage message = later.read(7, mail.id()).orElseThrow();
    assertThat(message.html()).contains("https://b.test");
    assertThat(message.text()).isEqualTo("Grüße");
    assertThat(message.sizeBytes()).isEqualTo(mail.message().length);
    assertThat(message.headers())
        .contains(
            new SandboxMessage.Header("Subject", "Çok güzel"),
            new SandboxMessage.Header("From", "Acme <a@acme.test>"));
    DeliveryId id = links.tokens().verify(mail.id()).orElseThrow();
    assertThat(message.links())
        .containsExactly(
            new Link("https://a.test/x", links.of(id).clickUrl(0, "https://a.test/x")),
            new Link("https://b.test", "https://b.test"));
    assertThat(message.unsubscribeUrl()).isEqualTo(links.of(id).unsubscribeUrl());
  }

  @Test
  void messagesAreListedNewestFirstPageByPageAndFound(@TempDir Path path) throws Exception {
    MailFolder folder = folder(path);
    for (int i = 1; i <= 5; i++) {
      folder.send(SENDER, mail(i, "p" + i + "@example.com", "Subject " + i, NOON));
    }

    List<SandboxRow> first = folder.list(7, "", Long.MAX_VALUE, 2);
    assertThat(subjects(first)).containsExactly("Subject 5", "Subject 4");
    assertThat(subjects(folder.list(7, "", first.getLast().sequence(), 10)))
        .containsExactly("Subject 3", "Subject 2", "Subject 1");
    assertThat(subjects(folder.list(7, "SUBJECT 2", Long.MAX_VALUE, 10)))
        .containsExactly("Subject 2");
    assertThat(subjects(folder.list(7, "p3@", Long.MAX_VALUE, 10))).containsExactly("Subject 3");
    assertThat(folder.list(7, "nothing", Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void aMessageThatIsSentAgainTakesItsOwnPlace(@TempDir Path path) throws Exception {
    MailFolder folder = folder(path);
    folder.send(SENDER, mail(1, "a@b.test", "one", NOON));
    folder.send(SENDER, mail(2, "a@b.test", "two", NOON));
    folder.send(SENDER, mail(1, "a@b.test", "one again", NOON));

    assertThat(subjects(folder.list(7, "", Long.MAX_VALUE, 10)))
        .containsExactly("two", "one again");
    assertThat(subjects(folder(path).list(7, "", Long.MAX_VALUE, 10)))
        .containsExactly("two", "one again");
  }

  @Test
  void theNewestMessagesAreKept(@TempDir Path path) throws Exception {
    MailFolder folder = folder(path);
    for (int i = 1; i <= MailFolder.MESSAGES_MAX; i++) {
      folder.send(SENDER, mail(i, "a@b.test", "Subject " + i, NOON));
    }
    assertThat(folder.list(7, "", Long.MAX_VALUE, 10_000)).hasSize(MailFolder.MESSAGES_MAX);
    folder.send(SENDER, mail(0, "a@b.test", "newest", NOON));

    List<SandboxRow> rows = folder(path).list(7, "", Long.MAX_VALUE, 10_000);
    assertThat(rows).hasSize(MailFolder.MESSAGES_MAX);
    assertThat(rows.getFirst().note().subject()).isEqualTo("newest");
    assertThat(rows.getLast().note().subject()).isEqualTo("Subject 2");
  }

  @Test
  void oldMessagesGo(@TempDir Path path) throws Exception {
    long oldest = NOON - MailFolder.AGE_MAX.toMillis();
    MailFolder folder = folder(path);
    folder.send(SENDER, mail(1, "a@b.test", "too old", oldest - 1));
    folder.send(SENDER, mail(2, "a@b.test", "just kept", oldest));

    assertThat(subjects(folder.list(7, "", Long.MAX_VALUE, 10))).containsExactly("just kept");
  }

  @Test
  void anInboxIsEmptiedWithoutTouchingAnother(@TempDir Path path) throws Exception {
    MailFolder folder = folder(path);
    Sender other = new Sender(8, "x@y.test", null, new Sender.ToSandbox());
    Mail mail = mail(1, "a@b.test", "one", NOON);
    folder.send(SENDER, mail);
    folder.send(other, mail);
    folder.clear(7);
    folder.clear(99);

    assertThat(folder.list(7, "", Long.MAX_VALUE, 10)).isEmpty();
    assertThat(folder.read(7, mail.id())).isEmpty();
    assertThat(folder.raw(7, mail.id())).isEmpty();
    assertThat(folder.list(8, "", Long.MAX_VALUE, 10)).hasSize(1);
    assertThat(folder.list(99, "", Long.MAX_VALUE, 10)).isEmpty();
    try (Stream<Path> folders = Files.list(path)) {
      assertThat(folders).hasSize(2);
    }
  }

  @Test
  void aDamagedFileIsPassedOver(@TempDir Path path) throws Exception {
    folder(path).send(SENDER, mail(1, "a@b.test", "fine", NOON));
    Files.write(path.resolve("7/0000000000000002.mail"), "id: x\n\n".getBytes(UTF_8));
    Files.write(path.resolve("7/0000000000000003.mail.new"), new byte[0]);

    assertThat(subjects(folder(path).list(7, "", Long.MAX_VALUE, 10))).containsExactly("fine");
  }

  @Test
  void aDiskThatRefusesMeansLater(@TempDir Path path) throws Exception {
    Path file = Files.createFile(path.resolve("occupied"));
    Answer answer = folder(file).send(SENDER, mail(1, "a@b.test", "x", NOON));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.NotNow.class, later -> assertThat(later.fault()).isEqualTo(Answer.Fault.SERVER));
  }

  @Test
  void idsAreNoPaths(@TempDir Path path) throws IOException {
    Files.createDirectories(path.resolve("7"));
    Files.writeString(path.resolve("secret.mail"), "x");
    assertThat(folder(path).raw(7, "../secret")).isEmpty();
  }

  @Test
  void aChannelCanKeepWhatItHasHandedOver(@TempDir Path path) throws Exception {
    MailFolder kept = folder(path);
    Mail taken = mail(1, "a@b.test", "taken", NOON);
    Mail refused = mail(2, "a@b.test", "refused", NOON);
    KeepingChannel channel =
        new KeepingChannel(
            new EmailChannel() {
              @Override
              public Answer send(Sender sender, Mail mail) {
                return mail.id().equals(taken.id())
                    ? new Answer.Accepted("250", false)
                    : new Answer.Refused("550");
              }

              @Override
              public boolean idempotent() {
                return false;
              }
            },
            kept);

    assertThat(channel.send(SENDER, taken)).isEqualTo(new Answer.Accepted("250", false));
    assertThat(channel.send(SENDER, refused)).isEqualTo(new Answer.Refused("550"));
    assertThat(channel.idempotent()).isFalse();
    assertThat(subjects(kept.list(7, "", Long.MAX_VALUE, 10))).containsExactly("taken");
  }

  @Test
  void theLongestHeadIsReadBack(@TempDir Path path) throws Exception {
    String subject = "ü".repeat(998);
    MailFolder folder = folder(path);
    Mail mail =
        new Mail(
            "x",
            new Mail.Envelope("a@b.test", "a@b.test"),
            new byte[0],
            new Mail.Note(NOON, subject, subject, subject, "€".repeat(1_000), null));
    folder.send(SENDER, mail);
    assertThat(folder(path).list(7, "", Long.MAX_VALUE, 10).getFirst().note())
        .isEqualTo(mail.note());
  }
}
