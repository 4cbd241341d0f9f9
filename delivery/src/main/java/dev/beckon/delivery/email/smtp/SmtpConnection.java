package dev.beckon.delivery.email.smtp;

import dev.beckon.delivery.email.smtp.SmtpException.Stage;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// One conversation with a mail server, from the greeting over any number of messages to QUIT.
public final class SmtpConnection {
  private static final String BARE_ADDRESS = "[^\\p{Cntrl}<> ]+";

  private final SmtpLimits limits;
  private final Wire wire;
  private final Capabilities can;
  private boolean untidy;
  private boolean closing;
  private int messages;

  private SmtpConnection(SmtpLimits limits, Wire wire, Capabilities can) {
    this.limits = limits;
    this.wire = wire;
    this.can = can;
  }

  /// Connects, encrypts and logs in as the settings say.
  ///
  /// @throws SmtpException if the server cannot be reached, does not speak SMTP, or does not let us
  ///     in
  public static SmtpConnection open(
      SmtpServer server, SmtpLimits limits, SSLSocketFactory tls, ScheduledExecutorService watchdog)
      throws SmtpException {
    Wire wire = new Wire(new Socket(), watchdog);
    try {
      return new SmtpConnection(limits, wire, new Handshake(server, limits, wire).perform(tls));
    } catch (SmtpException e) {
      wire.close();
      throw e;
    }
  }

  /// Hands one message over and gives the server's word on it: positive if it was taken, otherwise
  /// the first refusal.
  ///
  /// @throws SmtpException if the connection fails; it is of no further use
  public SmtpReply send(String from, String to, byte[] message) throws SmtpException {
    if (!from.matches(BARE_ADDRESS) || !to.matches(BARE_ADDRESS)) {
      throw new IllegalArgumentException("Expected bare addresses, but got " + from + ", " + to);
    }
    if (can.sizeMax() > 0 && message.length > can.sizeMax()) {
      return new SmtpReply(
          552,
          List.of(
              "5.3.4 The message has "
                  + message.length
                  + " bytes, but the server takes at most "
                  + can.sizeMax()));
    }
    boolean utf8 = !ascii(from) || !ascii(to);
    if (utf8 && !can.offers("SMTPUTF8")) {
      return new SmtpReply(553, List.of("5.6.7 The server takes addresses in ASCII only"));
    }
    messages++;
    Optional<SmtpReply> refusal = envelope(from, to, message.length, utf8);
    SmtpReply reply = refusal.isPresent() ? refusal.get() : content(message);
    untidy = !reply.isPositive();
    closing |= reply.isClosing();
    return reply;
  }

  private static boolean ascii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private Optional<SmtpReply> envelope(String from, String to, int bytes, boolean utf8)
      throws SmtpException {
    List<String> commands = new ArrayList<>();
    if (untidy) {
      commands.add("RSET");
    }
    commands.add(
        "MAIL FROM:<"
            + from
            + ">"
            + (can.offers("SIZE") ? " SIZE=" + bytes : "")
            + (utf8 ? " BODY=8BITMIME SMTPUTF8" : ""));
    commands.add("RCPT TO:<" + to + ">");
    commands.add("DATA");
    return can.offers("PIPELINING") ? atOnce(commands) : oneByOne(commands);
  }

  private Optional<SmtpReply> oneByOne(List<String> commands) throws SmtpException {
    for (String command : commands) {
      SmtpReply reply = ask(command);
      if (!reply.isPositive() && !(command.equals("DATA") && reply.isIntermediate())) {
        return Optional.of(reply);
      }
    }
    return Optional.empty();
  }

  private Optional<SmtpReply> atOnce(List<String> commands) throws SmtpException {
    return wire.within(
        limits.command(),
        Stage.SENDING,
        "envelope",
        () -> {
          for (String command : commands) {
            wire.say(command);
          }
          return firstRefusal(commands.size());
        });
  }

  private Optional<SmtpReply> firstRefusal(int commands) throws IOException {
    @Nullable SmtpReply refusal = null;
    for (int i = 0; i < commands; i++) {
      SmtpReply reply = wire.reply();
      boolean last = i == commands - 1;
      boolean fine = last ? reply.isIntermediate() : reply.isPositive();
      if (refusal == null && !fine) {
        refusal = reply;
      }
      if (reply.isClosing()) {
        closing = true;
        return Optional.ofNullable(refusal);
      }
      // The server waits for a message that we do not want to send: only hanging up is clean.
      closing |= last && refusal != null && reply.isIntermediate();
    }
    return Optional.ofNullable(refusal);
  }

  private SmtpReply content(byte[] message) throws SmtpException {
    wire.within(
        limits.data(),
        Stage.SENDING,
        "sending the message",
        () -> {
          DotStuffing.write(message, wire.out());
          return message;
        });
    return wire.within(
        limits.finish(), Stage.FINISHING, "waiting for the message to be taken", wire::reply);
  }

  private SmtpReply ask(String command) throws SmtpException {
    return wire.ask(command, limits.command(), Stage.SENDING, command);
  }

  /// Whether another message may be sent over this connection.
  boolean reusable() {
    return !closing
        && messages < SmtpLimits.MESSAGES_PER_CONNECTION_MAX
        && !wire.socket().isClosed();
  }

  /// Whether the server has hung up or spoken while nobody asked.
  boolean stale() {
    return wire.disturbed();
  }

  /// Says goodbye if there is anybody to say it to, and closes.
  public void quit() {
    try {
      if (reusable()) {
        ask("QUIT");
      }
    } catch (SmtpException _) {
      // The server need not hear it.
    } finally {
      wire.close();
    }
  }

  /// Closes without a word.
  void abandon() {
    wire.close();
  }
}
