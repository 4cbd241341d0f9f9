package dev.beckon.server.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server that takes everything and forgets nothing, made by somebody else.
final class MailSink implements AutoCloseable {
  private final List<Letter> letters = new CopyOnWriteArrayList<>();
  private final SMTPServer server;

  /// A message as it came.
  record Letter(String messageId, String subject) {}

  MailSink() {
    BasicMessageListener listener = (_, _, _, data) -> letters.add(read(new String(data, UTF_8)));
    server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.ofLiteral("127.0.0.1"))
            .messageHandler(listener)
            .build();
    server.start();
  }

  private static Letter read(String message) {
    return new Letter(header(message, "Message-ID: "), header(message, "Subject: "));
  }

  private static String header(String message, String name) {
    return message
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Expected " + name + "in:\n" + message));
  }

  int port() {
    return server.getPortAllocated();
  }

  /// Everything that came, in order of subject, with the Message-IDs of each.
  Map<String, List<String>> bySubject() {
    Map<String, List<String>> ids = new TreeMap<>();
    for (Letter letter : letters) {
      ids.computeIfAbsent(letter.subject(), _ -> new CopyOnWriteArrayList<>())
          .add(letter.messageId());
    }
    return ids;
  }

  @Override
  public void close() {
    server.stop();
  }
}
