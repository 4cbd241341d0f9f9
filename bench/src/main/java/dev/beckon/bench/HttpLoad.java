package dev.beckon.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Clients that each send one request after the other on a connection of their own, all served by
/// one thread so that they cost the machine little.
final class HttpLoad implements AutoCloseable {
  private static final int RESPONSE_BYTES_MAX = 4_096;
  private static final String GOOD = "HTTP/1.1 200 ";
  private static final String HEAD_END = "\r\n\r\n";
  private static final String LENGTH = "content-length: ";

  private static final String BODY =
      """
      {"name":"event_7","data":{"category":"category 3","product":"product with a name",\
      "price":4711,"quantity":2,"page":"https://shop.example.test/products/17"}}""";

  private static final String BEFORE_ID = "POST /api/v1/customers/";
  private static final String AFTER_ID =
      "/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic c2l0ZTprZXk=\r\n"
          + "Content-Type: application/json\r\nContent-Length: "
          + BODY.length()
          + HEAD_END
          + BODY;

  private final Selector selector = Selector.open();
  private final List<Client> clients = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(11);
  private final int people;
  private long answered;

  HttpLoad(int port, int connections, int people) throws IOException {
    this.people = people;
    for (int i = 0; i < connections; i++) {
      clients.add(new Client(port));
    }
  }

  /// @return answers per second
  double run(long nanos) throws IOException {
    long before = answered;
    long began = System.nanoTime();
    for (Client client : clients) {
      client.send();
    }
    while (System.nanoTime() - began < nanos) {
      select(true);
    }
    double perSecond = (answered - before) * 1e9 / (System.nanoTime() - began);
    while (clients.stream().anyMatch(client -> client.waiting)) {
      select(false);
    }
    return perSecond;
  }

  private void select(boolean goOn) throws IOException {
    selector.select(1_000);
    for (SelectionKey key : selector.selectedKeys()) {
      Client client = (Client) key.attachment();
      if (client.hasAnswer()) {
        answered++;
        client.waiting = false;
        if (goOn) {
          client.send();
        }
      }
    }
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    for (Client client : clients) {
      client.channel.close();
    }
    selector.close();
  }

  /// One connection with at most one request under way.
  private final class Client {
    private final SocketChannel channel;
    private final ByteBuffer response = ByteBuffer.allocate(RESPONSE_BYTES_MAX);
    private boolean waiting;

    Client(int port) throws IOException {
      channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send() throws IOException {
      String text = BEFORE_ID + Crowd.idOf(random.nextInt(people)) + AFTER_ID;
      ByteBuffer request = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (request.hasRemaining()) {
        channel.write(request);
      }
      waiting = true;
    }

    boolean hasAnswer() throws IOException {
      if (channel.read(response) < 0) {
        throw new IOException("Expected an answer, but the server hung up.");
      }
      String text =
          new String(response.array(), 0, response.position(), StandardCharsets.ISO_8859_1);
      int head = text.indexOf(HEAD_END);
      if (head < 0 || response.position() < head + HEAD_END.length() + bodyLength(text, head)) {
        return false;
      }
      if (!text.startsWith(GOOD)) {
        throw new IOException("Expected 200, but got: " + text.lines().findFirst().orElse(""));
      }
      response.clear();
      return true;
    }

    private static int bodyLength(String text, int head) {
      int at = text.toLowerCase(Locale.ROOT).indexOf(LENGTH);
      int from = at + LENGTH.length();
      return at < 0 || at > head ? 0 : Integer.parseInt(text, from, text.indexOf('\r', from), 10);
    }
  }
}
