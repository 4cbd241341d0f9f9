package dev.beckon.registry.document;

import dev.beckon.core.catalog.Suggestion;
import dev.beckon.core.value.Value;
import dev.beckon.registry.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Checks message and layout documents.
final class MessageReader {
  static final int SUBJECT_CHARS_MAX = 500;
  static final int ADDRESS_CHARS_MAX = 300;
  static final int BODY_CHARS_MAX = 500_000;
  private static final Pattern CONTENT = Pattern.compile("\\{\\{-?\\s*content\\b");
  private static final Map<String, Integer> MESSAGE_KEYS = messageKeys();

  private final TemplateCheck templates;

  MessageReader(TemplateCheck templates) {
    this.templates = templates;
  }

  private static Map<String, Integer> messageKeys() {
    Map<String, Integer> keys = new LinkedHashMap<>();
    keys.put("name", Names.NAME_CHARS_MAX);
    keys.put("channel", Names.NAME_CHARS_MAX);
    keys.put("subject", SUBJECT_CHARS_MAX);
    keys.put("preheader", SUBJECT_CHARS_MAX);
    keys.put("from", ADDRESS_CHARS_MAX);
    keys.put("reply_to", ADDRESS_CHARS_MAX);
    keys.put("layout", Names.NAME_CHARS_MAX);
    keys.put("html", BODY_CHARS_MAX);
    keys.put("text", BODY_CHARS_MAX);
    return keys;
  }

  List<Finding> read(Value.Fields message) {
    List<Finding> findings = new ArrayList<>();
    texts(message, MESSAGE_KEYS, findings);
    for (String required : List.of("channel", "subject", "html")) {
      if (message.get(required) == null) {
        findings.add(
            Finding.at(
                "/" + required, "Expected a text, but it is missing. Add \"" + required + "\"."));
      }
    }
    if (message.get("channel") instanceof Value.Text(String channel) && !channel.equals("email")) {
      findings.add(Finding.at("/channel", Suggestion.unknownKey(channel, List.of("email"))));
    }
    for (String line : List.of("subject", "preheader", "from", "reply_to")) {
      if (message.get(line) instanceof Value.Text(String text) && text.contains("\n")) {
        findings.add(Finding.at("/" + line, "Expected one line, but got several. Join them."));
      }
    }
    address(message, "from", findings);
    address(message, "reply_to", findings);
    for (String template : List.of("subject", "preheader", "from", "reply_to", "html", "text")) {
      template(message, template, findings);
    }
    return findings;
  }

  List<Finding> layout(Value.Fields layout) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Integer> keys = new LinkedHashMap<>();
    keys.put("name", Names.NAME_CHARS_MAX);
    keys.put("html", BODY_CHARS_MAX);
    texts(layout, keys, findings);
    template(layout, "html", findings);
    if (!(layout.get("html") instanceof Value.Text(String html)) || !CONTENT.matcher(html).find()) {
      findings.add(
          Finding.at(
              "/html",
              "Expected {{ content }} where the message goes, but it is missing. Add it."));
    }
    return findings;
  }

  private static void texts(
      Value.Fields document, Map<String, Integer> keys, List<Finding> findings) {
    document
        .fields()
        .forEach(
            (key, value) -> {
              Integer max = keys.get(key);
              if (max == null) {
                findings.add(Finding.at("/" + key, Suggestion.unknownKey(key, keys.keySet())));
              } else if (!(value instanceof Value.Text(String text))) {
                findings.add(Finding.at("/" + key, "Expected a text. Put it in quotes."));
              } else if (text.length() > max) {
                findings.add(
                    Finding.at(
                        "/" + key,
                        "Expected at most %d characters, but got %d. Shorten it."
                            .formatted(max, text.length())));
              }
            });
  }

  private static void address(Value.Fields message, String key, List<Finding> findings) {
    if (message.get(key) instanceof Value.Text(String sender)
        && !sender.contains("{{")
        && !sender.contains("{%")) {
      try {
        Names.checkSender(sender, "/" + key);
      } catch (Rejection e) {
        findings.add(Finding.at("/" + key, e.detail()));
      }
    }
  }

  private void template(Value.Fields document, String key, List<Finding> findings) {
    if (document.get(key) instanceof Value.Text(String template)
        && template.length() <= BODY_CHARS_MAX) {
      for (TemplateCheck.Flaw flaw : templates.flaws(template)) {
        findings.add(new Finding("/" + key, flaw.line(), flaw.column(), flaw.detail()));
      }
    }
  }
}
