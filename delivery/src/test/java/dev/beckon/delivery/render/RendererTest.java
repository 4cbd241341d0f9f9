package dev.beckon.delivery.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.beckon.core.delivery.Channel;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Effect;
import dev.beckon.core.value.Value;
import dev.beckon.delivery.render.Renderer.Parties;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RendererTest {
  private static final DeliveryId ID = new DeliveryId(PersonKey.at(7, 3, 42), 5);
  private static final Parties PARTIES =
      new Parties("Acme <hello@acme.test>", "help@acme.test", "ann@example.com");

  private final Map<String, Content> stored = new HashMap<>();
  private final AtomicInteger lookups = new AtomicInteger();
  private final TrackingLinks links = new TrackingLinks("http://b.test", _ -> new byte[32]);
  private final Renderer renderer =
      new Renderer(
          (_, hash) -> {
            lookups.incrementAndGet();
            return stored.get(hash);
          },
          links);

  private static Value.Fields context() {
    Value.Fields customer =
        Value.Fields.EMPTY
            .with("first_name", Value.of("Ann"))
            .with("age", Value.of(41))
            .with("score", Value.of(0.5))
            .with("vip", Value.of(true))
            .with("empty", Value.nothing())
            .with("tags", new Value.Items(List.of(Value.of("a"), Value.of("b"))))
            .with("plan", Value.Fields.EMPTY.with("name", Value.of("Pro")));
    Value.Fields event = Value.Fields.EMPTY.with("name", Value.of("analytics"));
    return Value.Fields.EMPTY.with("customer", customer).with("event", event);
  }

  private static Content content(String subject, String html, @Nullable String text) {
    return new Content(subject, null, html, text, null, null, null);
  }

  private Rendered render(Content content) throws RenderException {
    stored.put("hash", content);
    return renderer.render(deliver(), PARTIES);
  }

  private static Effect.Deliver deliver() {
    return new Effect.Deliver(
        ID,
        1_000,
        Channel.EMAIL,
        11,
        "hello",
        2,
        "hash",
        new Effect.Rendering("ann@example.com", context()));
  }

  @Test
  void everyPartKnowsThePersonAndTheEvent() throws Exception {
    Rendered rendered =
        render(
            new Content(
                "{{customer.first_name}} & {{event.name}}",
                "{{customer.plan.name}} {{customer.tags | join: '+'}}",
                "<p>{{customer.age}} {{customer.score}} {{customer.vip}} {{customer.empty}}</p>",
                "Hi {{customer.first_name}}",
                "{{customer.first_name}} <x@acme.test>",
                "{{event.name}}@acme.test",
                null));

    assertThat(rendered.subject()).isEqualTo("Ann & analytics");
    assertThat(rendered.preheader()).isEqualTo("Pro a+b");
    assertThat(rendered.html()).contains("<p>41 0.5 true </p>").contains(">Pro a+b&#847;");
    assertThat(rendered.text()).isEqualTo("Hi Ann");
    assertThat(rendered.from()).isEqualTo("Ann <x@acme.test>");
    assertThat(rendered.replyTo()).isEqualTo("analytics@acme.test");
    assertThat(rendered.to()).isEqualTo("ann@example.com");
  }

  @Test
  void theSenderFillsInWhatTheContentLeavesOut() throws Exception {
    Rendered rendered = render(content("Hi", "<p>x", "x"));

    assertThat(rendered.from()).isEqualTo(PARTIES.from());
    assertThat(rendered.replyTo()).isEqualTo(PARTIES.replyTo());
    assertThat(rendered.preheader()).isNull();
  }

  @Test
  void aLayoutIsPutAroundTheBody() throws Exception {
    Rendered rendered =
        render(
            new Content(
                "Hi",
                null,
                "<b>{{customer.first_name}}</b>",
                null,
                null,
                null,
                "<html><body>{{ content }}<i>{{event.name}}</i></body></html>"));

    assertThat(rendered.html())
        .startsWith("<html><body><b>Ann</b><i>analytics</i><img src=")
        .endsWith("</body></html>");
    assertThat(rendered.text()).isEqualTo("Annanalytics");
  }

  @Test
  void theTagsKnowTheirMessage() throws Exception {
    Rendered rendered =
        render(
            content(
                "Hi",
                "<a href=\"{% unsubscribe_url %}\">no more</a>{% unsubscribe 'Stop' %}",
                "{% unsubscribe_url %} {% view_in_browser_url %}"
                    + " {% manage_subscription_preferences_url %} {{delivery_id}}"));
    String token = links.tokens().of(ID);
    String url = "http://b.test/unsubscribe/" + token;

    assertThat(rendered.html()).contains("<a class=\"untracked\" href=\"" + url + "\">Stop</a>");
    assertThat(rendered.text())
        .isEqualTo(url + " http://b.test/e/v/" + token + " " + url + " " + token);
  }

  @Test
  void aSubjectIsOneLineWhateverItsTemplateLooksLike() throws Exception {
    assertThat(
            render(content("\n {% if true %}\r\n Hi\u0000 there\n{% endif %}", "x", null))
                .subject())
        .isEqualTo("Hi there");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> render(content("Hi", "<p>\n {{customer.nickname}}</p>", null)))
        .isInstanceOf(RenderException.class)
        .hasMessageStartingWith("HTML, line 2, column ")
        .hasMessageContaining("nickname");
    assertThatThrownBy(() -> fresh().render(content("  ", "x", null)))
        .hasMessage("Subject: Expected some words, but it is empty for this person.");
  }

  @Test
  void aTemplateThatCannotBeReadOrNeverEndsIsARenderFailure() {
    assertThatThrownBy(() -> render(content("{% if %}", "x", null)))
        .isInstanceOf(RenderException.class)
        .hasMessageStartingWith("Subject, line 1");
    stored.clear();
    Content endless =
        content(
            "Hi",
            "{% for a in (1..10000) %}{% for b in (1..10000) %}x{% endfor %}{% endfor %}",
            null);
    assertThatThrownBy(() -> fresh().render(endless)).isInstanceOf(RenderException.class);
    Content headless = new Content("Hi", null, "x", null, null, null, "<html></html>");
    assertThatThrownBy(() -> fresh().render(headless)).hasMessageContaining("{{content}}");
    assertThatThrownBy(() -> new Renderer((_, _) -> null, links).render(deliver(), PARTIES))
        .isInstanceOf(RenderException.class)
        .hasMessageContaining("save the message again");
  }

  private static RendererTest fresh() {
    return new RendererTest();
  }

  @Test
  void partsAreHeldToTheirLimits() throws Exception {
    String subject = "x".repeat(MessageLimits.SUBJECT_CHARS_MAX);
    assertThat(render(content(subject, "x", null)).subject()).isEqualTo(subject);
    assertThatThrownBy(() -> fresh().render(content(subject + "x", "x", null)))
        .hasMessage("Subject: Expected at most 998 characters, but it has 999 for this person.");

    String preheader = "x".repeat(MessageLimits.PREHEADER_CHARS_MAX);
    assertThat(
            fresh().render(new Content("Hi", preheader, "x", null, null, null, null)).preheader())
        .isEqualTo(preheader);
    assertThatThrownBy(
            () -> fresh().render(new Content("Hi", preheader + "x", "x", null, null, null, null)))
        .hasMessageStartingWith("Preheader: Expected at most 1000 characters");
  }

  @Test
  void htmlIsHeldToItsLimit() throws Exception {
    String half =
        "{% capture x %}" + "x".repeat(MessageLimits.HTML_BYTES_MAX / 2) + "{% endcapture %}";
    Content longest = content("Hi", half + "{{x}}{{x}}", "x");
    Content tooLong = content("Hi", half + "{{x}}{{x}}x", "x");

    assertThat(fresh().render(longest).html().length()).isGreaterThan(MessageLimits.HTML_BYTES_MAX);
    assertThatThrownBy(() -> fresh().render(tooLong))
        .isInstanceOf(RenderException.class)
        .hasMessageStartingWith("HTML, line 1");
  }

  @Test
  void aContentIsParsedOnce() throws Exception {
    render(content("Hi", "x", null));
    render(content("Hi", "x", null));
    assertThat(lookups).hasValue(1);
  }

  @Test
  void theSameDeliveryGivesTheSameWords() throws Exception {
    Content content =
        content("{% random 1000000 %}", "{% generate_uuid %} {{ 'now' | date: '%s' }}", null);
    assertThat(render(content)).isEqualTo(fresh().render(content));
  }

  @Test
  void aPreviewShowsWhatIsMissingInsteadOfFailing() throws Exception {
    Content content =
        new Content(
            "Hi {{customer.nickname}}{{customer.first_name}}",
            "{{event.name}}",
            "<a href=\"https://a.test\">{{customer.nickname | default: 'you'}}</a> {{typo.x}}",
            null,
            null,
            null,
            "{{content}}{{customer.address.city}}");
    Preview preview = renderer.preview(content, context(), PARTIES, 0);

    assertThat(preview.rendered().subject()).isEqualTo("Hi Ann");
    assertThat(preview.rendered().html())
        .contains("<a href=\"https://a.test\">you</a>")
        .doesNotContain("/e/o/");
    assertThat(preview.warnings())
        .extracting(Preview.Warning::variable, Preview.Warning::where)
        .containsExactly(
            tuple("customer.nickname", Part.SUBJECT),
            tuple("typo.x", Part.HTML),
            tuple("customer.address.city", Part.HTML));
  }

  @Test
  void problemsAreFoundInAllPartsAtOnce() {
    assertThat(
            Renderer.check(
                new Content("{{", "{% nope %}", "\n{% if x %}", "fine", null, null, null)))
        .extracting(Problem::part)
        .containsExactly(Part.SUBJECT, Part.PREHEADER, Part.HTML);
  }
}
