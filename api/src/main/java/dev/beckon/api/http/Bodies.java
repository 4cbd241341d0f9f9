package dev.beckon.api.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads whole request bodies, compressed or not, and stops at the limits.
final class Bodies {
  private static final int CHUNK = 8_192;

  private final HttpLimits limits;

  Bodies(HttpLimits limits) {
    this.limits = limits;
  }

  /// @param length what the caller announced, or -1
  /// @param document whether it may be as large as definitions are
  byte[] read(InputStream in, long length, @Nullable String encoding, boolean document)
      throws IOException {
    int most = document ? limits.documentBytesMax() : limits.bodyBytesMax();
    int inflated = document ? limits.documentBytesMax() : limits.inflatedBytesMax();
    if (length > most) {
      throw tooLarge(most, "");
    }
    String coding = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "", "identity" -> length < 0 ? all(in, most, "") : exactly(in, length);
      case "gzip", "x-gzip" -> inflate(all(in, most, ""), inflated);
      default ->
          throw Refusal.invalid(
              "Expected a body with content-encoding gzip or none, but got " + coding + ".");
    };
  }

  private static byte[] exactly(InputStream in, long length) throws IOException {
    byte[] body = in.readNBytes((int) length);
    if (body.length < length) {
      throw Refusal.invalid(
          "Expected a body of " + length + " bytes, but it ended after " + body.length + ".");
    }
    return body;
  }

  private static byte[] inflate(byte[] compressed, int most) throws IOException {
    if (compressed.length == 0) {
      return compressed;
    }
    try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(compressed))) {
      return all(in, most, " once inflated");
    } catch (ZipException | EOFException e) {
      throw Refusal.invalid("Expected a gzip body, but it is damaged: " + e.getMessage() + ".");
    }
  }

  private static byte[] all(InputStream in, int most, String where) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
    byte[] chunk = new byte[CHUNK];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      if (out.size() + n > most) {
        throw tooLarge(most, where);
      }
      out.write(chunk, 0, n);
    }
    return out.toByteArray();
  }

  private static Refusal tooLarge(int most, String where) {
    return Refusal.of(
        Refusal.Kind.TOO_LARGE,
        "Expected a body of at most " + most + " bytes" + where + ", but it is larger; split it.");
  }
}
