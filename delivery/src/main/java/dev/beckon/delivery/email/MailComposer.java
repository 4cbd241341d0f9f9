package dev.beckon.delivery.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.delivery.email.Mail.Envelope;
import dev.beckon.delivery.email.Mail.Note;
import dev.beckon.delivery.email.Mail.Origin;
import dev.beckon.delivery.render.RenderException;
import dev.beckon.delivery.render.Rendered;
import dev.beckon.delivery.tracking.MessageLinks;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ContentUtil;
import org.jspecify.annotations.Nullable;

/// Writes the words of a message down as an e-mail: text and HTML as alternatives, and the headers
/// by which mail programs name, group and unsubscribe it.
public final class MailComposer {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

  private final TrackingLinks links;

  public MailComposer(TrackingLinks links) {
    this.links = links;
  }

  /// One message of a campaign.
  ///
  /// @param at when it is sent (epoch ms)
  /// @throws RenderException if an address is not one
  public Mail compose(Rendered words, DeliveryId delivery, Origin origin, long at)
      throws RenderException {
    MessageLinks own = links.of(delivery);
    String token = own.token();
    Message.Builder message = draft(words, token, at);
    header(message, "List-Unsubscribe", "<" + own.unsubscribeUrl() + ">");
    header(message, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    header(
        message,
        "Feedback-ID",
        origin.campaign() + ":" + delivery.person().workspace() + ":campaign:beckon");
    header(message, "X-Beckon-Delivery", token);
    header(message, "CIO-Delivery-ID", token);
    return mail(words, token, message, new Stamp(at, origin));
  }

  /// A message that belongs to no campaign, for trying a sender out.
  ///
  /// @param id what its Message-ID starts with
  /// @throws RenderException if an address is not one
  public Mail composeTest(Rendered words, String id, long at) throws RenderException {
    return mail(words, id, draft(words, id, at), new Stamp(at, null));
  }

  private record Stamp(long at, @Nullable Origin origin) {}

  private static Message.Builder draft(Rendered words, String id, long at) throws RenderException {
    Address from = address("From", words.from());
    Message.Builder message = Message.Builder.of();
    header(message, "Date", date(at));
    message.setFrom(mailbox(from));
    message.setTo(mailbox(address("To", words.to())));
    if (words.replyTo() != null) {
      message.setReplyTo(mailbox(address("Reply-To", words.replyTo())));
    }
    message.setSubject(words.subject());
    header(message, "Message-ID", "<" + id + "@" + from.domain() + ">");
    return message;
  }

  private static Mail mail(Rendered words, String id, Message.Builder message, Stamp stamp)
      throws RenderException {
    Envelope envelope =
        new Envelope(address("From", words.from()).bare(), address("To", words.to()).bare());
    Note note =
        new Note(
            stamp.at(),
            words.from(),
            words.to(),
            words.subject(),
            words.preheader(),
            stamp.origin());
    return new Mail(id, envelope, bytes(words, id, message), note);
  }

  private static byte[] bytes(Rendered words, String id, Message.Builder message) {
    try {
      message.setBody(
          MultipartBuilder.create("alternative")
              .addBodyPart(part("plain", words.text()))
              .addBodyPart(part("html", words.html()))
              .build());
      message.setField(
          Fields.contentType("multipart/alternative", new NameValuePair("boundary", "=_" + id)));
      return DefaultMessageWriter.asBytes(message.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BodyPartBuilder part(String subtype, String text) throws IOException {
    String lines = withCrlf(text);
    return BodyPartBuilder.create()
        .setBody(lines, subtype, UTF_8)
        .setContentTransferEncoding(mostlyAscii(lines) ? "quoted-printable" : "base64");
  }

  private static String withCrlf(String text) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' || c == '\n') {
        out.append("\r\n");
        i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /// Quoted-printable is three times as long beyond ASCII, base64 a third longer everywhere.
  private static boolean mostlyAscii(String text) {
    long beyond = text.chars().filter(c -> c >= 0x80).count();
    return beyond * 6 <= text.length();
  }

  private static String date(long at) {
    return DATE.format(Instant.ofEpochMilli(at).atOffset(ZoneOffset.UTC));
  }

  /// The value must be our own words: it is neither encoded nor folded.
  private static void header(Message.Builder message, String name, String value) {
    try {
      message.addField(RawFieldParser.DEFAULT.parseField(ContentUtil.encode(name + ": " + value)));
    } catch (MimeException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Mailbox mailbox(Address address) {
    return new Mailbox(
        address.name().isEmpty() ? null : address.name(), address.local(), address.domain());
  }

  private static Address address(String header, String text) throws RenderException {
    try {
      return Address.parse(text);
    } catch (IllegalArgumentException e) {
      throw new RenderException(header + ": " + e.getMessage());
    }
  }
}
