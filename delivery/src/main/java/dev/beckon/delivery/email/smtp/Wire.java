package dev.beckon.delivery.email.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beckon.delivery.email.smtp.SmtpException.Stage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// The bytes between us and a server, with a deadline on everything: when a phase takes too long
/// the socket is closed under it, whether it hangs in a read, in a write, or between trickling
// bytes.
final class Wire {

  /// Something that waits for the network.
  interface Talk<T> {
    T run() throws IOException;
  }

  private static final int BUFFER_BYTES = 16 * 1024;

  private final Socket raw;
  private final ScheduledExecutorService watchdog;
  private volatile @Nullable String overdue;
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private boolean encrypted;

  /// @param raw a socket that is not connected yet
  Wire(Socket raw, ScheduledExecutorService watchdog) {
    this.raw = raw;
    this.watchdog = watchdog;
  }

  /// Runs one phase of the conversation within its time.
  <T> T within(Duration limit, Stage stage, String doing, Talk<T> talk) throws SmtpException {
    Future<?> alarm =
        watchdog.schedule(
            () -> {
              overdue = doing;
              close();
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return talk.run();
    } catch (IOException e) {
      close();
      throw new SmtpException(stage, why(doing, limit, e));
    } finally {
      alarm.cancel(false);
    }
  }

  private String why(String doing, Duration limit, IOException e) {
    if (overdue != null) {
      return "Expected the server to answer within "
          + limit.toSeconds()
          + " s, but it did not ("
          + doing
          + ").";
    }
    return switch (e) {
      case EOFException _ -> "The server closed the connection (" + doing + ").";
      case SSLHandshakeException ssl when untrusted(ssl) ->
          "No encrypted connection, because the server's certificate is not trusted: "
              + ssl.getMessage()
              + " ("
              + doing
              + "). Give the server a certificate of a known authority for that name, or add its own"
              + " to the trust store.";
      case SSLException ssl -> "No encrypted connection: " + ssl.getMessage() + " (" + doing + ").";
      default -> "The connection failed: " + e.getMessage() + " (" + doing + ").";
    };
  }

  private static boolean untrusted(@Nullable Throwable problem) {
    return problem != null
        && (problem instanceof CertificateException || untrusted(problem.getCause()));
  }

  /// Uses the connected socket as it is.
  void plain() throws IOException {
    raw.setTcpNoDelay(true);
    use(raw);
  }

  /// Puts TLS over the connection and checks that the certificate is the host's.
  void encrypt(SSLSocketFactory factory, String host, int port) throws IOException {
    if (in.available() > 0) {
      throw new IOException("the server spoke on before encryption had started");
    }
    SSLSocket tls = (SSLSocket) factory.createSocket(raw, host, port, true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    use(tls);
    encrypted = true;
  }

  private void use(Socket socket) throws IOException {
    in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
  }

  boolean encrypted() {
    return encrypted;
  }

  /// Whether the password may be said: nobody else listens.
  boolean confidential() {
    return encrypted || raw.getInetAddress().isLoopbackAddress();
  }

  Socket socket() {
    return raw;
  }

  OutputStream out() {
    return out;
  }

  /// Whether the server has said or done something since it was last asked.
  boolean disturbed() {
    try {
      return raw.isClosed() || in.available() > 0;
    } catch (IOException _) {
      return true;
    }
  }

  void say(String command) throws IOException {
    out.write(command.getBytes(UTF_8));
    out.write('\r');
    out.write('\n');
  }

  /// Says one command and hears the reply.
  SmtpReply ask(String command, Duration limit, Stage stage, String doing) throws SmtpException {
    return within(
        limit,
        stage,
        doing,
        () -> {
          say(command);
          return reply();
        });
  }

  SmtpReply reply() throws IOException {
    out.flush();
    List<String> lines = new ArrayList<>();
    while (lines.size() < SmtpLimits.REPLY_LINES_MAX) {
      String line = line();
      int code = code(line);
      lines.add(line.length() > 4 ? line.substring(4) : "");
      if (line.length() == 3 || line.charAt(3) == ' ') {
        return new SmtpReply(code, lines);
      }
    }
    throw new IOException(
        "expected a reply of at most " + SmtpLimits.REPLY_LINES_MAX + " lines, but it goes on");
  }

  private static int code(String line) throws IOException {
    boolean shaped = line.length() == 3 || (line.length() > 3 && " -".indexOf(line.charAt(3)) >= 0);
    if (shaped && line.charAt(0) >= '2' && line.charAt(0) <= '5') {
      int tens = line.charAt(1) - '0';
      int ones = line.charAt(2) - '0';
      if (tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9) {
        return (line.charAt(0) - '0') * 100 + tens * 10 + ones;
      }
    }
    String start = line.length() > 40 ? line.substring(0, 40) + "…" : line;
    throw new IOException("expected an SMTP reply, but the server said \"" + start + "\"");
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException();
      }
      if (b != '\r' && line.size() == SmtpLimits.REPLY_LINE_BYTES_MAX) {
        throw new IOException(
            "expected lines of at most "
                + SmtpLimits.REPLY_LINE_BYTES_MAX
                + " bytes, but the server sent a longer one");
      }
      if (b != '\r') {
        line.write(b < ' ' ? ' ' : b);
      }
    }
    return line.toString(UTF_8);
  }

  /// Closes the socket at once, from any thread.
  void close() {
    try {
      raw.close();
    } catch (IOException _) {
      // Nothing is left that could be closed.
    }
  }
}
