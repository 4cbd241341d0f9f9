package dev.beckon.delivery.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beckon.delivery.sandbox.SandboxMessage.Header;
import dev.beckon.delivery.sandbox.SandboxMessage.Link;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.MimeUtil;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Takes a stored message apart, the way a mail program would.
final class SandboxReader {
  private final TrackingLinks links;

  SandboxReader(TrackingLinks links) {
    this.links = links;
  }

  SandboxMessage read(SandboxRow row, byte[] bytes) {
    try {
      Message message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(bytes));
      String html = part(message, "text/html");
      return new SandboxMessage(
          row,
          headers(message),
          html,
          part(message, "text/plain"),
          bytes.length,
          html == null ? List.of() : links(html),
          unsubscribeUrl(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Header> headers(Message message) {
    List<Header> headers = new ArrayList<>();
    for (Field field : message.getHeader().getFields()) {
      String value =
          DecoderUtil.decodeEncodedWords(MimeUtil.unfold(field.getBody()), DecodeMonitor.SILENT);
      headers.add(new Header(field.getName(), value.strip()));
    }
    return headers;
  }

  private static @Nullable String part(Entity entity, String type) throws IOException {
    if (entity.getBody() instanceof TextBody text && entity.getMimeType().equals(type)) {
      return new String(text.getInputStream().readAllBytes(), UTF_8);
    }
    if (entity.getBody() instanceof Multipart parts) {
      for (Entity part : parts.getBodyParts()) {
        String found = part(part, type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private List<Link> links(String html) {
    Set<Link> found = new LinkedHashSet<>();
    for (Element a : Jsoup.parse(html).select("a[href], area[href]")) {
      String href = a.attr("href");
      if (TrackingLinks.trackable(href)) {
        found.add(new Link(links.original(href).orElse(href), href));
      }
    }
    return List.copyOf(found);
  }

  private static @Nullable String unsubscribeUrl(Message message) {
    Field field = message.getHeader().getField("List-Unsubscribe");
    if (field == null) {
      return null;
    }
    String value = field.getBody().strip();
    return value.startsWith("<") ? value.substring(1, value.length() - 1) : value;
  }
}
