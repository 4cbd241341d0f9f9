package dev.beckon.delivery.email;

import dev.beckon.delivery.email.Answer.Fault;
import dev.beckon.delivery.email.Sender.ToSandbox;
import dev.beckon.delivery.email.Sender.ToSmtp;
import dev.beckon.delivery.email.smtp.SmtpException;
import dev.beckon.delivery.email.smtp.SmtpException.Stage;
import dev.beckon.delivery.email.smtp.SmtpLimits;
import dev.beckon.delivery.email.smtp.SmtpPool;
import dev.beckon.delivery.email.smtp.SmtpReply;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/// The end of the trail: hands a message to the sender's mail server and reads from its reply
/// whether the message was taken, will never be taken, or may be offered again.
///
/// What the server says of the message (a 4xx or 5xx to MAIL, RCPT, DATA or the message itself) is
/// its answer. What goes wrong before that – no connection, no encryption, no login – is the
/// server's trouble and says nothing of the message. A connection that breaks after the last byte
/// leaves it uncertain whether the message was taken.
public final class SmtpChannel implements EmailChannel, AutoCloseable {
  private final SmtpPool pool;

  /// @param tls how connections are encrypted, and which certificates are trusted
  public SmtpChannel(SmtpLimits limits, SSLSocketFactory tls) {
    this.pool = new SmtpPool(limits, tls);
  }

  @Override
  public Answer send(Sender sender, Mail mail) {
    return switch (sender.transport()) {
      case ToSmtp smtp -> deliver(new SmtpPool.Key(sender.workspace(), smtp.server()), mail);
      case ToSandbox _ ->
          throw new IllegalArgumentException("Expected an SMTP server, but got the sandbox.");
    };
  }

  /// Sending the same message again would send it twice.
  @Override
  public boolean idempotent() {
    return false;
  }

  private Answer deliver(SmtpPool.Key key, Mail mail) {
    try {
      Optional<Answer> answer = attempt(key, mail, false);
      return answer.isPresent() ? answer.get() : attempt(key, mail, true).orElseThrow();
    } catch (SmtpException e) {
      return notTaken(e);
    }
  }

  /// Empty if a kept connection turned out to be dead before it had taken anything: a fresh one has
  /// to be tried.
  private Optional<Answer> attempt(SmtpPool.Key key, Mail mail, boolean fresh)
      throws SmtpException {
    SmtpPool.Loan loan = pool.borrow(key, fresh);
    boolean whole = false;
    try {
      SmtpReply reply =
          loan.connection().send(mail.envelope().from(), mail.envelope().to(), mail.message());
      whole = true;
      return loan.used() && reply.code() == 421 ? Optional.empty() : Optional.of(answer(reply));
    } catch (SmtpException e) {
      if (loan.used() && e.stage() == Stage.SENDING) {
        return Optional.empty();
      }
      throw e;
    } finally {
      if (whole) {
        loan.giveBack();
      } else {
        loan.discard();
      }
    }
  }

  private static Answer answer(SmtpReply reply) {
    if (reply.isPositive()) {
      return new Answer.Accepted(reply.text(), false);
    }
    if (reply.code() == 421 || reply.isAboutLogin()) {
      return new Answer.NotNow(reply.text(), Fault.SERVER);
    }
    return reply.isPermanent()
        ? new Answer.Refused(reply.text())
        : new Answer.NotNow(reply.text(), Fault.MESSAGE);
  }

  private static Answer notTaken(SmtpException e) {
    return new Answer.NotNow(
        String.valueOf(e.getMessage()),
        switch (e.stage()) {
          case OPENING, SENDING -> Fault.SERVER;
          case FINISHING -> Fault.UNCERTAIN;
        });
  }

  @Override
  public void close() {
    pool.close();
  }
}
