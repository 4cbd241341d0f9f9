package dev.beckon.delivery.render;

import dev.beckon.delivery.render.Markup.Attribute;
import dev.beckon.delivery.render.Markup.Tag;
import dev.beckon.delivery.tracking.MessageLinks;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/// Adds to a message's HTML what it is sent with: the preheader, tracked links, the open pixel.
/// Everything else stays as its author wrote it, to the byte.
final class TrackedHtml {
  private static final String UNTRACKED = "untracked";

  /// Keeps mail programs from filling the preview line up with the message's first words.
  private static final String FILLER = "&#847;&zwnj;&nbsp;".repeat(60);

  private TrackedHtml() {}

  /// Puts the preview line in front of everything that is seen.
  static String withPreheader(String html, String preheader) {
    String line =
        "<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all\">"
            + Entities.escape(preheader)
            + FILLER
            + "</div>";
    int at = startOfBody(Markup.tags(html));
    return html.substring(0, at) + line + html.substring(at);
  }

  private static int startOfBody(List<Tag> tags) {
    int at = 0;
    for (Tag tag : tags) {
      switch (tag.name()) {
        case "body" -> {
          return tag.end();
        }
        case "html", "/head" -> at = tag.end();
        default -> {}
      }
    }
    return at;
  }

  /// Leads every link through us, and adds the pixel that tells of an open.
  static String tracked(String html, MessageLinks links) {
    List<Tag> tags = Markup.tags(html);
    StringBuilder out = new StringBuilder(html.length() + html.length() / 2);
    int copied = 0;
    int number = 0;
    for (Tag tag : tags) {
      Optional<Attribute> href = trackable(tag);
      if (href.isPresent()) {
        Attribute attribute = href.get();
        out.append(html, copied, attribute.start());
        out.append('"');
        out.append(Entities.escape(links.clickUrl(number++, target(attribute))));
        out.append('"');
        copied = attribute.end();
      }
    }
    int end = Math.max(endOfBody(tags, html), copied);
    return out.append(html, copied, end)
        .append(pixel(links.pixelUrl()))
        .append(html, end, html.length())
        .toString();
  }

  private static Optional<Attribute> trackable(Tag tag) {
    if (!tag.name().equals("a") && !tag.name().equals("area")) {
      return Optional.empty();
    }
    boolean untracked =
        attribute(tag, "class")
            .map(a -> Arrays.asList(a.value().toLowerCase(Locale.ROOT).split("\\s+")))
            .filter(classes -> classes.contains(UNTRACKED))
            .isPresent();
    return untracked
        ? Optional.empty()
        : attribute(tag, "href").filter(href -> TrackingLinks.trackable(target(href)));
  }

  private static Optional<Attribute> attribute(Tag tag, String name) {
    return tag.attributes().stream().filter(a -> a.name().equals(name)).findFirst();
  }

  /// The address as a browser would understand it.
  private static String target(Attribute href) {
    String plain = Parser.unescapeEntities(href.value(), true);
    return plain.replaceAll("[\\t\\r\\n]", "").strip().replace(" ", "%20");
  }

  private static int endOfBody(List<Tag> tags, String html) {
    for (Tag tag : tags.reversed()) {
      if (tag.name().equals("/body") || tag.name().equals("/html")) {
        return tags.stream()
            .filter(t -> t.name().equals("/body"))
            .reduce((_, last) -> last)
            .orElse(tag)
            .start();
      }
    }
    return html.length();
  }

  private static String pixel(String url) {
    return "<img src=\""
        + url
        + "\" width=\"1\" height=\"1\" alt=\"\" style=\"display:block;width:1px;height:1px;border:0\">";
  }
}
