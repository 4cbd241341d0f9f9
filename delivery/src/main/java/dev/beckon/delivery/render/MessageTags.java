package dev.beckon.delivery.render;

import dev.beckon.delivery.liquid.CustomTag;
import dev.beckon.delivery.liquid.Dialect;
import dev.beckon.delivery.liquid.TagCall;
import java.util.function.Function;

/// The language of messages with the tags that know which message they stand in (spec: journeys.md,
/// 5.4).
final class MessageTags {

  /// Where the links of one message lead.
  record Urls(String unsubscribe, String preferences, String view) {}

  static final Dialect DIALECT =
      Dialect.messages()
          .withTag("unsubscribe_url", url(Urls::unsubscribe))
          .withTag("manage_subscription_preferences_url", url(Urls::preferences))
          .withTag("view_in_browser_url", url(Urls::view))
          .withTag("unsubscribe", link(Urls::unsubscribe, "Unsubscribe"))
          .withTag("view_in_browser", link(Urls::view, "View in browser"));

  private MessageTags() {}

  private static CustomTag url(Function<Urls, String> which) {
    return call -> call.write(which.apply(urls(call)));
  }

  /// A link whose words may be given: `{% unsubscribe 'No more of this' %}`.
  private static CustomTag link(Function<Urls, String> which, String words) {
    return call -> {
      String text = call.arguments().isEmpty() ? words : call.textOf(call.arguments().getFirst());
      call.write(
          "<a class=\"untracked\" href=\"" + which.apply(urls(call)) + "\">" + text + "</a>");
    };
  }

  private static Urls urls(TagCall call) {
    return call.attachment(Urls.class)
        .orElseThrow(() -> call.expected("a message around the tag " + call.name() + "."));
  }
}
