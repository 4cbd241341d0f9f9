package dev.beckon.delivery;

import dev.beckon.delivery.email.Answer;
import dev.beckon.delivery.email.Mail;
import dev.beckon.delivery.email.MailComposer;
import dev.beckon.delivery.email.Sender;
import dev.beckon.delivery.render.RenderException;
import dev.beckon.delivery.render.Rendered;
import java.time.Duration;
import java.util.UUID;

/// Tries a sender out with one short message.
public final class SenderTest {

  /// What came of it.
  ///
  /// @param reply the server's last line, or why there is none
  public record Result(boolean accepted, String reply, int tookMs) {}

  private static final String WORDS =
      "This message was sent to try the sender out. If you can read it, e-mail works.";

  private final MailComposer composer;
  private final Channels channels;
  private final Schedule schedule;

  public SenderTest(MailComposer composer, Channels channels, Schedule schedule) {
    this.composer = composer;
    this.channels = channels;
    this.schedule = schedule;
  }

  /// Sends the message and waits for the answer.
  public Result run(Sender sender, String to) {
    Rendered words =
        new Rendered(
            sender.from(),
            sender.replyTo(),
            to,
            "A message to try the sender out",
            null,
            "<p>" + WORDS + "</p>",
            WORDS);
    try {
      Mail mail = composer.composeTest(words, "test-" + UUID.randomUUID(), schedule.now());
      long start = System.nanoTime();
      Answer answer = channels.of(sender).send(sender, mail);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return new Result(
          answer instanceof Answer.Accepted, answer.reply(), Math.toIntExact(took.toMillis()));
    } catch (RenderException e) {
      return new Result(false, String.valueOf(e.getMessage()), 0);
    }
  }
}
