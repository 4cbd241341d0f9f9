package dev.beckon.delivery.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beckon.delivery.email.Mail;
import dev.beckon.delivery.email.Mail.Note;
import dev.beckon.delivery.email.Mail.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One message on disk: a few lines `name: value` that say what it is about, an empty line, the
/// message as it would have gone out.
final class SandboxFile {
  static final String SUFFIX = ".mail";

  /// More than all lines of a head can be together, at the limits of their parts.
  private static final int HEAD_BYTES_MAX = 16 * 1024;

  private static final int SEQUENCE_DIGITS = 16;

  private SandboxFile() {}

  static Path path(Path folder, long sequence) {
    String digits = Long.toString(sequence);
    return folder.resolve("0".repeat(SEQUENCE_DIGITS - digits.length()) + digits + SUFFIX);
  }

  static long sequence(Path file) {
    String name = file.getFileName().toString();
    return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
  }

  /// Writes the message under a name that only whole files have.
  static void write(Path file, Mail mail) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(mail.message().length + 512);
    bytes.writeBytes(head(mail).getBytes(UTF_8));
    bytes.writeBytes(mail.message());
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.write(unfinished, bytes.toByteArray());
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String head(Mail mail) {
    Note note = mail.note();
    StringBuilder head = new StringBuilder();
    line(head, "id", mail.id());
    line(head, "at", Long.toString(note.at()));
    line(head, "from", note.from());
    line(head, "to", note.to());
    line(head, "subject", note.subject());
    line(head, "preheader", note.preheader());
    Origin origin = note.origin();
    if (origin != null) {
      line(head, "person", origin.person());
      line(head, "campaign", Integer.toString(origin.campaign()));
      line(head, "step", origin.step());
      line(head, "journey", Long.toString(origin.journey()));
    }
    return head.append('\n').toString();
  }

  private static void line(StringBuilder head, String name, @Nullable String value) {
    if (value != null) {
      head.append(name).append(": ").append(value.replaceAll("\\p{Cntrl}", " ")).append('\n');
    }
  }

  /// What a file is about.
  ///
  /// @throws IOException if it cannot be read, or is not one of ours
  static SandboxRow row(Path file) throws IOException {
    try {
      return row(sequence(file), head(start(file)));
    } catch (RuntimeException e) {
      throw new IOException("Expected a message of the sandbox in " + file + ".", e);
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD_BYTES_MAX);
    }
  }

  private static SandboxRow row(long sequence, Map<String, String> head) {
    String person = head.get("person");
    Origin origin =
        person == null
            ? null
            : new Origin(
                person,
                Integer.parseInt(need(head, "campaign")),
                need(head, "step"),
                Long.parseLong(need(head, "journey")));
    Note note =
        new Note(
            Long.parseLong(need(head, "at")),
            need(head, "from"),
            need(head, "to"),
            need(head, "subject"),
            head.get("preheader"),
            origin);
    return new SandboxRow(sequence, need(head, "id"), note);
  }

  private static String need(Map<String, String> head, String name) {
    String value = head.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Expected the line " + name + ", but there is none.");
    }
    return value;
  }

  private static Map<String, String> head(byte[] bytes) {
    Map<String, String> head = new LinkedHashMap<>();
    for (String line : new String(bytes, 0, endOfHead(bytes), UTF_8).lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        head.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return head;
  }

  /// The message itself.
  static byte[] message(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return Arrays.copyOfRange(bytes, Math.min(endOfHead(bytes) + 2, bytes.length), bytes.length);
  }

  private static int endOfHead(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
        return i;
      }
    }
    return bytes.length;
  }
}
