package dev.beckon.delivery.sandbox;

import dev.beckon.delivery.email.Answer;
import dev.beckon.delivery.email.EmailChannel;
import dev.beckon.delivery.email.Mail;
import dev.beckon.delivery.email.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Another channel, with a copy of each message that it has handed over kept in a folder, for
/// showing it in a browser and in the console.
public final class KeepingChannel implements EmailChannel {
  private static final Logger LOG = LoggerFactory.getLogger(KeepingChannel.class);

  private final EmailChannel channel;
  private final MailFolder kept;

  public KeepingChannel(EmailChannel channel, MailFolder kept) {
    this.channel = channel;
    this.kept = kept;
  }

  /// The answer is the other channel's; a copy that cannot be kept changes nothing.
  @Override
  public Answer send(Sender sender, Mail mail) {
    Answer answer = channel.send(sender, mail);
    if (answer instanceof Answer.Accepted && kept.send(sender, mail) instanceof Answer.NotNow no) {
      LOG.warn("No copy of a message was kept: {}", no.reply());
    }
    return answer;
  }

  @Override
  public boolean idempotent() {
    return channel.idempotent();
  }
}
