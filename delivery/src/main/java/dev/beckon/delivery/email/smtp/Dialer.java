package dev.beckon.delivery.email.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds the address of a mail server, without ever holding up the threads that others need.
final class Dialer {
  private Dialer() {}

  static InetSocketAddress find(SmtpServer server, Duration limit) throws IOException {
    return new InetSocketAddress(resolve(server.host(), limit), server.port());
  }

  /// Looking a name up blocks inside the operating system, where a virtual thread would keep its
  /// carrier from everybody else; hence a thread of its own.
  private static InetAddress resolve(String host, Duration limit) throws IOException {
    try {
      return InetAddress.ofLiteral(host);
    } catch (IllegalArgumentException _) {
      return lookUp(() -> InetAddress.getByName(host), host, limit);
    }
  }

  private static InetAddress lookUp(Callable<InetAddress> question, String host, Duration limit)
      throws IOException {
    FutureTask<InetAddress> answer = new FutureTask<>(question);
    Thread.ofPlatform().daemon().name("smtp-lookup").start(answer);
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException _) {
      throw new UnknownHostException("there is no host called " + host);
    } catch (TimeoutException _) {
      throw new IOException("looking up " + host + " took longer than " + limit.toSeconds() + " s");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }
}
