package dev.beckon.delivery.email.smtp;

import java.io.IOException;
import java.io.OutputStream;

/// Writes a message so that nothing in it can be taken for its end: every line ends with CRLF and
/// no line is a lone dot.
final class DotStuffing {
  private DotStuffing() {}

  /// Writes the message, its end mark included.
  static void write(byte[] message, OutputStream out) throws IOException {
    int start = 0;
    while (start < message.length) {
      int end = endOfLine(message, start);
      if (end > start && message[start] == '.') {
        out.write('.');
      }
      out.write(message, start, end - start);
      out.write('\r');
      out.write('\n');
      start = next(message, end);
    }
    out.write('.');
    out.write('\r');
    out.write('\n');
  }

  private static int endOfLine(byte[] message, int start) {
    int i = start;
    while (i < message.length && message[i] != '\r' && message[i] != '\n') {
      i++;
    }
    return i;
  }

  private static int next(byte[] message, int end) {
    boolean both = end + 1 < message.length && message[end] == '\r' && message[end + 1] == '\n';
    return both ? end + 2 : end + 1;
  }
}
