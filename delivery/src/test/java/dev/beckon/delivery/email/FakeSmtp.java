package dev.beckon.delivery.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A mail server on the loopback that behaves as its script says, connection by connection.
final class FakeSmtp implements AutoCloseable {

  /// What the server does on one connection.
  interface Script {
    void run(Talk talk) throws IOException;
  }

  private final ServerSocket socket;
  private final Script script;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  /// Every command that was heard, and every message, in order.
  final List<String> heard = new CopyOnWriteArrayList<>();

  FakeSmtp(Script script) {
    this.script = script;
    try {
      socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        open.add(client);
        int number = connections.incrementAndGet();
        Thread.ofPlatform().daemon().start(() -> talk(client, number));
      }
    } catch (IOException _) {
      // Closed by the test.
    }
  }

  private void talk(Socket client, int number) {
    try (client) {
      script.run(new Talk(client, number));
    } catch (IOException _) {
      // The client has hung up.
    }
  }

  @Override
  public void close() throws IOException {
    end.countDown();
    socket.close();
    for (Socket client : open) {
      client.close();
    }
  }

  /// One connection.
  final class Talk {
    final int number;
    private Socket client;
    private BufferedReader in;
    private OutputStream out;

    private Talk(Socket client, int number) throws IOException {
      this.client = client;
      this.number = number;
      this.in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
      this.out = client.getOutputStream();
    }

    void say(String... lines) throws IOException {
      bytes(String.join("\r\n", lines).concat("\r\n").getBytes(UTF_8));
    }

    void bytes(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    String hear() throws IOException {
      String line = in.readLine();
      if (line == null) {
        throw new IOException("end");
      }
      heard.add(line);
      return line;
    }

    /// Hears a command and answers.
    void answer(String... reply) throws IOException {
      hear();
      say(reply);
    }

    /// Hears lines up to the lone dot.
    String hearMessage() throws IOException {
      StringBuilder message = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals(".")) {
          heard.add(message.toString());
          return message.toString();
        }
        message.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
      }
      throw new IOException("end");
    }

    void greet(String... capabilities) throws IOException {
      say("220 fake ESMTP");
      hello(capabilities);
    }

    void hello(String... capabilities) throws IOException {
      hear();
      say("250-fake greets you");
      for (String capability : capabilities) {
        say("250-" + capability);
      }
      say("250 HELP");
    }

    /// Takes one message, politely.
    void take() throws IOException {
      answer("250 2.1.0 sender fine");
      answer("250 2.1.5 recipient fine");
      answer("354 go on");
      hearMessage();
      say("250 2.0.0 queued as " + number);
    }

    void encrypt(SSLContext context) throws IOException {
      SSLSocket tls =
          (SSLSocket)
              context.getSocketFactory().createSocket(client, "127.0.0.1", client.getPort(), false);
      tls.setUseClientMode(false);
      tls.startHandshake();
      client = tls;
      in = new BufferedReader(new InputStreamReader(tls.getInputStream(), ISO_8859_1));
      out = tls.getOutputStream();
    }

    void hang() {
      try {
        end.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    void reset() throws IOException {
      client.setSoLinger(true, 0);
      client.close();
    }
  }
}
