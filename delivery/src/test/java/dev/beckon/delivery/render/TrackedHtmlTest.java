package dev.beckon.delivery.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.util.List;
import java.util.SplittableRandom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackedHtmlTest {
  private static final DeliveryId ID = new DeliveryId(PersonKey.at(7, 3, 42), 5);
  private final TrackingLinks links = new TrackingLinks("http://b.test", _ -> new byte[32]);

  private String tracked(String html) {
    return TrackedHtml.tracked(html, links.of(ID));
  }

  private List<String> targets(String html) {
    return Jsoup.parse(tracked(html)).select("a[href], area[href]").stream()
        .map(a -> links.original(a.attr("href")).orElse("= " + a.attr("href")))
        .toList();
  }

  private String withoutPixel(String html) {
    return tracked(html).replaceFirst("<img src=\"http://b.test/e/o/[^>]*>", "");
  }

  @Test
  void everyLinkToTheWebIsTracked() {
    assertThat(
            targets(
                """
                <a href="https://a.test/?x=1&amp;y=2">1</a>
                <A HREF='HTTPS://A.test'>2</A>
                <a class=button href=https://a.test/c>3</a>
                <a
                  style="a>b"
                  data-x='"'
                  href = "  https://a.test/d
                  "
                >4</a>
                <a href="https://a.test/e f">5</a>
                <map><area href="https://a.test/g"/></map>
                <a href="https://a.test/h"/><a href=https://a.test/i></a>
                <table><tr>text<a href="https://a.test/&#106;">6</a></table>
                """))
        .containsExactly(
            "https://a.test/?x=1&y=2",
            "HTTPS://A.test",
            "https://a.test/c",
            "https://a.test/d",
            "https://a.test/e%20f",
            "https://a.test/g",
            "https://a.test/h",
            "https://a.test/i",
            "https://a.test/j");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"mailto:a@b.test\">x</a>",
        "<a href=\"tel:+49\">x</a>",
        "<a href=\"#top\">x</a>",
        "<a href>x</a>",
        "<a href=\"\">x</a>",
        "<a name=\"x\">x</a>",
        "<a class=\"big untracked\" href=\"https://a.test\">x</a>",
        "<a href=\"https://a.test\" class=\"UNTRACKED\">x</a>",
        "<!-- <a href=\"https://a.test\">x</a> -->",
        "<!--[if mso]><a href=\"https://a.test\"><![endif]-->",
        "<style>a[href=\"https://a.test\"] {} </style>",
        "<script>'<a href=\"https://a.test\">'</script>",
        "<title><a href=\"https://a.test\"></title>",
        "<abbr href=\"https://a.test\">x</abbr>",
        "a < b and c > d",
        "<",
        "<a",
        "<a href",
        "<a href=",
        "<a href=\"https://a.test",
        "</",
        "<!--",
        "<?php",
        ""
      })
  void everythingElseStaysAsItWas(String html) {
    assertThat(withoutPixel(html)).isEqualTo(html);
  }

  @Test
  void conditionalCommentsAndOddMarkupSurviveToTheByte() {
    String html =
        """
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x">
        <html xmlns:v="urn:schemas-microsoft-com:vml"><head><title>a &lt; b</title></head>
        <body><![if !mso]><table><td>x<![endif]><v:rect href="https://a.test"/>
        <p>unclosed <b>bold<i>both</b></i> &nbsp;&copy &unknown; <br/><BR></body></html>
        """;
    assertThat(withoutPixel(html)).isEqualTo(html);
  }

  @Test
  void thePixelIsTheLastThingInTheBody() {
    String pixel = "<img src=\"" + links.of(ID).pixelUrl() + "\"";
    assertThat(tracked("<html><body>x</BODY></html>"))
        .contains("x" + pixel)
        .endsWith("</BODY></html>");
    assertThat(tracked("<html>x</html>")).contains("x" + pixel).endsWith("</html>");
    assertThat(tracked("x")).startsWith("x" + pixel);
    assertThat(tracked("<!-- </body> -->x")).startsWith("<!-- </body> -->x" + pixel);
  }

  @Test
  void thePreheaderComesBeforeEverythingSeen() {
    assertThat(TrackedHtml.withPreheader("<html><head></head><body class=\"a>b\">x", "<Hi> & you"))
        .startsWith(
            "<html><head></head><body class=\"a>b\"><div style=\"display:none;max-height:0;"
                + "overflow:hidden;mso-hide:all\">&lt;Hi&gt; &amp; you&#847;");
    assertThat(TrackedHtml.withPreheader("x", "p")).startsWith("<div ");
    assertThat(TrackedHtml.withPreheader("<head></head>x", "p")).startsWith("<head></head><div ");
  }

  /// Random soups of markup: a real HTML parser must see the same document, links apart.
  @Test
  void aParserSeesTheSameDocumentWithOtherLinks() {
    String[] pieces = {
      "<a href=\"https://a.test/1\">",
      "</a>",
      "<a href='https://a.test/2'",
      ">",
      "\"",
      "'",
      "<p>",
      "</p>",
      "<!--",
      "-->",
      "<b class=x",
      " ",
      "text",
      "&amp;",
      "&lt",
      "<table>",
      "<tr>",
      "</table>",
      "<a href=https://a.test/3 id=z>",
      "<style>",
      "</style>",
      "<br/>",
      "=",
      "<td>",
      "</",
      "<",
      "/",
      "<a class=untracked href=https://a.test/4>",
      "<script>",
      "</script>",
      "\n",
      "<textarea>",
      "</textarea>",
      "<title>",
      "</title>",
      "<a\thref=\"mailto:x@y.test\">"
    };
    SplittableRandom random = new SplittableRandom(8312);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder html = new StringBuilder("<body>");
      for (int n = random.nextInt(12); n >= 0; n--) {
        html.append(pieces[random.nextInt(pieces.length)]);
      }
      html.append("</body>");
      assertThat(shape(withoutPixel(html.toString())))
          .as("%s", html)
          .isEqualTo(shape(html.toString()));
    }
  }

  private String shape(String html) {
    Document document = Jsoup.parse(html);
    for (Element a : document.select("a[href]")) {
      a.attr("href", links.original(a.attr("href")).orElse(a.attr("href")));
    }
    return document.outerHtml();
  }
}
