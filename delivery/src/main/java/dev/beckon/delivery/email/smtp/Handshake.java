package dev.beckon.delivery.email.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beckon.delivery.email.smtp.SmtpException.Stage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import javax.net.ssl.SSLSocketFactory;

/// The opening of a conversation: connect, be greeted, encrypt, log in.
final class Handshake {
  private static final String LOGIN = "accept the login";

  private final SmtpServer server;
  private final SmtpLimits limits;
  private final Wire wire;

  Handshake(SmtpServer server, SmtpLimits limits, Wire wire) {
    this.server = server;
    this.limits = limits;
    this.wire = wire;
  }

  /// What the server can do once we are in.
  Capabilities perform(SSLSocketFactory tls) throws SmtpException {
    connect();
    if (server.implicitTls()) {
      encrypt(tls);
    }
    must(wire.within(limits.greeting(), Stage.OPENING, "greeting", wire::reply), "greet us");
    Capabilities can = hello();
    if (server.startTls() != StartTls.NEVER && !wire.encrypted()) {
      can = startTls(can, tls);
    }
    logIn(can);
    return can;
  }

  private void connect() throws SmtpException {
    wire.within(
        limits.connect(),
        Stage.OPENING,
        "connecting to " + server,
        () -> {
          InetSocketAddress address = Dialer.find(server, limits.connect());
          wire.socket().connect(address, Math.toIntExact(limits.connect().toMillis()));
          wire.plain();
          return address;
        });
  }

  private Capabilities hello() throws SmtpException {
    return Capabilities.of(must(ask("EHLO " + ownName(), "EHLO"), "take EHLO"));
  }

  /// Our address in brackets, the name that every host has (RFC 5321, 4.1.3).
  private String ownName() {
    InetAddress own = wire.socket().getLocalAddress();
    String text = own.getHostAddress();
    int zone = text.indexOf('%');
    String bare = zone < 0 ? text : text.substring(0, zone);
    return bare.contains(":") ? "[IPv6:" + bare + "]" : "[" + bare + "]";
  }

  private Capabilities startTls(Capabilities can, SSLSocketFactory tls) throws SmtpException {
    if (can.offers("STARTTLS")) {
      must(ask("STARTTLS", "STARTTLS"), "start encryption");
      encrypt(tls);
      return hello();
    }
    if (server.startTls() == StartTls.REQUIRED) {
      throw new SmtpException(
          Stage.OPENING,
          "Expected "
              + server
              + " to offer STARTTLS, but it does not; use its port for encrypted submission, or set"
              + " starttls to if_offered.");
    }
    return can;
  }

  private void encrypt(SSLSocketFactory tls) throws SmtpException {
    wire.within(
        limits.tls(),
        Stage.OPENING,
        "checking the certificate of " + server.host(),
        () -> {
          wire.encrypt(tls, server.host(), server.port());
          return server;
        });
  }

  private void logIn(Capabilities can) throws SmtpException {
    String username = server.username();
    if (username == null) {
      return;
    }
    String password = server.password() == null ? "" : server.password();
    if (!wire.confidential()) {
      throw new SmtpException(
          Stage.OPENING,
          "Expected an encrypted connection before saying the password, but "
              + server
              + " is not; set starttls to required.");
    }
    if (can.logins().contains("PLAIN")) {
      String secret = base64("\0" + username + "\0" + password);
      must(ask("AUTH PLAIN " + secret, "AUTH"), LOGIN);
    } else if (can.logins().contains("LOGIN")) {
      expect(ask("AUTH LOGIN", "AUTH"), 334);
      expect(ask(base64(username), "AUTH"), 334);
      must(ask(base64(password), "AUTH"), LOGIN);
    } else {
      throw new SmtpException(
          Stage.OPENING,
          "Expected " + server + " to offer AUTH PLAIN or LOGIN, but it offers neither.");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private SmtpReply ask(String command, String doing) throws SmtpException {
    return wire.ask(command, limits.command(), Stage.OPENING, doing);
  }

  private static void expect(SmtpReply reply, int code) throws SmtpException {
    if (reply.code() != code) {
      throw refused(reply, LOGIN);
    }
  }

  private static SmtpReply must(SmtpReply reply, String what) throws SmtpException {
    if (!reply.isPositive()) {
      throw refused(reply, what);
    }
    return reply;
  }

  private static SmtpException refused(SmtpReply reply, String what) {
    return new SmtpException(
        Stage.OPENING, "Expected the server to " + what + ", but it said: " + reply.text());
  }
}
