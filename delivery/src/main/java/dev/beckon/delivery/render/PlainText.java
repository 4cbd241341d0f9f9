package dev.beckon.delivery.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// A message's HTML as plain text that reads well: paragraphs, lists, and links with their
/// addresses.
final class PlainText implements NodeVisitor {
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre");
  private static final Set<String> LINES =
      Set.of("div", "tr", "li", "section", "article", "header", "footer", "body", "dt", "dd");
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Set<String> UNSEEN = Set.of("head", "style", "script", "title", "template");

  private final StringBuilder out = new StringBuilder();
  private int unseen;
  private int linkStart;

  private PlainText() {}

  static String of(String html) {
    PlainText text = new PlainText();
    NodeTraversor.traverse(text, Jsoup.parse(html));
    return tidy(text.out.toString());
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element) {
      open(element);
    } else if (node instanceof TextNode text && unseen == 0) {
      words(text.getWholeText());
    }
  }

  private void open(Element element) {
    if (isUnseen(element)) {
      unseen++;
    }
    if (unseen > 0) {
      return;
    }
    String name = element.normalName();
    breakBefore(name);
    switch (name) {
      case "br" -> out.append('\n');
      case "hr" -> out.append("\n---\n");
      case "li" -> out.append("- ");
      case "img" -> words(element.attr("alt"));
      case "a" -> linkStart = out.length();
      default -> {}
    }
  }

  private void breakBefore(String name) {
    if (PARAGRAPHS.contains(name)) {
      out.append("\n\n");
    } else if (LINES.contains(name)) {
      newLine();
    } else if (CELLS.contains(name)) {
      out.append(' ');
    }
  }

  private void newLine() {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  private void words(String text) {
    String folded = text.replace('\u00A0', ' ').replaceAll("[ \\t\\r\\n\\f]+", " ");
    boolean spaced = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
    out.append(spaced && folded.startsWith(" ") ? folded.substring(1) : folded);
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
  }

  private void close(Element element) {
    if (unseen > 0) {
      unseen -= isUnseen(element) ? 1 : 0;
      return;
    }
    String name = element.normalName();
    if (name.equals("a")) {
      address(element.attr("href").strip());
    }
    if (PARAGRAPHS.contains(name)) {
      out.append("\n\n");
    } else if (LINES.contains(name)) {
      newLine();
    }
  }

  private void address(String href) {
    String words = out.substring(Math.min(linkStart, out.length())).strip();
    boolean leads = !href.isEmpty() && !href.startsWith("#");
    if (leads && !words.equals(href) && !href.equals("mailto:" + words)) {
      out.append(words.isEmpty() ? href : " (" + href + ")");
    }
  }

  private static boolean isUnseen(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    return UNSEEN.contains(element.normalName()) || style.contains("display:none");
  }

  /// Lines without blanks at their ends, never two empty ones in a row.
  private static String tidy(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String stripped = line.strip();
      if (!stripped.isEmpty() || (!lines.isEmpty() && !lines.getLast().isEmpty())) {
        lines.add(stripped);
      }
    }
    while (!lines.isEmpty() && lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return String.join("\n", lines);
  }
}
