package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Rendering.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Tags and filters that the embedder brings along.
final class CustomTagTest {

  private record Delivery(String unsubscribeUrl) {}

  private static final CustomTag RAW =
      new CustomTag() {
        @Override
        public void render(TagCall call) {
          call.write("[" + call.markup() + "]");
        }

        @Override
        public boolean readsArguments() {
          return false;
        }
      };

  private static final Dialect DIALECT =
      Dialect.messages()
          .withTag(
              "unsubscribe_url",
              call ->
                  call.write(
                      call.attachment(Delivery.class).map(Delivery::unsubscribeUrl).orElse("")))
          .withTag(
              "cio_link",
              call ->
                  call.write(
                      "%s %s %s %s"
                          .formatted(
                              call.name(),
                              call.arguments(),
                              call.keywords(),
                              call.variable("name"))))
          .withTag("literal", RAW)
          .withTag(
              "refuse",
              call -> {
                throw call.expected("a better life, but this is it.");
              })
          .withFilter(
              Filter.Named.filter(
                  "shout", 0, 1, (in, call) -> call.textOf(in) + call.text(0, "!")));

  private static String render(String source) {
    var values = Map.of("name", "Ann");
    return Template.parse(source, DIALECT)
        .render(input(values).withAttachment(new Delivery("https://example.com/u")));
  }

  @Test
  void aTagReadsWhatTheEmbedderAttached() {
    assertThat(render("{% capture u %}{% unsubscribe_url %}{% endcapture %}<{{ u }}>"))
        .isEqualTo("<https://example.com/u>");
    assertThat(Template.parse("{% unsubscribe_url %}", DIALECT).render(input(Map.of()))).isEmpty();
  }

  @Test
  void aTagGetsItsArguments() {
    assertThat(render("{% cio_link url: 'https://x.y' track: false, 1 name %}"))
        .isEqualTo("cio_link [1, Ann] {url=https://x.y, track=false} Ann");
    assertThat(render("{% literal url:https://x.y/?a=b %}")).isEqualTo("[url:https://x.y/?a=b]");
  }

  @Test
  void aTagInARenderedPartialStillSeesTheAttachment() {
    var partial = Template.parse("{% unsubscribe_url %}{{ name }}", DIALECT);
    var input =
        input(Map.of("name", "Ann"))
            .withAttachment(new Delivery("u"))
            .with((PartialSource) _ -> Optional.of(partial));
    assertThat(Template.parse("{% render 'p' %}", DIALECT).render(input)).isEqualTo("u");
  }

  @Test
  void aTagCanRefuse() {
    assertThatThrownBy(() -> render("ab {% refuse %}"))
        .isInstanceOf(LiquidException.class)
        .hasMessage("Line 1, column 4: Expected a better life, but this is it.");
  }

  @Test
  void aFilterOfOnesOwn() {
    assertThat(render("{{ name | shout }}{{ name | shout: '?' }}")).isEqualTo("Ann!Ann?");
    assertThat(Dialect.messages().filterNames()).doesNotContain("shout").isSorted();
    assertThat(DIALECT.tagNames()).contains("cio_link", "for", "raw").isSorted();
  }
}
